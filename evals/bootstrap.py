"""Intervals: how far a figure could be off because other questions might have been drawn.

Percentile bootstrap over questions (Efron 1979; `scipy.stats.bootstrap`). Questions on the same document are taken as
independent, which makes the intervals of sets with many questions a document a little too narrow.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy.stats import bootstrap

from evals.measures.ratio import Ratio

LEVEL = 0.95
_RESAMPLES = 1000
_BATCH = 100  # resamples held in memory at once

Interval = tuple[float, float]


def interval(ratios: Sequence[Ratio], seed: int = 0) -> Interval | None:
    """The 95% interval of a pooled ratio (a mean, where the denominators are 1); `None` where it cannot be told."""

    def statistic(numerators: Any, denominators: Any, axis: int = -1) -> Any:
        below = denominators.sum(axis=axis)
        return numerators.sum(axis=axis) / np.where(below > 0, below, np.nan)

    columns = [ratio.numerator for ratio in ratios], [ratio.denominator for ratio in ratios]
    return _interval(statistic, columns, seed, vectorised=True)


def interval_of(
    statistic: Callable[[Any, Any], float | None], first: Sequence[float], second: Sequence[float], seed: int = 0
) -> Interval | None:
    """The 95% interval of a statistic of two columns with a row a question; resamples without a value are left out."""

    def value(left: Any, right: Any) -> float:
        found = statistic(left, right)
        return float("nan") if found is None else found

    return _interval(value, (first, second), seed, vectorised=False)


def paired_interval(before: Sequence[Ratio], after: Sequence[Ratio], seed: int = 0) -> Interval | None:
    """The 95% interval of the difference of two pooled ratios on the same questions, drawn together."""

    def statistic(a: Any, b: Any, c: Any, d: Any, axis: int = -1) -> Any:
        first, second = b.sum(axis=axis), d.sum(axis=axis)
        old = a.sum(axis=axis) / np.where(first > 0, first, np.nan)
        return c.sum(axis=axis) / np.where(second > 0, second, np.nan) - old

    old, new = list(zip(*before, strict=True)) or [(), ()], list(zip(*after, strict=True)) or [(), ()]
    return _interval(statistic, (*old, *new), seed, vectorised=True)


def paired_interval_of(
    statistic: Callable[[Any, Any], float | None],
    before: Sequence[float],
    after: Sequence[float],
    labels: Sequence[float],
    seed: int = 0,
) -> Interval | None:
    """The 95% interval of the difference of a statistic of scores and labels, over the same questions."""

    def value(old: Any, new: Any, label: Any) -> float:
        first, second = statistic(old, label), statistic(new, label)
        return float("nan") if first is None or second is None else second - first

    return _interval(value, (before, after, labels), seed, vectorised=False)


def _interval(
    statistic: Callable[..., Any], columns: tuple[Sequence[float], ...], seed: int, *, vectorised: bool
) -> Interval | None:
    if len(columns[0]) < 2:
        return None
    data = tuple(np.asarray(column, dtype=float) for column in columns)
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # "degenerate": every resample gave the same, which is a fine interval of no width
        result = bootstrap(
            data,
            statistic,
            paired=True,
            vectorized=vectorised,
            n_resamples=_RESAMPLES,
            batch=_BATCH,
            confidence_level=LEVEL,
            method="percentile",
            rng=np.random.default_rng(seed),
        )
    values = result.bootstrap_distribution[~np.isnan(result.bootstrap_distribution)]
    if not len(values):
        return None
    low, high = np.percentile(values, [50 * (1 - LEVEL), 50 * (1 + LEVEL)])
    return float(low), float(high)
