"""Numbers that two others of a text make when multiplied: so many each, a share of a whole, what was there before a change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import permutations

from rag.language.text.numerals import numerals
from rag.language.text.quantity import Quantity

_MEASURED = frozenset({"count", "money", "unit"})


def products(claimed: Quantity, cited: Sequence[Quantity]) -> Iterable[Fraction]:
    """What a claimed count, amount or measure can be made of: "12 wards with 20 beds", "half of the 36", "down 8 per cent to 46"."""
    for one, other in permutations(cited, 2):
        if one.kind == "count" and other.kind in _MEASURED and min(one.value, other.value) > 1:
            yield one.value * _in_kind(claimed, other)
        if one.kind == "share" and other.kind in _MEASURED:
            whole = _in_kind(claimed, other)
            yield from (whole * one.value, whole * (1 - one.value), whole * (1 + one.value), whole / (1 + one.value))
            if one.value != 1:
                yield whole / (1 - one.value)


def _in_kind(claimed: Quantity, other: Quantity) -> Fraction:
    """A value as the claim would write it: in base units where kind and unit are the same, else the number that stands there."""
    if (claimed.kind, claimed.unit) == (other.kind, other.unit):
        return other.value
    written = numerals(other.text)
    return written[0].value if written else other.value
