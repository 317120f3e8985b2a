"""What a measure says of one question, and how questions are put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Ratio(NamedTuple):
    """A share of something in one question. A denominator of 0 means that the question says nothing of it."""

    numerator: float
    denominator: float = 1.0


def pooled(ratios: Iterable[Ratio]) -> float | None:
    """The sum of the numerators over that of the denominators ("micro-average"); `None` where the latter is 0.

    With denominators of 1 it is the plain mean.
    """
    ratios = list(ratios)
    denominator = sum(ratio.denominator for ratio in ratios)
    return sum(ratio.numerator for ratio in ratios) / denominator if denominator else None
