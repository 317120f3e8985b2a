"""How one quantity bears out another: the same number, within the reach of a bound, or of the same kind but different."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from rag.language.text.bounds import Bound
from rag.language.text.multiples import vague_range
from rag.language.text.numerals import numerals
from rag.language.text.quantity import Quantity
from rag.language.text.roundness import may_round

# Which bound of the cited text bears out a claim's bound at the same number.
BORNE_OUT = {
    Bound.EXACT: {Bound.EXACT},
    Bound.ABOVE: {Bound.ABOVE, Bound.AT_LEAST},
    Bound.AT_LEAST: {Bound.AT_LEAST, Bound.ABOVE, Bound.EXACT},
    Bound.AT_MOST: {Bound.AT_MOST, Bound.BELOW, Bound.NEARLY, Bound.EXACT},
    Bound.BELOW: {Bound.BELOW, Bound.NEARLY, Bound.AT_MOST},
    Bound.NEARLY: {Bound.NEARLY, Bound.BELOW, Bound.ABOUT},
    Bound.ABOUT: set(Bound),
}
# How far a number may lie from the bound that is claimed of it: "more than 1,200" for 1,215, "about 40" for 38.
_REACH = {
    Bound.ABOVE: (Fraction(1), Fraction(3, 2)),
    Bound.AT_LEAST: (Fraction(1), Fraction(3, 2)),
    Bound.AT_MOST: (Fraction(2, 3), Fraction(1)),
    Bound.BELOW: (Fraction(2, 3), Fraction(1)),
    Bound.NEARLY: (Fraction(17, 20), Fraction(1)),
    Bound.ABOUT: (Fraction(9, 10), Fraction(11, 10)),
}
LIKE_COUNTS = frozenset({"count", "name", "rank", "both", "vague"})


def is_alike(claimed: Quantity, cited: Quantity) -> bool:
    """Whether two quantities can be of the same thing: a count may leave its unit out."""
    if claimed.kind in LIKE_COUNTS and cited.kind in LIKE_COUNTS:
        return True
    if claimed.kind == cited.kind:
        return claimed.unit == cited.unit
    kinds = {claimed.kind, cited.kind}
    if kinds == {"count", "share"}:  # "61 against 92 per cent"
        return claimed.value in (cited.value * 100, cited.value / 100)
    return "count" in kinds and kinds <= {"count", "money", "unit", "times", "points"}


def has_value(claimed: Quantity, cited: Quantity) -> bool:
    """Whether two quantities are the same number, be one of them a share and the other the number that is written for it."""
    return claimed.value in (cited.value, _in_hundredths(cited), _of_hundred(claimed, cited))


def _in_hundredths(quantity: Quantity) -> Fraction | None:
    """The number that is written for a share: 61 of "61 per cent"."""
    return quantity.value * 100 if quantity.kind == "share" else None


def _of_hundred(claimed: Quantity, quantity: Quantity) -> Fraction | None:
    """The share that a bare number is where the claim has one: 4.1 of "4.1 against 3.3 per cent"."""
    return quantity.value / 100 if (claimed.kind, quantity.kind) == ("share", "count") else None


def is_rival(claimed: Quantity, cited: Quantity) -> bool:
    """Whether the cited quantity is what the claim should have said."""
    if claimed.kind != cited.kind:
        return False
    if claimed.kind in ("count", "rank"):
        return bool(set(claimed.nouns[:2]) & set(cited.nouns[:2]))
    times = {"time", "months"}
    return claimed.unit == cited.unit or claimed.kind == "money" or {claimed.unit, cited.unit} <= times


def is_within_reach(claimed: Quantity, cited: Quantity) -> bool:
    """Whether a number lies where the claim's bound or vague word puts it: "more than 1,200" for 1,215."""
    if claimed.kind == "vague":
        low, high = vague_range(claimed)
        return low <= cited.value < high
    if claimed.bound is Bound.ABOVE and cited.bound is Bound.AT_LEAST and claimed.kind == cited.kind == "count":
        return claimed.value == cited.value - 1
    if claimed.bound not in _REACH or not claimed.value or cited.bound not in (Bound.EXACT, Bound.ABOUT):
        return False
    low_factor, high_factor = _REACH[claimed.bound]
    return low_factor <= cited.value / claimed.value <= high_factor and _may_round(claimed, cited)


def _may_round(claimed: Quantity, cited: Quantity) -> bool:
    """Whether the claimed number may be a rounding of the cited one, as it is written: in its unit, or in per cent."""
    written = numerals(claimed.text)
    shown = claimed.value * 100 if claimed.kind == "share" else written[0].value if written else claimed.value
    return claimed.is_words or may_round(shown, cited.value * shown / claimed.value)


def is_bound_kept(claimed: Quantity, same: Sequence[Quantity]) -> bool:
    """Whether a bound that the claim's number can have is borne out by one that the cited number can have."""
    if any(q.bound in BORNE_OUT[claimed.bound] for q in same):
        return True
    exact = Bound.EXACT
    pairs = [(ours, theirs) for q in same for ours in claimed.bounds for theirs in q.bounds]
    return any(exact not in pair and pair[1] in BORNE_OUT[pair[0]] for pair in pairs)


def is_bound_shared(claimed: Quantity, same: Sequence[Quantity], cited: Sequence[Quantity]) -> bool:
    """ "More than 70% and 90%": the bound of a number holds for those after it of the same kind."""
    shared = {q.bound for q in cited if any(q.start < later.start and q.kind == later.kind for later in same)}
    return bool(shared & BORNE_OUT[claimed.bound]) and claimed.bound is not Bound.EXACT


def is_no_limit(quantity: Quantity) -> bool:
    """Whether a number can be told without a bound: "over 740 km" may only say how far something goes."""
    return quantity.is_extent or quantity.bound is Bound.EXACT
