"""Which words of a sentence are the fact that was asked for: dates, numbers, places, names. Rules only; no model.

Used for two things: a sentence that holds a fact of the asked kind is better evidence, and the fact is set apart when shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.words import STOP_WORDS, stem, words
from rag.reading.question import Asked

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|dozen"
)
_TIME = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_MONTHS})(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?\b"
    r"|\b(?:in |since |by |until |from )?(?:1[5-9]|20)\d\d(?:s\b|\b(?![,.]\d))|\b\d{1,2}(?:st|nd|rd|th) centur(?:y|ies)\b"
)
_NUMBER = re.compile(
    r"(?:(?:over|under|about|around|nearly|almost|at least|at most|up to|more than|less than|fewer than|some) )?"
    rf"(?:[$€£¥]\s?\d[\d,.]*\d|[$€£¥]\s?\d|\b\d[\d,.]*\d(?![\w])|\b\d(?![\w])|\b(?:{_NUMBER_WORDS})(?:[- ](?:{_NUMBER_WORDS}))*\b)"
    r"(?:\s?(?:%|per cent|percent|million|billion|trillion|thousand|hundred)\b|%)*",
    re.IGNORECASE,
)
_CAPITALISED = r"[A-Z][\w’'\-]*"
_NAME = re.compile(rf"\b{_CAPITALISED}(?:(?:, and | and |, | of the | of | for | de | ){_CAPITALISED})*")
_COUNTED = re.compile(r"\bhow many (?:\w+ly )?(\w+)", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|to|on|[Aa]cross|[Bb]etween)\s+(?:the\s+)?("
    + _NAME.pattern.removeprefix(r"\b")
    + ")"
)


def facts(sentence: str, asked: Asked, question: str) -> tuple[tuple[int, int], ...]:
    """`[start, end]` of the stretches of a sentence that are of the asked kind and that the question does not hold already."""
    known = {stem(w) for w in words(question)}
    found = [span for span in _candidates(sentence, asked) if _is_new(sentence[span[0] : span[1]], known)]
    if asked is Asked.NUMBER and (noun := _COUNTED.search(question)):
        counted = [span for span in found if stem(noun.group(1).lower()) in _next_stems(sentence, span[1])]
        found = counted or found
    return tuple(found)


def holds_fact(sentence: str, asked: Asked, question: str) -> bool:
    """Whether a sentence holds something of the asked kind; always true where no kind is asked for."""
    return asked is Asked.ANYTHING or bool(facts(sentence, asked, question))


def _candidates(sentence: str, asked: Asked) -> Iterable[tuple[int, int]]:
    if asked is Asked.TIME:
        return [
            m.span()
            for m in _TIME.finditer(sentence)
            if m.group() != "May" or sentence[m.end() :].lstrip()[:1].isdigit()
        ]
    if asked is Asked.NUMBER:
        dates = [m.span() for m in _TIME.finditer(sentence)]
        return [m.span() for m in _NUMBER.finditer(sentence) if not any(a <= m.start() < b for a, b in dates)]
    if asked is Asked.PLACE:
        months = re.compile(rf"^(?:{_MONTHS})\b")
        return [m.span(1) for m in _PLACE.finditer(sentence) if not months.match(m.group(1))]
    if asked is Asked.PERSON:
        return [m.span() for m in _NAME.finditer(sentence) if not _is_no_name(sentence, m)]
    return []


def _next_stems(sentence: str, position: int) -> set[str]:
    """The stems of the few words that follow: what a number counts."""
    return {stem(w) for w in words(sentence[position : position + 60])[:5]}


def _is_no_name(sentence: str, found: re.Match[str]) -> bool:
    """Months, and a single word that has its capital from opening the sentence."""
    if re.search(rf"\b(?:{_MONTHS})\b", found.group()):
        return True
    return found.start() == 0 and len(found.group().split()) == 1 and found.group().lower() in _COMMON_OPENERS


_COMMON_OPENERS = STOP_WORDS | set(
    "however although while many several according yet also given since despite later in one two three".split()
)


def _is_new(stretch: str, known: set[str]) -> bool:
    parts = [w for w in words(stretch) if w not in STOP_WORDS]
    return bool(parts) and not all(stem(w) in known for w in parts)
