"""`table`: the tables of figures in the READMEs, from committed result files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.commands.options import screen

OTHERWISE = 1
_ROOT = Path(__file__).parents[2]


def table(
    results: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the result files.")] = _ROOT / "evals/results",
    readme: Annotated[Path, typer.Option(metavar="FILE", help="With the markers results and checks.")] = _ROOT
    / "README.md",
    aims: Annotated[Path, typer.Option(metavar="FILE", help="With the marker aims.")] = _ROOT / "evals/README.md",
    check: Annotated[bool, typer.Option("--check", help="Change nothing; status 1 where a table is another.")] = False,
) -> None:
    """Write the tables between markers like `<!-- results -->` and `<!-- /results -->` anew: of the README, of the aims, and the
    whole one beside the result files."""
    from evals import aims_table, checks_table, readme_table

    full = results / "README.md"
    pages = {page: page.read_text(encoding="utf-8") for page in (readme, aims, full)}
    new = {
        readme: checks_table.renewed(
            readme_table.renewed(pages[readme], results, readme_table.LEAD), results / "checks"
        ),
        aims: aims_table.renewed(pages[aims], results),
        full: readme_table.renewed(pages[full], results),
    }
    for page in (page for page, text in new.items() if text != pages[page]):
        if check:
            typer.echo(f"A table in {page} is not that of the result files.\nRun: rag eval table", err=True)
            raise typer.Exit(OTHERWISE)
        page.write_text(new[page], encoding="utf-8")
        screen().print(f"The tables in {page} were written anew.")
    if new == pages:
        screen().print("The tables are those of the result files.")
