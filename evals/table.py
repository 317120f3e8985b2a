"""Figures on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from evals.units import bounds, shown, unit_of

Record = Mapping[str, Any]


def figures_table(record: Record) -> Table:
    """One row a figure: value, interval, and the questions behind it."""
    title = f"{record['suite']['name']}, split {record['split']}, {len(record['questions']):,} questions"
    caption = "n: scored; fail: failed; inel: ineligible; undef: nothing to divide by"
    table = Table(title=title, caption=caption, box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("measure", no_wrap=True)
    for name in ("value", "95%", "n", "fail", "inel", "undef"):
        table.add_column(name, justify="right", no_wrap=True)
    for figure in record["figures"]:
        unit = unit_of(figure)
        spread = bounds(figure["low"], figure["high"], unit)
        table.add_row(figure["name"], shown(figure["value"], unit), spread, *_counts(figure))
    return table


def counts_line(counts: Mapping[str, int]) -> str:
    """How every question ended, in one line."""
    names = {"answered": "answered", "declined": "declined", "searched_only": "searched", "failed": "failed"}
    ends = [f"{counts[key]:,} {word}" for key, word in names.items() if counts[key] or key == "failed"]
    resumed = f" {counts['resumed']:,} were taken over from a run that was stopped." if counts["resumed"] else ""
    return f"{counts['asked']:,} questions asked: {', '.join(ends)}.{resumed}"


def usage_line(record: Record) -> str:
    """What the language model used, and who counted; nothing where none was asked."""
    used = record.get("usage")
    if not used or not used["questions"]:
        return ""
    told = f"Tokens: {used['prompt_tokens']:,} in prompts, {used['completion_tokens']:,} in replies"
    counted = f"counted by the server for {used['counted']:,} of {used['questions']:,} questions that it was asked"
    return f"{told}; {counted}" + (f", else estimated: {used['rule']}." if used["counted"] < used["questions"] else ".")


def timings_table(timings: Mapping[str, Mapping[str, float]], title: str = "Milliseconds a question") -> Table:
    """One row a stage: median and 95th percentile."""
    table = Table(title=title, box=SIMPLE_HEAD)
    table.add_column("stage", no_wrap=True)
    table.add_column("p50", justify="right")
    table.add_column("p95", justify="right")
    for stage, values in timings.items():
        table.add_row(stage, f"{values['p50']:.1f}", f"{values['p95']:.1f}")
    return table


def _counts(figure: Record) -> list[str]:
    return [str(figure[name]) if figure[name] else "" for name in ("scored", "failed", "ineligible", "undefined")]
