"""Limits that figures are held against, and how it is told whether they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evals.commands.options import screen

if TYPE_CHECKING:
    from rich.table import Table

    from evals.gate import Check

Least = Annotated[
    list[str] | None, typer.Option("--min", metavar="NAME=NUMBER", help="The least it may be. Repeatable.")
]
Most = Annotated[list[str] | None, typer.Option("--max", metavar="NAME=NUMBER", help="The most it may be. Repeatable.")]


def held(record: dict[str, Any], least: Sequence[str] | None, most: Sequence[str] | None) -> list[Check]:
    """Each limit held against the record; none where there are no limits."""
    from evals.gate import check, limits
    from evals.saved import Run

    return check(Run("run", record), limits(least or [], most or [])) if least or most else []


def tell_checks(checks: Sequence[Check], *, by_interval: bool = False) -> None:
    """A row a limit, and the verdict."""
    missed = sum(not one.passed for one in checks)
    screen().print(_table(checks, by_interval=by_interval))
    screen().print(f"{missed} of {len(checks)} limits missed." if missed else "All limits are kept.")


def _table(checks: Sequence[Check], *, by_interval: bool) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from evals.units import shown

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("measure")
    for name in ("end of 95%" if by_interval else "value", "limit", "n", "fail"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for one in checks:
        limit = f"{'≥' if one.limit.at_least else '≤'} {one.limit.bound:g}"
        said = "kept" if one.passed else "not measured" if one.value is None else "MISSED"
        counts = str(one.scored), str(one.failed or "")
        table.add_row(
            one.measure, shown(one.value, one.unit), limit, *counts, said, style=None if one.passed else "red"
        )
    return table
