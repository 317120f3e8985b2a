"""`table`: the results table of the README, from committed result files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.commands.options import screen

OTHERWISE = 1
_ROOT = Path(__file__).parents[2]


def table(
    results: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the result files.")] = _ROOT / "evals/results",
    readme: Annotated[Path, typer.Option(metavar="FILE", help="The file with the markers.")] = _ROOT / "README.md",
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; status 1 where the table is another.")
    ] = False,
) -> None:
    """Write the tables between `<!-- results -->` and `<!-- /results -->`, and `<!-- checks -->` and `<!-- /checks -->`, anew."""
    from evals import checks_table, readme_table

    old = readme.read_text(encoding="utf-8")
    new = checks_table.renewed(readme_table.renewed(old, results), results / "checks")
    if old == new:
        screen().print(f"The table in {readme.name} is that of the result files.")
        return
    if check:
        typer.echo(f"The table in {readme.name} is not that of the result files.\nRun: rag eval table", err=True)
        raise typer.Exit(OTHERWISE)
    readme.write_text(new, encoding="utf-8")
    screen().print(f"The table in {readme.name} was written anew.")
