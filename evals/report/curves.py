"""What the plots show, as numbers: bins of confidence, thresholds, bins of time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]
THRESHOLDS = tuple(n / 20 for n in range(21))
_BINS = 10
_BARS = 16


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Questions of like confidence: the mean stated, and the share that the collection does answer."""

    low: float
    high: float
    questions: int
    stated: float
    answerable: float


@dataclass(frozen=True, slots=True)
class TradeOff:
    """Declining below a threshold: the shares of unanswerable and of answerable questions declined.

    `None` where there are no questions of that kind.
    """

    threshold: float
    recall: float | None
    wrong: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """Answers that took from `low` to `high` milliseconds."""

    low: float
    high: float
    answers: int


def reliability(rows: Iterable[Row]) -> list[ReliabilityBin]:
    """Ten bins of equal width by confidence; empty ones are left out."""
    bins: dict[int, list[Row]] = {}
    for row in _sure(rows):
        bins.setdefault(min(int(row["confidence"] * _BINS), _BINS - 1), []).append(row)
    return [_bin(number, held) for number, held in sorted(bins.items())]


def trade_off(rows: Iterable[Row]) -> list[TradeOff]:
    """At each threshold, what would have been declined by the confidence alone."""
    sure = _sure(rows)
    unanswerable = [row["confidence"] for row in sure if not row["answerable"]]
    answerable = [row["confidence"] for row in sure if row["answerable"]]
    return [TradeOff(t, _below(unanswerable, t), _below(answerable, t)) for t in THRESHOLDS] if sure else []


def durations(rows: Iterable[Row]) -> list[float]:
    """Milliseconds of each answer, or of each search where no answers were asked for; failed questions have none."""
    timed = [row["timings"] for row in rows if row["error"] is None]
    stage = "whole answer" if any("whole answer" in timings for timings in timed) else "whole search"
    return sorted(timings[stage] for timings in timed if stage in timings)


def stage_times(rows: Iterable[Row]) -> dict[str, list[float]]:
    """Milliseconds by stage of the answers, in the order of the first; the whole is not among them."""
    found: dict[str, list[float]] = {}
    for row in rows:
        for stage, milliseconds in row["timings"].items():
            if not stage.startswith("whole "):
                found.setdefault(stage, []).append(milliseconds)
    return found


def histogram(values: Sequence[float]) -> list[Bar]:
    """Bars of equal width from nought to the slowest; every value is in one."""
    if not values:
        return []
    width = (max(values) / _BARS) or 1.0
    places = [min(int(value / width), _BARS - 1) for value in values]
    return [Bar(n * width, (n + 1) * width, places.count(n)) for n in range(_BARS)]


def _sure(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["confidence"] is not None]


def _bin(number: int, rows: Sequence[Row]) -> ReliabilityBin:
    stated = sum(row["confidence"] for row in rows) / len(rows)
    right = sum(row["answerable"] for row in rows) / len(rows)
    return ReliabilityBin(number / _BINS, (number + 1) / _BINS, len(rows), stated, right)


def _below(confidences: Sequence[float], threshold: float) -> float | None:
    return sum(value < threshold for value in confidences) / len(confidences) if confidences else None
