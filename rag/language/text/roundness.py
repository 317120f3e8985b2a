"""How round a number is. Who rounds writes a rounder number: "about 1,200" for 1,215, and never "about 1,202" for 1,200."""

from __future__ import annotations

from fractions import Fraction
from math import inf

_FINEST = 6  # digits behind the point; a value that has more of them is not round at all
_SIMPLE = 12  # up to here people count, and do not round


def grain(value: Fraction) -> float:
    """The largest of 1, 5, 10, 50, 100, ... (and their parts) that a value is a multiple of; 0 where it has no end."""
    scaled = abs(value) * 10**_FINEST
    if not scaled:
        return inf
    if scaled.denominator != 1:
        return 0.0
    number, power = scaled.numerator, 0
    while number % 10 == 0:
        number, power = number // 10, power + 1
    half = 5 if number % 5 == 0 else 1
    return half * 10.0 ** (power - _FINEST)


def may_round(rounded: Fraction, exact: Fraction) -> bool:
    """Whether somebody who rounds the exact value may write the other: the same, a rounder one, or a small whole number."""
    small = rounded.denominator == 1 and abs(rounded) <= _SIMPLE
    return rounded == exact or small or grain(rounded) > grain(exact)
