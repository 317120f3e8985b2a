"""Dates that are told from the day of writing: "last July", "this year", "yesterday", "on Monday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rag.language.text.calendar_words import MONTHS, PARTS, WEEKDAYS
from rag.language.text.dates import DateMention

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_RELATIVE = re.compile(
    rf"\b(?P<day>yesterday|today|tomorrow|tonight)\b"
    rf"|\b(?P<which>last|this|next|past|previous|coming|current|following)\s+"
    rf"(?:(?P<unit>year|month)\b|(?P<month>{_NAMES})\b|(?P<season>spring|summer|autumn|fall|winter)\b|(?P<weekday>{'|'.join(WEEKDAYS)})\b)"
    rf"|\bon (?P<on>{'|'.join(WEEKDAYS)})\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|currently|at present|presently|so far|to date|as of (?:this|today|now)\w*|this (?:week|month|year)|these days|"
    r"(?:has|have) (?:not )?yet|not yet|still|until now|up to now)\b",
    re.IGNORECASE,
)
_SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_THEN = re.compile(
    r"\b(?:(?:that|the same|those|the (?:following|next|previous|preceding)|this) (?:period|year|month|week|day|date|time|quarter|season|decade|evening|morning|night)s?"
    r"|the (?:period|reporting year)|by then|since then|until then|till then|(?:days?|weeks?|months?|years?) (?:later|earlier|after|before))\b",
    re.IGNORECASE,
)
_DAY_SHIFT = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def relative_dates(text: str, written: str | None) -> list[DateMention]:
    """The relative dates of a text written on `written` (YYYY, YYYY-MM or YYYY-MM-DD), as far as it lets them be told."""
    parts = [int(p) for p in re.findall(r"\d+", written or "")][:3]
    if not parts:
        return []
    found = (_resolve(match, parts) for match in _RELATIVE.finditer(text))
    return [mention for mention in found if mention is not None]


def present(text: str, written: str | None) -> list[DateMention]:
    """The day of writing, as far as it is known, where a text speaks of the time in which it is written."""
    now = _NOW.search(text)
    parts = [int(p) for p in re.findall(r"\d+", written or "")][:3]
    if now is None or not parts:
        return []
    year, month, day = (*parts, None, None)[:3]
    return [DateMention(now.start(), now.end(), now.group(), year, month, day)]


def refers_to_time(text: str) -> bool:
    """Whether a text speaks of a time that was told before: "that year", "by then", "the period"."""
    return bool(_THEN.search(text))


def weekdays_to_come(text: str, written: str | None) -> list[DateMention]:
    """The other reading of "on Tuesday": the next one, where `relative_dates` has the last."""
    parts = [int(p) for p in re.findall(r"\d+", written or "")][:3]
    found = (_weekday(m, parts, m["on"], 1) for m in _RELATIVE.finditer(text) if m["on"])
    return [mention for mention in found if mention is not None]


def has_relative(text: str) -> bool:
    """Whether a text tells a date from the day of writing."""
    return bool(_RELATIVE.search(text))


def full_date(mention: DateMention) -> date | None:
    """The day that a full date names; `None` where it is partial or no day of the calendar."""
    if mention.year is None or mention.month is None or mention.day is None:
        return None
    try:
        return date(mention.year, mention.month, mention.day)
    except ValueError:
        return None


def nearest_year(month: int, written: str | None) -> int | None:
    """The year in which a month without a year most likely fell, seen from the day of writing: the nearest one."""
    parts = [int(p) for p in re.findall(r"\d+", written or "")]
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    return min((parts[0] - 1, parts[0], parts[0] + 1), key=lambda year: abs((year - parts[0]) * 12 + month - parts[1]))


def _resolve(match: re.Match[str], parts: list[int]) -> DateMention | None:
    start, end = match.span()
    text = match.group()
    if match["day"]:
        return _day(match, parts, _DAY_SHIFT[match["day"].lower()])
    if match["on"]:
        return _weekday(match, parts, match["on"], -1)
    shift = _SHIFT[match["which"].lower()]
    if match["weekday"]:
        return _weekday(match, parts, match["weekday"], shift)
    if match["unit"] and match["unit"].lower() == "year":
        return DateMention(start, end, text, year=parts[0] + shift)
    if len(parts) < 2:
        return None
    if match["unit"]:
        months = parts[0] * 12 + parts[1] - 1 + shift
        return DateMention(start, end, text, year=months // 12, month=months % 12 + 1)
    if match["month"]:
        month = MONTHS[match["month"].lower()]
        return DateMention(start, end, text, year=_year(month, month, parts, shift), month=month)
    season = match["season"].lower()
    return DateMention(start, end, text, year=_year(*PARTS[season], parts, shift), part=season)


def _year(first: int, last: int, parts: list[int], shift: int) -> int:
    """The year of the last or next such month: this year's where it lies that way, else the one beside it."""
    if shift < 0:
        return parts[0] if last < parts[1] else parts[0] - 1
    if shift > 0:
        return parts[0] if first > parts[1] else parts[0] + 1
    return parts[0]


def _day(match: re.Match[str], parts: list[int], shift: int) -> DateMention | None:
    if len(parts) < 3:
        return None
    day = date(*parts) + timedelta(days=shift)
    return DateMention(match.start(), match.end(), match.group(), day.year, day.month, day.day)


def _weekday(match: re.Match[str], parts: list[int], name: str, shift: int) -> DateMention | None:
    if len(parts) < 3:
        return None
    written, wanted = date(*parts), WEEKDAYS[name.lower()]
    back = (written.weekday() - wanted) % 7
    day = written - timedelta(days=back) if shift < 0 else written + timedelta(days=(wanted - written.weekday()) % 7)
    return DateMention(match.start(), match.end(), match.group(), day.year, day.month, day.day, weekday=wanted)
