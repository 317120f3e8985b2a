"""A part of a counted whole: "nine of the eleven markets". The same whole with another part contradicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rag.language.text.quantity import Quantity

_FARTHEST = 12  # characters between the two numbers: " out of the "


def other_part(claimed: Quantity, beside: Sequence[Quantity], cited: Sequence[Quantity]) -> Quantity | None:
    """The part that the text has of the whole of which the claim has this one; `None` where it has this part, or the rest."""
    whole = next((whole for part, whole in _parts(beside) if part == claimed), None)
    if whole is None:
        return None
    theirs = [part for part, of in _parts(cited) if of.value == whole.value]
    known = {value for part in theirs for value in (part.value, whole.value - part.value)}
    if not theirs or claimed.value in known or any(q.bound != claimed.bound for q in theirs):
        return None
    return theirs[0]


def _parts(quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pairs of a smaller count and the whole that follows it."""
    counts = [q for q in quantities if q.kind == "count"]
    for part, whole in pairwise(counts):
        if part.value < whole.value and 0 < whole.start - part.end <= _FARTHEST and not part.nouns:
            yield part, whole
