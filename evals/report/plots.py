"""The plots of a run. Each is also a table below it, for those who cannot see it or want the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from evals.figures import percentiles
from evals.report.breakdown import by_type, part
from evals.report.curves import TradeOff, durations, histogram, reliability, stage_times, trade_off
from evals.report.svg import Plot, nice_maximum
from rag.wording import clean

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A plot, what it shows in a sentence, and its numbers as a table."""

    heading: str
    words: str
    plot: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def plots(rows: Sequence[Row], abstain_below: float | None) -> list[Shown]:
    """Those that the run has the data for."""
    made = (
        _precision_recall(rows),
        _reliability(rows),
        _trade_off(rows, abstain_below),
        _latency(rows),
        _stages(rows),
    )
    return [shown for shown in made if shown is not None]


def _precision_recall(rows: Sequence[Row]) -> Shown | None:
    whole = part("all questions", rows)
    points = [
        (clean(one.name), recall, precision, one.asked)
        for one in [*by_type(rows), whole]
        if (recall := one.value("citation recall")) is not None
        and (precision := one.value("citation precision")) is not None
    ]
    if not points:
        return None
    words = "Up: what is cited is evidence. To the right: the evidence is cited. A small dot is a type of question."
    plot = Plot("Citation precision against recall", words, "citation recall", "citation precision")
    for name, recall, precision, asked in points:
        style = "dot strong" if name == whole.name else "dot"
        plot.dot(recall, precision, 7 if name == whole.name else 4.5, style, f"{name}: {asked} questions")
    table = tuple((name, f"{precision:.3f}", f"{recall:.3f}", str(asked)) for name, recall, precision, asked in points)
    columns = ("questions", "precision", "recall", "n")
    return Shown("Precision and recall of citations", words, plot.markup(), columns, table)


def _reliability(rows: Sequence[Row]) -> Shown | None:
    bins = reliability(rows)
    if not bins:
        return None
    words = "On the dashed line the confidence means what it says. The larger a dot, the more questions."
    plot = Plot("Reliability of the confidence", words, "confidence stated", "share that is answerable")
    plot.line([(0, 0), (1, 1)], "guide")
    plot.line([(one.stated, one.answerable) for one in bins], "curve")
    most = max(one.questions for one in bins)
    for one in bins:
        told = f"{one.low:.1f} to {one.high:.1f}: {one.questions} questions, {one.answerable:.0%} answerable"
        plot.dot(one.stated, one.answerable, 3 + 5 * (one.questions / most) ** 0.5, "dot strong", told)
    table = tuple(
        (f"{one.low:.1f} to {one.high:.1f}", f"{one.stated:.3f}", f"{one.answerable:.3f}", str(one.questions))
        for one in bins
    )
    columns = ("confidence", "mean", "answerable", "n")
    return Shown("Can the confidence be trusted", words, plot.markup(), columns, table)


def _trade_off(rows: Sequence[Row], abstain_below: float | None) -> Shown | None:
    curve = trade_off(rows)
    if not curve:
        return None
    words = (
        "What declining below a confidence would do: solid, unanswerable questions declined; dashed, answerable ones."
    )
    plot = Plot("Abstention trade-off", words, "decline below this confidence", "share declined")
    right = [(one.threshold, one.recall) for one in curve if one.recall is not None]
    wrong = [(one.threshold, one.wrong) for one in curve if one.wrong is not None]
    if right:
        plot.line(right, "curve")
    if wrong:
        plot.line(wrong, "curve other")
    if abstain_below is not None:
        plot.upright(abstain_below, f"in use: {abstain_below:g}")
    columns = ("threshold", "unanswerable declined", "answerable declined")
    return Shown("Declining: what it gains and costs", words, plot.markup(), columns, tuple(map(_cells, curve)))


def _cells(one: TradeOff) -> tuple[str, ...]:
    shares = ("-" if value is None else f"{value:.3f}" for value in (one.recall, one.wrong))
    return (f"{one.threshold:.2f}", *shares)


def _latency(rows: Sequence[Row]) -> Shown | None:
    values = durations(rows)
    if not values:
        return None
    bars, ends = histogram(values), percentiles(values)
    words = f"Median {ends['p50']:,.0f} ms, 95th percentile {ends['p95']:,.0f} ms."
    counts = [bar.answers for bar in bars]
    plot = Plot("Time of an answer", words, "milliseconds", "answers", nice_maximum(values), nice_maximum(counts), 0)
    for bar in bars:
        plot.bar(bar.low, bar.high, bar.answers, f"{bar.low:,.0f} to {bar.high:,.0f} ms: {bar.answers}")
    plot.upright(ends["p50"], "median")
    table = tuple((f"{bar.low:,.0f} to {bar.high:,.0f}", str(bar.answers)) for bar in bars if bar.answers)
    return Shown("How long an answer takes", words, plot.markup(), ("milliseconds", "answers"), table)


def _stages(rows: Sequence[Row]) -> Shown | None:
    times = stage_times(rows)
    if not times:
        return None
    words = "Median milliseconds of each stage of an answer; the 95th percentile stands in the table."
    ends = [(clean(name), percentiles(values)) for name, values in times.items()]
    plot = Plot(
        "Time by stage",
        words,
        "stage",
        "milliseconds",
        len(ends),
        nice_maximum([e["p50"] for _, e in ends]),
        ticks=False,
    )
    for place, (name, end) in enumerate(ends):
        plot.bar(place + 0.15, place + 0.85, end["p50"], f"{name}: {end['p50']:,.0f} ms")
        plot.under(place + 0.5, name)
    table = tuple((name, f"{end['p50']:,.1f}", f"{end['p95']:,.1f}", str(len(times[name]))) for name, end in ends)
    return Shown("Where the time goes", words, plot.markup(), ("stage", "p50", "p95", "n"), table)
