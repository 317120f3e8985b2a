"""Bodies without a name of their own: "the growers' union", "the finance ministry". What they are for tells them apart."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.lexicon.bodies import same_matter
from rag.language.text.bodies import is_any_kind
from rag.language.tokens import normal

_ASSOCIATIONS = "unions?|federations?|associations?|guilds?|leagues?|societ(?:y|ies)|lobby|chambers?|alliances?|councils?|confederations?|federation|institutes?|syndicates?"
_OFFICES = (
    "ministr(?:y|ies)|ministers?|departments?|secretar(?:y|ies)|courts?|tribunals?|agency|agencies|regulators?|authorit(?:y|ies)|watchdogs?|committees?|"
    "commissioners?|commissions?|ombudsman|inspectorates?"
)
_OWNED = re.compile(
    rf"(?<![-\w])(?P<kind>[a-z]{{3,}}s'|[a-z]{{3,}}(?:men|women|folk)'s) (?:[a-z]+ )?(?:{_ASSOCIATIONS})\b"
)
_TITLED = re.compile(rf"(?<![-\w])(?P<kind>[a-z]{{3,}}) (?:{_OFFICES})\b")


@lru_cache(maxsize=4096)
def described_bodies(text: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The bodies that are described, as places in the text with the stems of what each is for."""
    owned = [(m.start("kind"), m.end(), _matter(m["kind"])) for m in _OWNED.finditer(text)]
    titled = [(m.start(), m.end(), _matter(m["kind"])) for m in _TITLED.finditer(text) if not is_any_kind(m["kind"])]
    return (*owned, *titled)


def _matter(kind: str) -> frozenset[str]:
    return frozenset(f"+{word}" for word in same_matter(normal(kind.removesuffix("'").removesuffix("'s"))))
