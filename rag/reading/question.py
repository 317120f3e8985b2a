"""What is asked: a clean question, what kind of fact would answer it, and whether an overview is wanted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from index.words import STOP_WORDS, words
from rag.errors import BadQuestion
from rag.reading.several import asks_for_several


class Asked(Enum):
    """The kind of fact that a question asks for."""

    PERSON = "who"
    TIME = "when"
    PLACE = "where"
    NUMBER = "how many"
    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, cleaned.

    `broad`: an overview is wanted. `several`: more than one thing is asked for, as an overview does.
    `names` are its words that look like proper names or numbers, `speaker` those of the person whose words are asked for,
    both in lower case.
    """

    text: str
    asked: Asked
    broad: bool
    names: tuple[str, ...]
    speaker: tuple[str, ...] = ()
    several: bool = False


_ASKED = (
    (
        Asked.NUMBER,
        r"\bhow (?:many|much|large|big|high|long|old|often|far)\b|\bwhat (?:number|share|percentage|proportion|amount)\b"
        r"|\b(?:price|cost|costs|budget|salary|fee|size)\b",
    ),
    (
        Asked.TIME,
        r"\bwhen\b|\b(?:what|which|in which|on what|by what) (?:year|date|day|month|deadline)\b|\bsince when\b",
    ),
    (Asked.PLACE, r"\bwhere\b|\b(?:what|which) (?:\w+ )?(?:city|country|countries|place|location|seat)\b"),
    (
        Asked.PERSON,
        r"\bwho(?:m|se)?\b|\b(?:what|which) (?:\w+ )?(?:person|people|minister|president|leader|company|companies|firms)\b",
    ),
)
_BROAD = re.compile(
    r"\b(?:summari[sz]e|summary|overview|outline|compare|contrast|pros and cons|main points|key points|arguments|criticisms?|concerns|"
    r"reactions|positions|views|differences?|differ|tell me about|what is known|everything)\b"
    r"|\bwhat (?:did|do|does|has|have|is|are) .+ (?:say|said|saying|think|argue|argued|warn|claim|propose|call for)\b",
    re.IGNORECASE,
)
_SAYS = "say|said|think|argue|argued|warn|claim|propose|call for|tell|told|respond|react|announce|write|comment"
_SPEAKER = re.compile(rf"\b(?:did|does|do|has|have|had) (.{{1,60}}?) (?:{_SAYS})\b", re.IGNORECASE)
_PARTICLES = re.compile(
    r" (?:(?:von|van|der|den|de|del|della|di|da|dos|la|le|bin|ibn|al|el|zu) ){0,3}"
)  # between the words of a name
_NAME = re.compile(r"\b[A-Z][\w.\-’']*\w|\b\d[\d.,]*\b|\b[A-Z]{2,}\b")


def parse(raw: str, longest: int) -> Question:
    """A question as it was typed, without control characters and runs of white space.

    Raises:
        BadQuestion: nothing is left, or it is longer than `longest` characters.
    """
    text = clean(raw)
    if not text or not any(char.isalnum() for char in text):
        raise BadQuestion("The question is empty.", "Type a question about the documents.")
    if len(text) > longest:
        raise BadQuestion(
            f"The question has {len(text):,} characters; at most {longest:,} can be asked at once.",
            "Ask for one thing at a time, or put the long text into a document of its own.",
        )
    kind, broad = asked(text), bool(_BROAD.search(text))
    several = broad or asks_for_several(text, for_a_fact=kind is not Asked.ANYTHING)
    return Question(text, kind, broad, names(text), speaker(text), several)


def clean(raw: str) -> str:
    """Without control and invisible formatting characters; white space is single spaces."""
    kept = "".join(" " if c.isspace() else c for c in raw if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(kept.split())


def asked(text: str) -> Asked:
    """The kind of fact asked for: the first question word decides."""
    found = [(m.start(), kind) for kind, pattern in _ASKED if (m := re.search(pattern, text, re.IGNORECASE))]
    return min(found, key=lambda pair: pair[0])[1] if found else Asked.ANYTHING


def speaker(text: str) -> tuple[str, ...]:
    """The names in "what did … say"."""
    found = _SPEAKER.search(text)
    return names(f". {found.group(1)}") if found else ()


def names(text: str) -> tuple[str, ...]:
    """Words that start with a capital or hold a digit, save a capital that only opens the sentence."""
    found = [m for m in _NAME.finditer(text) if m.start() > 0 or m.group().isupper()]
    parts = [part for m in found for part in words(m.group().removesuffix("'s").removesuffix("’s"))]
    return tuple(dict.fromkeys(p for p in parts if p not in STOP_WORDS))


def as_asked(question: Question, names: Sequence[str]) -> tuple[str, ...]:
    """Names of a question as they stand in it: with their capitals, and in one piece where they stand side by side or with
    particles between them ("Ursula von der Leyen")."""
    places = [m for m in re.finditer(r"\w+", question.text) if m.group().lower() in names]
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and _PARTICLES.fullmatch(question.text, runs[-1][1], place.start()):
            runs[-1] = (runs[-1][0], place.end())
        else:
            runs.append(place.span())
    return tuple(dict.fromkeys(question.text[start:end] for start, end in runs)) or tuple(names)
