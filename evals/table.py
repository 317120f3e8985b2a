"""Figures on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from rich.box import SIMPLE_HEAD
from rich.table import Table

from evals.figures import Figure
from evals.results import Result


def figures_table(result: Result) -> Table:
    """One row a figure: value, interval, and the questions behind it."""
    title = f"{result.suite.name}, split {result.split}, {len(result.asked):,} questions"
    caption = "n: scored; fail: failed; inel: ineligible; undef: nothing to divide by"
    table = Table(title=title, caption=caption, box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("measure", no_wrap=True)
    for name in ("value", "95%", "n", "fail", "inel", "undef"):
        table.add_column(name, justify="right", no_wrap=True)
    for figure in result.figures:
        table.add_row(figure.name, _number(figure.value), _interval(figure), *_counts(figure))
    return table


def counts_line(counts: Mapping[str, int]) -> str:
    """How every question ended, in one line."""
    names = {"answered": "answered", "declined": "declined", "searched_only": "searched", "failed": "failed"}
    ends = [f"{counts[key]:,} {word}" for key, word in names.items() if counts[key] or key == "failed"]
    resumed = f" {counts['resumed']:,} were taken over from a run that was stopped." if counts["resumed"] else ""
    return f"{counts['asked']:,} questions asked: {', '.join(ends)}.{resumed}"


def timings_table(timings: Mapping[str, Mapping[str, float]], title: str = "Milliseconds a question") -> Table:
    """One row a stage: median and 95th percentile."""
    table = Table(title=title, box=SIMPLE_HEAD)
    table.add_column("stage", no_wrap=True)
    table.add_column("p50", justify="right")
    table.add_column("p95", justify="right")
    for stage, values in timings.items():
        table.add_row(stage, f"{values['p50']:.1f}", f"{values['p95']:.1f}")
    return table


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _interval(figure: Figure) -> str:
    return "" if figure.low is None else f"{_number(figure.low)}-{_number(figure.high)}"


def _counts(figure: Figure) -> list[str]:
    return [str(n) if n else "" for n in (figure.scored, figure.failed, figure.ineligible, figure.undefined)]
