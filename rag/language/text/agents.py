"""Who does what, as far as the order of words tells it: "A fined B", "B was fined by A"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.words import stem
from rag.language.text.names import Name, names
from rag.language.tokens import FUNCTION_WORDS, alike, normal

_ACTIVE = re.compile(
    r"^ (?:(?:would|will|could|can|may|might|should|must|shall|has|have|had|did|does|do|to|also|then|later|first|now|already|formally) )*"
    r"(?P<verb>[a-z]{4,})\b(?! by\b)"
)
_PASSIVE = re.compile(r"\b(?P<verb>[a-z]{2,}(?:ed|en|wn|ght|ld|nt|pt|ft)) by (?:the |its |an? )?$")
_PASSIVE_AUXILIARY = frozenset("were been being".split())
_JOINED = re.compile(r"^(?:, | and |, and | or )(?:the )?$")


@dataclass(frozen=True, slots=True)
class Deed:
    """An agent and the stem of what it does; `others` are the names that stand after the verb."""

    agent: str
    verb: str
    others: frozenset[str]


def deeds(text: str) -> list[Deed]:
    """The deeds whose agent is a name. Auxiliary and function words are no deeds."""
    plain = alike(text)
    found = names(plain)
    return [deed for i, name in enumerate(found) for deed in _of(plain, name, found[i + 1 : i + 3], found[:i])]


def _of(text: str, name: Name, following: list[Name], before: list[Name]) -> list[Deed]:
    passive = _PASSIVE.search(text[: name.start])
    if passive:
        patients = frozenset(key(other) for other in before[-2:])
        return [Deed(key(name), _verb(passive["verb"]), patients)]
    active = _ACTIVE.match(text[name.end :])
    if active is None or not _is_verb(active):
        return []
    agents = [name]
    for other in reversed(before):
        if not _JOINED.match(text[other.end : agents[-1].start]):
            break
        agents.append(other)
    later = frozenset(key(other) for other in following)
    return [Deed(key(agent), _verb(active["verb"]), later) for agent in agents]


def _is_verb(active: re.Match[str]) -> bool:
    """A past form, or whatever follows an auxiliary; plain nouns after a name ("the Webb telescope") are no verbs."""
    verb = active["verb"]
    if verb in FUNCTION_WORDS or verb in _PASSIVE_AUXILIARY:
        return False
    return verb.endswith("ed") or active.start("verb") > 1


def _verb(word: str) -> str:
    return stem(normal(word))


def key(name: Name) -> str:
    """What to compare a name by: its words."""
    return " ".join(word.normal for word in name.words)
