"""What people are called beside their names ("the sales manager, Ada Lund"), so that a claim may speak of them without the name."""

from __future__ import annotations

import re
from functools import lru_cache

from index.words import stem
from rag.language.lexicon.people import PEOPLE
from rag.language.text.mentions import Mention
from rag.language.tokens import Token, alike, tokens

_NEAR = 9  # words up to the end of the name
_PHRASE = re.compile(
    r"(?: (?:of|for|at|and)(?: the)?(?: (?!the\b)[a-z-]+){1,2})?,? (?:(?:mr|ms|mrs|dr|professor|sir|dame) )?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r", (?:[a-z'-]+ ){0,4}")


def speaks_of(claim: str, name: Mention, text: str, other: Mention) -> bool:
    """Whether a claim speaks of somebody by what the text calls them, and does not call `name` that."""
    called = frozenset() if other.is_described else _called(text, other)
    plain = alike(claim)
    ours = [token for token in tokens(plain) if token.stem in called]
    return bool(ours) and not any(_is_beside(plain, token, name) for token in ours)


def _is_beside(text: str, token: Token, name: Mention) -> bool:
    """Whether a word for a person belongs to a name: "chairman Lund", "the chairman of the trust, Lund", "Lund, the chairman"."""
    if token.end <= name.start:
        return bool(_PHRASE.fullmatch(text[token.end : name.start]))
    return token.start < name.end or bool(_BEHIND.fullmatch(text[name.end : token.start]))


@lru_cache(maxsize=4096)
def _called(text: str, name: Mention) -> frozenset[str]:
    """The stems of the words for a person that stand right before a name or open it, a comma and titles aside."""
    plain = alike(text)
    near = [token for token in tokens(plain) if token.start < name.end][-_NEAR:]
    return frozenset(stem(token.normal) for token in near if token.normal in PEOPLE and _is_beside(plain, token, name))
