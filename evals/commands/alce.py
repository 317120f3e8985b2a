"""`alce`: the answers of a result file judged by a support model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evals.commands.options import Json, Support, print_json, screen

if TYPE_CHECKING:
    from evals.verifier.models import Judge


def alce(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="A result file with texts.", show_default=False)],
    support: Support = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Default: the same file, in place.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Judge whether the cited texts bear out what the answers say, and add ALCE's citation recall and precision.

    The figures are as good as the model that judges: its own accuracy on labelled pairs is printed with them. Where the
    assistant gave no verdicts, this project's checks are asked for theirs.

    \b
    rag eval alce .rag/evals/results/governance-tune.json --support built-in
    """
    from evals.judging import JUDGED
    from evals.results import write
    from evals.saved import load
    from evals.table import figures_table
    from evals.verifier.models import Judge
    from evals.verifier.trust import told

    record = judged(dict(load(result).record), Judge.of(support), progress=not as_json)
    write(record, out or result)
    if as_json:
        figures = [figure for figure in record["figures"] if figure["name"] in JUDGED]
        print_json({"out": str(out or result), "judge": record["judge"], "figures": figures})
        return
    screen().print(figures_table(record))
    screen().print(told(record["judge"]), soft_wrap=True)
    screen().print(f"Written to {out or result}.", soft_wrap=True)


def judged(record: dict[str, Any], judge: Judge, *, progress: bool = True) -> dict[str, Any]:
    """The record with what the judge says of it."""
    from rich.console import Console
    from rich.progress import Progress

    from evals.judging import judge_record

    with Progress(transient=True, console=Console(stderr=True), disable=not progress) as bar:
        task = bar.add_task("Judging", total=len(record["questions"]))
        return judge_record(record, judge.citations, judge.checker, lambda done: bar.update(task, advance=done))
