"""`table`: the tables of figures in the READMEs, from committed result files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from evals.commands.options import screen

OTHERWISE = 1
_ROOT = Path(__file__).parents[2]
_RESULTS = _ROOT / "evals/results"


def table(
    results: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the result files.")] = _RESULTS,
    readme: Annotated[Path, typer.Option(metavar="FILE", help="With the markers results and checks.")] = _ROOT
    / "README.md",
    aims: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With the marker aims. Default: our own, for our own results.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Change nothing; status 1 where a table is another.")] = False,
) -> None:
    """Write the tables between markers like `<!-- results -->` and `<!-- /results -->` anew: of the README, of the aims, and the
    whole one in the README beside the result files, where there is one."""
    from evals import aims_table, checks_table, readme_table

    def lead(page: str) -> str:
        return checks_table.renewed(readme_table.renewed(page, results, readme_table.LEAD), results / "checks")

    ways: dict[Path, Callable[[str], str]] = {readme: lead}
    if aims or results == _RESULTS:
        ways[aims or _ROOT / "evals/README.md"] = partial(aims_table.renewed, folder=results)
    if (beside := results / "README.md").exists():
        ways[beside] = partial(readme_table.renewed, folder=results)
    old = {page: page.read_text(encoding="utf-8") for page in ways}
    new = {page: renew(old[page]) for page, renew in ways.items()}
    for page in (page for page in ways if new[page] != old[page]):
        if check:
            typer.echo(f"A table in {page} is not that of the result files.\nRun: rag eval table", err=True)
            raise typer.Exit(OTHERWISE)
        page.write_text(new[page], encoding="utf-8")
        screen().print(f"The tables in {page} were written anew.")
    if new == old:
        screen().print("The tables are those of the result files.")
