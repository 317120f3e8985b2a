"""Numbers that words of a text make without a numeral: "again" is a second time, "since 2019" so many years at the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations, pairwise

from rag.language.text.bearing import is_within_reach
from rag.language.text.bounds import Bound
from rag.language.text.dates import DateMention, dates
from rag.language.text.quantity import Quantity
from rag.language.text.relative_dates import full_date, nearest_year
from rag.language.tokens import alike

_AGAIN = re.compile(
    r"\b(?:again|anew|afresh|another|twice|once more|repeat(?:s|ed|ing)?|repetition|re-(?:run|elect\w*|stand))\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"\bquarter\b(?! of (?:an?|the) (?!year))", re.IGNORECASE)
_BY_HALF = re.compile(r"halv|twice", re.IGNORECASE)
_STRETCH = re.compile(r"\b(?:from|between) $", re.IGNORECASE)
_TO = re.compile(r" (?:to|until|till|and) ")
_MONTH = Fraction(30)  # days
_WEEK = 7
_LOOSE = 3  # days that may be lacking or left over where somebody counts in weeks
_REACH = {Bound.ABOUT: 0.1, Bound.NEARLY: 0.15}  # the part of a span by which it may be rounded


def is_inferred(claimed: Quantity, cited: Sequence[Quantity], text: str, written: str | None) -> bool:
    """Whether a text written on `written` has what the number counts: a second time, the ones before the fourth, years since."""
    if claimed.kind == "rank" and claimed.value == 2 and not any(q.kind == "rank" for q in cited):
        return bool(_AGAIN.search(text))
    if claimed.kind == "times" and _BY_HALF.match(claimed.text):
        return any(q.kind == "share" and q.value * claimed.value == 1 for q in cited)
    if claimed.kind == "count":
        last = {"rank", "count"} if "other" in claimed.nouns else {"rank"}
        return any(q.kind in last and q.value == claimed.value + 1 and _same_things(q, claimed) for q in cited)
    if claimed.kind != "unit":
        return False
    if claimed.unit == "months" and claimed.value == 3 and _QUARTER.search(text):
        return True
    spans = _spans(claimed.unit, alike(text), written if claimed.is_apart else None)
    if any(_is_about_as_long(claimed, q) for q in cited if q.kind == "unit"):
        return True
    return any(_fits(claimed, apart) for apart in spans)


def _same_things(one: Quantity, other: Quantity) -> bool:
    return bool((set(one.nouns[:3]) & set(other.nouns[:3])) - {"other"})


def _is_about_as_long(claimed: Quantity, cited: Quantity) -> bool:
    """ "About two months" for 60 days, "less than two months" for seven weeks."""
    days = {"time": Fraction(1), "months": _MONTH}
    if {claimed.unit, cited.unit} != days.keys():
        return False
    value = cited.value * days[cited.unit] / days[claimed.unit]
    return is_within_reach(replace(claimed, is_words=True), replace(cited, value=value))


def _fits(claimed: Quantity, apart: int) -> bool:
    """Whether a span is as long as the claim says, as exactly as its unit and its bound are meant."""
    value = float(claimed.value)
    weeks = claimed.unit == "time" and value >= 2 * _WEEK and "week" in claimed.text.lower()
    loose = max(_LOOSE if weeks else 0, value * _REACH.get(claimed.bound, 0))
    return abs(value - apart) <= loose


def _spans(unit: str, text: str, written: str | None) -> Iterator[int]:
    """How far the dates of a text lie from the day of writing: in days, or in months, where only years are known in whole years."""
    parts = [int(part) for part in re.findall(r"\d+", written or "")][:3]
    found = dates(text)
    if unit == "months":
        yield from (
            abs(a.month - b.month) for a, b in combinations(found, 2) if a.month and b.month and a.year == b.year
        )
    for mention in _single(found, text) if parts else ():
        if unit == "time" and len(parts) == 3:
            yield from _days(mention, date(*parts), written)
        elif unit == "months":
            yield from _months(mention, parts, written)


def _single(found: Sequence[DateMention], text: str) -> list[DateMention]:
    """The dates that are no end of a stretch: of "from April to October" nothing is counted to another day."""
    ends = [
        pair
        for pair in pairwise(found)
        if _STRETCH.search(text[: pair[0].start]) and _TO.fullmatch(text[pair[0].end : pair[1].start])
    ]
    return [mention for mention in found if not any(mention in pair for pair in ends)]


def _days(mention: DateMention, day: date, written: str | None) -> Iterator[int]:
    if mention.month is None or mention.day is None:
        return
    year = mention.year or nearest_year(mention.month, written)
    told = full_date(DateMention(mention.start, mention.end, mention.text, year, mention.month, mention.day))
    if told is not None:
        yield abs((day - told).days)


def _months(mention: DateMention, parts: Sequence[int], written: str | None) -> Iterator[int]:
    if mention.year is not None:
        yield 12 * abs(parts[0] - mention.year)
    if mention.month is not None and len(parts) > 1:
        year = mention.year or nearest_year(mention.month, written) or parts[0]
        yield abs(12 * (parts[0] - year) + parts[1] - mention.month)
