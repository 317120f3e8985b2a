"""How often something happens, in whatever words: "twice a year", "every six months", "half-yearly", "six-monthly"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from rag.language.text.numerals import numerals
from rag.language.text.units import unit_of

_DAYS = {"time": Fraction(1), "months": Fraction(365, 12)}
_UNITS = "minute|hour|day|week|fortnight|month|quarter|year|decade"
_LY = {"hourly": "hour", "daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month",
       "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year"}  # fmt: skip
_PREFIXES = {"": Fraction(1), "half": Fraction(2), "semi": Fraction(2)}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3}"
_PER = re.compile(
    rf"\b(?:(?P<word>once|twice|thrice)|(?P<times>{_SMALL})[- ]times)\s(?:in\s)?(?:an?|per|each|every)\s(?P<unit>{_UNITS})\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b(?:every|each|once in)\s(?:(?P<number>{_SMALL})\s|(?P<rank>other|second|third|fourth|fifth|sixth)\s)?(?P<unit>{_UNITS})s?\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    rf"\b(?:(?P<prefix>half|semi|bi)[- ]?|(?P<number>{_SMALL})-)?(?P<word>{'|'.join(_LY)})\b", re.IGNORECASE
)
_RANKS = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


@dataclass(frozen=True, slots=True)
class Frequency:
    """The words at `text[start:end]` and the number of times a day that each of their readings makes: "biannual" has two."""

    start: int
    end: int
    rates: tuple[Fraction, ...]


def frequencies(text: str) -> list[Frequency]:
    """The frequencies of a text, in no order."""
    per = [
        _found(m, (Fraction(_TIMES.get((m["word"] or "").lower()) or _number(m["times"])) / _span(m["unit"]),))
        for m in _PER.finditer(text)
    ]
    every = [_found(m, (1 / (_between(m) * _span(m["unit"])),)) for m in _EVERY.finditer(text)]
    return per + every + [_adjective(m) for m in _ADJECTIVE.finditer(text)]


def as_often(one: Frequency, other: Frequency) -> bool:
    """Whether two frequencies can be the same."""
    return bool(set(one.rates) & set(other.rates))


def _found(match: re.Match[str], rates: tuple[Fraction, ...]) -> Frequency:
    return Frequency(match.start(), match.end(), rates)


def _adjective(match: re.Match[str]) -> Frequency:
    rate = 1 / _span(_LY[match["word"].lower()])
    prefix = (match["prefix"] or "").lower()
    if match["number"]:
        return _found(match, (rate / _number(match["number"]),))
    return _found(match, (rate * 2, rate / 2) if prefix == "bi" else (rate * _PREFIXES[prefix],))


def _between(match: re.Match[str]) -> Fraction:
    if match["rank"]:
        return Fraction(_RANKS[match["rank"].lower()])
    return _number(match["number"]) if match["number"] else Fraction(1)


def _number(written: str) -> Fraction:
    return numerals(written)[0].value


def _span(unit: str) -> Fraction:
    """The days of a unit of time."""
    if unit.lower() == "quarter":
        return 3 * _DAYS["months"]
    dimension, value = unit_of(unit) or ("time", Fraction(1))
    return value * _DAYS[dimension]
