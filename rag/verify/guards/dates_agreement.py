"""Whether a date of a claim and one of the cited text agree, or stand in each other's place."""

from __future__ import annotations

from rag.language.text.calendar_words import LOOSE
from rag.language.text.dates import DateMention
from rag.language.text.relative_dates import full_date
from rag.verify.guards.dates_cited import Cited

_SPANS = {"decade": 10, "century": 100}


def agrees(claimed: DateMention, cited: Cited) -> bool:
    """Whether the cited date lies within the claimed one: less exact is fine, more exact is not."""
    if claimed.weekday is not None and claimed.day is None:
        day = full_date(cited.mention)
        return claimed.weekday in (cited.mention.weekday, day.weekday() if day else None)
    if claimed.part in _SPANS:
        return any(year // _SPANS[claimed.part] == (claimed.year or 0) // _SPANS[claimed.part] for year in cited.years)
    if claimed.year is not None and claimed.year not in cited.years:
        return False
    if claimed.month == cited.mention.month and _same_part(claimed.part, cited.mention.part):
        return True
    return _within(cited.mention.months, claimed.months) and _within(cited.mention.days, claimed.days)


def _same_part(one: str | None, other: str | None) -> bool:
    """ "Late" and "the end of", "early" and "the first week of" tell the same stretch."""
    return bool(one and other) and (one == other or any({one, other} <= alike for alike in LOOSE))


def _within(inner: tuple[int, int] | None, outer: tuple[int, int] | None) -> bool:
    if outer is None:
        return True
    return inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def is_rival(claimed: DateMention, cited: DateMention) -> bool:
    """Whether the cited date is of the same exactness: then it stands where the claim has another."""
    same = [
        getattr(claimed, field) is None or getattr(cited, field) is not None for field in ("year", "day", "weekday")
    ]
    return all(same) and (claimed.months is None or cited.months is not None)
