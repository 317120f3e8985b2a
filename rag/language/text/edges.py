"""The day on which a period begins or ends, so that "by the end of 2029" and "before 2030" are one."""

from __future__ import annotations

from datetime import date, timedelta

from rag.language.text.dates import DateMention

_FROM_START = frozenset({"before", "from"})
_TO_END = frozenset({"until", "by", "after"})
_ENDS = ("end", "last")
_ANY_YEAR = 2001  # stands for the year that a text leaves out; both sides must leave it out


def edge(mention: DateMention) -> date | None:
    """The first day after, or of, the period that a date with "before", "by", "until", "after", "from" or "end of" limits.

    `None` where it limits nothing, or is no day of the calendar.
    """
    is_end = (mention.part or "").startswith(_ENDS)
    if mention.relation in _FROM_START and not is_end:
        return _first(mention)
    if mention.relation in _TO_END or is_end:
        return _day_after(mention)
    return None


def _first(mention: DateMention) -> date | None:
    return _day(mention.year or _ANY_YEAR, mention.month or 1, mention.day or 1) if _is_plain(mention) else None


def _day_after(mention: DateMention) -> date | None:
    year = mention.year or _ANY_YEAR
    if mention.month and mention.day:
        last = _day(year, mention.month, mention.day)
        return last + timedelta(days=1) if last else None
    if mention.month:
        return _day(year + mention.month // 12, mention.month % 12 + 1, 1)
    return _day(year + 1, 1, 1) if mention.year else None


def _is_plain(mention: DateMention) -> bool:
    return bool(mention.year or mention.month) and mention.part in (
        None,
        "beginning",
        "start",
        "the beginning",
        "the start",
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
