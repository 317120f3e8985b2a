"""`gate`: figures against limits; the exit status says whether it may ship."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from evals.commands.options import Json, number, print_json, screen

if TYPE_CHECKING:
    from rich.table import Table

    from evals.gate import Check

NOT_YET = 1


def gate(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="A result file.", show_default=False)],
    least: Annotated[
        list[str] | None, typer.Option("--min", metavar="NAME=NUMBER", help="The least it may be. Repeatable.")
    ] = None,
    most: Annotated[
        list[str] | None, typer.Option("--max", metavar="NAME=NUMBER", help="The most it may be. Repeatable.")
    ] = None,
    by_interval: Annotated[
        bool, typer.Option("--by-interval", help="Hold the far end of the 95% interval against the limit.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Hold figures against limits. Ends with status 1 where one is missed or was not measured, or a question failed.

    A share of failed questions passes only where it is allowed: --max failed_questions=0.01.

    \b
    rag eval gate result.json --min citation_precision=0.9 --max wrong_abstention=0.2
    """
    from dataclasses import asdict

    from evals.gate import check, limits
    from evals.saved import load

    checks = check(load(result), limits(least or [], most or []), by_interval=by_interval)
    missed = [one for one in checks if not one.passed]
    if as_json:
        print_json({"passed": not missed, "checks": [asdict(one) for one in checks]})
    else:
        screen().print(_table(checks, by_interval=by_interval))
        screen().print(f"{len(missed)} of {len(checks)} limits missed." if missed else "All limits are kept.")
    raise typer.Exit(NOT_YET if missed else 0)


def _table(checks: list[Check], *, by_interval: bool) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("measure")
    for name in ("end of 95%" if by_interval else "value", "limit", "n", "fail"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for one in checks:
        limit = f"{'≥' if one.limit.at_least else '≤'} {one.limit.bound:g}"
        said = "kept" if one.passed else "not measured" if one.value is None else "MISSED"
        style = None if one.passed else "red"
        table.add_row(one.measure, number(one.value), limit, str(one.scored), str(one.failed or ""), said, style=style)
    return table
