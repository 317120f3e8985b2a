"""Dates that are told from another date of the text: "3 July ... the next day", "two weeks later", "a day earlier"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from rag.language.text.dates import DateMention
from rag.language.text.numerals import numerals
from rag.language.text.relative_dates import full_date

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_ANY_YEAR = 2001
_UNITS = "day|week|fortnight|month|year"
_BACK = "before|earlier|previously|previous|preceding|prior|ahead"
_AMOUNT = r"(?P<number>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
_SHIFT = re.compile(
    rf"\b(?:{_AMOUNT} (?P<unit>{_UNITS})s? (?P<way>later|after|afterwards|on|hence|{_BACK})\b"
    rf"|the (?P<which>next|following|{_BACK}) (?P<single>{_UNITS})\b"
    rf"|the (?P<day>{_UNITS}) (?P<side>after|before|earlier)\b)",
    re.IGNORECASE,
)


def shifted_dates(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The days, months or years that lie as far from any dated mention as the text says, before or after it."""
    return [
        mention
        for match in _SHIFT.finditer(text)
        for base in mentions
        if (base.year or base.day) and (mention := _shifted(match, base)) is not None
    ]


def _shifted(match: re.Match[str], base: DateMention) -> DateMention | None:
    unit = (match["unit"] or match["single"] or match["day"]).lower()
    back = (match["way"] or match["which"] or match["side"]).lower() in _BACK.split("|")
    amount = _amount(match["number"]) * (-1 if back else 1)
    there = replace(base, start=match.start(), end=match.end(), text=match.group(), weekday=None, relation="")
    if unit in _DAYS:
        return _later(there, amount * _DAYS[unit])
    if unit == "year":
        return replace(there, year=base.year + amount) if base.year else None
    if base.month is None:
        return None
    years, months = divmod(base.month - 1 + amount, 12)
    return replace(there, year=base.year + years if base.year else None, month=months + 1)


def _amount(written: str | None) -> int:
    number = numerals(written or "")
    return int(number[0].value) if number else 1


def _later(mention: DateMention, days: int) -> DateMention | None:
    """The day so many days later; where the year is not told, it stays so."""
    day = full_date(replace(mention, year=mention.year or _ANY_YEAR))
    if day is None:
        return None
    there = day + timedelta(days=days)
    return replace(mention, year=there.year if mention.year else None, month=there.month, day=there.day)
