"""Shares and spans that take several words: "one in five", "every second", "a year and a half"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction

from rag.language.text.quantity import Quantity
from rag.language.text.units import unit_of

_OUT_OF = re.compile(r"(?: [a-z]+){0,2} (?:in|out of)(?: every)? ")
_EVERY = re.compile(
    r"\bevery (?P<rank>second|third|fourth|fifth|sixth|tenth)\b(?! (?:minute|hour|day|week|month|quarter|year)s?\b)",
    re.IGNORECASE,
)
_RANKS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_AND_A_HALF = re.compile(
    r"\b(?:an?|one) (?P<unit>minute|hour|day|week|month|year|decade|century) and a half\b", re.IGNORECASE
)


def proportions(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """ "One in five" and "every fifth", each with the numbers that stand in it also found by themselves."""
    pairs = (
        Quantity(
            one.start,
            other.end,
            text[one.start : other.end],
            "share",
            one.value / other.value,
            bound=one.bound,
            is_words=True,
        )
        for one, other in itertools.pairwise(found)
        if one.kind == other.kind == "count"
        and 0 < one.value < other.value
        and _OUT_OF.fullmatch(text[one.end : other.start])
    )
    every = (
        Quantity(m.start(), m.end(), m.group(), "share", Fraction(1, _RANKS[m["rank"].lower()]), is_words=True)
        for m in _EVERY.finditer(text)
    )
    return [*pairs, *every]


def halves_of_units(text: str) -> list[Quantity]:
    """ "A year and a half"."""
    return [_one_and_a_half(match) for match in _AND_A_HALF.finditer(text)]


def _one_and_a_half(match: re.Match[str]) -> Quantity:
    dimension, value = unit_of(match["unit"]) or ("", Fraction(1))
    return Quantity(match.start(), match.end(), match.group(), "unit", value * Fraction(3, 2), dimension, is_words=True)
