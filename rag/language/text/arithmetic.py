"""Whether a number follows by simple reckoning from those of a text: a sum, a difference, a ratio, what is left of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from rag.language.text.bearing import is_within_reach
from rag.language.text.bounds import Bound
from rag.language.text.numerals import numerals
from rag.language.text.products import products
from rag.language.text.quantity import Quantity
from rag.language.text.roundness import may_round
from rag.language.text.units import unit_of

_MOST = 8  # among more numbers, some two will make any third by chance
_LEAST_PART = Fraction(1, 100)  # what is smaller beside the other is lost in rounding: nobody adds it
_PLAIN = frozenset({Bound.EXACT, Bound.ABOUT})  # what is only a limit cannot be reckoned with
_COUNTED = frozenset({"count", "money", "unit", "points"})


def is_reckoned(claimed: Quantity, cited: Sequence[Quantity]) -> bool:
    """Whether the claimed number, within its bound, is a result of two numbers of the text."""
    parts = [q for q in cited if (q.bound in _PLAIN or q.is_extent) and not _is_first_unit(q)]
    if len(cited) > _MOST:
        return False
    made = products(claimed, parts) if claimed.kind in _COUNTED else ()
    return any(_agrees(claimed, value) for value in _results(claimed, parts)) or any(_rounds(claimed, v) for v in made)


def _is_first_unit(quantity: Quantity) -> bool:
    """ "The first day" counts nothing that could be added."""
    return quantity.kind == "unit" and quantity.text.lower().startswith("first")


def _results(claimed: Quantity, cited: Sequence[Quantity]) -> Iterable[Fraction]:
    if claimed.kind in _COUNTED:
        yield from _sums(claimed, cited)
        yield from _ranks(claimed, cited)
    if claimed.kind == "share":
        yield from _shares(cited)
    if claimed.kind == "times":
        yield from _ratios(cited)


def _sums(claimed: Quantity, cited: Sequence[Quantity]) -> Iterable[Fraction]:
    """Sums and differences of what can be added up: counts, one currency, one unit; shares differ by points."""
    alike = _in_its_unit(claimed, cited)
    shares = [q.value * 100 for q in cited if q.kind == "share"] if claimed.kind == "points" else []
    told = [(a, b) for a, b in combinations(alike, 2) if _LEAST_PART * max(a, b) <= min(a, b)]
    yield from (abs(a - b) for a, b in [*told, *combinations(shares, 2)])
    yield from (a + b for a, b in told)
    if len(alike) > 2:
        yield sum(alike, Fraction(0))
    factors = [q.value for q in cited if q.kind == "times"] + [Fraction(12) for q in cited if q.kind == "rate"]
    yield from (result for a in alike for factor in factors for result in (a * factor, a / factor))


def _in_its_unit(claimed: Quantity, cited: Sequence[Quantity]) -> list[Fraction]:
    """What the text has of the claimed kind and unit; a bare count may have left the unit out."""
    number = numerals(claimed.text)
    scale = claimed.value / number[0].value if number and number[0].value else Fraction(1)
    same = [q.value for q in cited if (q.kind, q.unit) == (claimed.kind, claimed.unit)]
    if claimed.kind == "count":
        return [_as_written(q) for q in _addable(cited)]
    return same + [q.value * scale for q in cited if q.kind == "count"]


def _addable(cited: Sequence[Quantity]) -> list[Quantity]:
    """Amounts, measures and counts, of which any may have left its unit out; never the pronoun "one"."""
    return [q for q in cited if q.kind in ("count", "money", "unit", "times") and not (q.value == 1 and q.is_words)]


def _ranks(claimed: Quantity, cited: Sequence[Quantity]) -> Iterable[Fraction]:
    """ "The third month in a row" makes three months."""
    for rank in cited:
        unit = unit_of(rank.nouns[0]) if rank.kind == "rank" and rank.nouns else None
        if unit and unit[0] == claimed.unit:
            yield rank.value * unit[1]


def _shares(cited: Sequence[Quantity]) -> Iterable[Fraction]:
    """What is left of a whole, one count as a part of another, and by how much one amount exceeds another; "doubled" is 100 per cent more."""
    parts = [q.value for q in cited if q.kind == "share"]
    yield from (1 - part for part in parts)
    yield from (abs(a - b) for a, b in combinations(parts, 2))
    yield from (max(a, b) / min(a, b) - 1 for a, b in combinations(parts, 2) if min(a, b) > 0)
    yield from (a + b for a, b in combinations(parts, 2))
    for factor in (q.value for q in cited if q.kind == "times" and q.value > 1):
        yield from (factor - 1, 1 / factor, 1 - 1 / factor)
    for low, high in _pairs([q for q in cited if q.kind != "share"]):
        yield from (low / high, 1 - low / high, high / low - 1)


def _ratios(cited: Sequence[Quantity]) -> Iterable[Fraction]:
    yield from (high / low for low, high in _pairs(cited))


def _pairs(cited: Sequence[Quantity]) -> Iterable[tuple[Fraction, Fraction]]:
    """Two numbers of the same kind above nothing, the smaller first; a count may have left the other's unit out."""
    for one, other in combinations(cited, 2):
        if one.kind == other.kind and one.unit == other.unit and one.kind in _COUNTED | {"share"}:
            low, high = sorted((one.value, other.value))
        elif {one.kind, other.kind} in ({"count", "money"}, {"count", "unit"}):
            low, high = sorted((_as_written(one), _as_written(other)))
        else:
            continue
        if low > 0:
            yield low, high


def _as_written(quantity: Quantity) -> Fraction:
    number = numerals(quantity.text)
    return number[0].value if number else quantity.value


def _agrees(claimed: Quantity, value: Fraction) -> bool:
    if value <= 0:
        return False
    reckoned = replace(claimed, value=value, bound=Bound.EXACT)
    return _rounds(claimed, value) or is_within_reach(claimed, reckoned)


def _rounds(claimed: Quantity, value: Fraction) -> bool:
    """Whether the claim has a result, or a rounder number within a hundredth of it."""
    if claimed.value == value:
        return True
    return abs(claimed.value - value) <= value / 100 and claimed.value > 12 and may_round(claimed.value, value)
