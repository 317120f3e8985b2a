"""Citation markers in a reply: `[3]`, `[1][4]`, `[1, 4]`, `[1–3]`, `[^2]`, `【3】`, `[Source 3]`, `[S3]`. Pure functions.

A marker names one to three digits, so `[2024]` is a year and stays in the text. A bare `(3)` is one only at the end of a
sentence, where nothing else can be meant: laws are full of "Article 5(1)" and "paragraph (2)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WIDEST = 60  # numbers: a wider range is taken for its two ends
LONGEST = 130  # characters of a marker with its link: that much must be seen before one can be ruled out

_WORD = r"(?:(?:sources?|evidence|sentences?|documents?|docs?|references?|refs?|passages?|citations?|cite)\.?:?\s{0,2}|[SE#^])"
_ITEM = rf"{_WORD}?\^?\d{{1,3}}(?:\s?[-–—]\s?[SE]?\d{{1,3}})?\^?"
_LIST = rf"{_ITEM}(?:\s?(?:,|;|&|/|\+|and|,\s?and)\s?{_ITEM}){{0,15}}"
_SQUARE = rf"\\?[\[［]{{1,2}}\s?{_LIST}\s?(?:[:|†][^\]】\[\n]{{0,60}})?\\?[\]］]{{1,2}}(?:\((?:https?:|#|/)[^()\s]{{0,80}}\))?"
_CORNER = rf"【\s?{_LIST}\s?(?:[:†][^】\n]{{0,40}})?】"
_ROUND = rf"\(\s?(?:see\s)?{_WORD.replace('|[SE#^]', '')}{_LIST}\s?\)"
_RAISED = rf"<sup>\s?\[?{_LIST}\]?\s?</sup>"

MARKER = re.compile(f"(?:{_SQUARE}|{_CORNER}|{_ROUND}|{_RAISED})", re.IGNORECASE)
_JOIN = r"\s{0,2}(?:,|;|&|-|–|and|,\s?and)?\s{0,2}"
# What is taken in once is not given back (`?>`): the ways to share out the spaces between many markers would all be tried.
GROUP = re.compile(rf"(?>{MARKER.pattern}(?:{_JOIN}{MARKER.pattern}){{0,30}})", re.IGNORECASE)
_JOINED_RANGE = re.compile(r"(\d{1,3})[^\d\s]{1,3}[-–][^\d\s]{1,3}(\d{1,3})")
_RANGE = re.compile(r"(\d{1,3})(?:\s?[-–—]\s?[SE]?(\d{1,3}))?", re.IGNORECASE)
_LABEL_AFTER = re.compile(r"(?<=\d)\s?[:|†].*?(?=[\]］】]|$)|\((?:https?:|#|/)[^()\s]*\)")
# "(2)" at the end of a sentence, unless the word before it makes it the number of a provision.
_BARE = re.compile(
    r"(?<![\w)])(?<!paragraph )(?<!paragraphs )(?<!article )(?<!section )(?<!subsection )(?<!point )(?<!clause )(?<!item )"
    r"(?<!figure )(?<!table )(?<!step )(?<!number )(?<!equation )(?<!letter )(?<!annex )(?<!option )(?<!part )"
    r"\((\d{1,2}(?:\s?,\s?\d{1,2})*)\)(?=[.!?…]*[\"”’»]*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A text without its markers, and the numbers that they name, in order."""

    text: str
    numbers: tuple[int, ...]


def lift(text: str, *, bare: int = 0) -> Cited:
    """Take the markers out of one sentence.

    Args:
        bare: also take `(3)` at the very end, where all its numbers are from 1 to this; 0: never.
    """
    numbers = [number for match in GROUP.finditer(text) for number in _numbers(match[0])]
    if not numbers and bare:
        text, numbers = _bare(text, bare)
    return Cited(_without(text), tuple(dict.fromkeys(numbers)))


def only_markers(text: str) -> bool:
    """Whether a line holds nothing but markers and punctuation."""
    return bool(GROUP.search(text)) and not GROUP.sub("", text).strip(" .,;:-–()")


def _numbers(group: str) -> list[int]:
    bare = _JOINED_RANGE.sub(r"\1-\2", _LABEL_AFTER.sub("", group))
    return [number for match in _RANGE.finditer(bare) for number in _span(int(match[1]), int(match[2] or match[1]))]


def _span(first: int, last: int) -> list[int]:
    return list(range(first, last + 1)) if 0 <= last - first <= _WIDEST else [first, last]


def _bare(text: str, most: int) -> tuple[str, list[int]]:
    match = _BARE.search(text.rstrip())
    numbers = [int(number) for number in match[1].split(",")] if match else []
    if not match or not all(1 <= number <= most for number in numbers):
        return text, []
    return text[: match.start()].rstrip() + text[match.end() :], numbers


_LEAD = re.compile(
    rf"^(?:As (?:\w+ )?(?:in|by)|According to|In|Per|From|As per)\s{{1,2}}{GROUP.pattern},\s*(\w)", re.IGNORECASE
)
_GAP = r"(?:(?<!\s)\s+)?"  # white space from its beginning on, so that a long stretch of it is read once
_BEFORE_PUNCTUATION = re.compile(rf"{_GAP}{GROUP.pattern}\s*(?=[.,;:!?)…”’\"]|$)", re.IGNORECASE)
_ELSEWHERE = re.compile(rf"{_GAP}{GROUP.pattern}\s*", re.IGNORECASE)
_HALF = re.compile(rf"{_GAP}\\?[\[【［]{{1,2}}[^\]】］]{{0,30}}$")
_EMPTIED = re.compile(rf"{_GAP}\(\s*(?:see|sources?|evidence|from|cf\.?|and)?[:\s]*\)", re.IGNORECASE)
_TWO_STOPS = re.compile(r"(?<=[.!?…])\s?\.$")


def _without(text: str) -> str:
    """Spaces close up where a marker stood; "According to [3], it …" becomes "It …"."""
    text = _LEAD.sub(lambda match: match[1].upper(), text)
    taken = _ELSEWHERE.sub(" ", _BEFORE_PUNCTUATION.sub("", text))
    if taken != text:
        taken = _EMPTIED.sub("", taken)
    return _TWO_STOPS.sub("", taken.strip()) if taken != text else text.strip()


def without_half(text: str) -> str:
    """`text` without a marker that was cut off at its end: `… Shanghai [1`."""
    return _HALF.sub("", text)
