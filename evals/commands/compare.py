"""`compare`: two runs on the questions that both asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evals.commands.options import Json, print_json, screen
from evals.units import shown

if TYPE_CHECKING:
    from rich.table import Table

    from evals.changes import Change
    from evals.compare import Comparison, Difference
    from evals.saved import Run


def compare(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", help="A result file.", show_default=False)],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help="Another, of the same suite.", show_default=False)],
    show: Annotated[int, typer.Option(min=0, metavar="N", help="How many changed questions to list.")] = 20,
    seed: Annotated[int, typer.Option(help="Of the intervals.")] = 0,
    as_json: Json = False,
) -> None:
    """Say for each measure whether AFTER is better, worse, the same, or whether it cannot be told.

    Differences are paired, question by question. Below the table stand the questions that came out otherwise, those
    that lost most first.
    """
    from evals.changes import changes
    from evals.compare import compare as compared
    from evals.saved import load

    comparison = compared(load(before), load(after), seed)
    changed = changes(comparison.pairs)
    if as_json:
        print_json(_plain(comparison, changed))
        return
    console = screen()
    for line in _head(comparison):
        console.print(line, soft_wrap=True)
    console.print(_table(comparison))
    console.print(_summary(comparison))
    listed = [change for change in changed if change.matters]
    if listed:
        console.print(_changed(listed[:show], len(listed)))
    else:
        console.print("No question came out better or worse.")
    if len(changed) > len(listed):
        console.print(f"{len(changed) - len(listed)} more cite other sentences and are worth what they were.")


def _head(comparison: Comparison) -> list[str]:
    old, new = comparison.before, comparison.after
    lines = [f"{old.name} → {new.name}: {len(comparison.pairs):,} questions of {old.suite} that both asked."]
    for name, number_alone in zip((old.name, new.name), comparison.alone, strict=True):
        if number_alone:
            lines.append(f"{number_alone:,} questions that only {name} asked are left out.")
    return [*lines, *comparison.warnings, *_changed_settings(old, new)]


def _changed_settings(old: Run, new: Run) -> list[str]:
    """Between assistants of different names, only the settings that both have: the others say no more than the names."""
    names = [run.record["assistant"]["name"] for run in (old, new)]
    first, second = (run.record["assistant"]["settings"] for run in (old, new))
    shared = {**first, **second} if names[0] == names[1] else {name: None for name in first if name in second}
    changes = [
        f"{name}: {first.get(name)} → {second.get(name)}" for name in shared if first.get(name) != second.get(name)
    ]
    other = [] if names[0] == names[1] else [f"Assistant: {names[0]} → {names[1]}"]
    return [*other, *(f"Setting {change}" for change in changes)]


def _table(comparison: Comparison) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from evals.compare import SAME

    caption = "95%: of the change, paired; n: scored in both runs; out: in one of them only"
    table = Table(caption=caption, box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("measure", min_width=18)
    out = any(one.left_out for one in comparison.differences)
    for name in ("before", "after", "change", "95%", "n", *(["out"] if out else [])):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("verdict", no_wrap=True)
    for one in comparison.differences:
        if one.verdict == SAME:
            continue
        table.add_row(*_row(one, out=out), style=_STYLES.get(one.verdict))
    return table


_STYLES = {"better": "green", "worse": "red"}


def _row(one: Difference, *, out: bool) -> list[str]:
    unit, coarse = one.unit, _COARSE[one.unit]
    change = _signed(one.after - one.before, _FINE[unit]) if one.before is not None and one.after is not None else "-"
    known = one.low is not None and one.high is not None
    spread = f"[{_signed(one.low or 0, coarse)}, {_signed(one.high or 0, coarse)}]" if known else ""
    counts = [str(one.paired), *([str(one.left_out or "")] if out else [])]
    return [one.name, shown(one.before, unit), shown(one.after, unit), change, spread, *counts, one.verdict]


_FINE = {"share": 3, "tokens": 1, "money": 5}
_COARSE = {"share": 2, "tokens": 0, "money": 5}


def _signed(value: float, decimals: int) -> str:
    """`+.097`: a table of differences has no room for noughts."""
    text = f"{value:+,.{decimals}f}"
    return text[0] + text[2:] if text[1:3] == "0." else text


def _summary(comparison: Comparison) -> str:
    from evals.compare import SAME

    verdicts = [one.verdict for one in comparison.differences]
    counts = [f"{verdicts.count(verdict)} {verdict}" for verdict in dict.fromkeys(verdicts)]
    same = ", ".join(one.name for one in comparison.differences if one.verdict == SAME)
    return f"Measures: {', '.join(counts)}." + (f"\nThe same: {same}." if same else "")


def _changed(changed: list[Change], total: int) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from rag.wording import one_line

    title = f"{total:,} questions came out better or worse, those that lost most first"
    table = Table(title=title, box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("question")
    table.add_column("change", justify="right", no_wrap=True)
    table.add_column("was", no_wrap=True)
    table.add_column("is", no_wrap=True)
    for one in changed:
        asked = f"{one.question}: {one.text}" if one.text else one.question
        was, now = f"{one.before} {one.worth_before:.2f}", f"{one.after} {one.worth_after:.2f}"
        table.add_row(Text(one_line(asked)), f"{one.gain:+.2f}", was, now)
    return table


def _plain(comparison: Comparison, changed: list[Change]) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "before": comparison.before.name,
        "after": comparison.after.name,
        "questions": len(comparison.pairs),
        "only_before": comparison.alone[0],
        "only_after": comparison.alone[1],
        "warnings": list(comparison.warnings),
        "differences": [asdict(one) for one in comparison.differences],
        "changed": [{**asdict(one), "gain": one.gain} for one in changed],
    }
