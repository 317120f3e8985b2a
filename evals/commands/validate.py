"""`validate`: what is wrong with a file of questions, line by line."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from evals.commands.options import Json, print_json, screen

MISTAKES = 1


def validate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Questions, JSON Lines.", show_default=False)],
    folder: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also look whether the quotes stand in these documents once.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Check every line of a file of questions. Ends with status 1 where something must be put right."""
    from evals.case_file import read_cases
    from evals.suites.governance import read_folder

    cases, problems = read_cases(file, read_folder(folder) if folder else None)
    wrong = [problem for problem in problems if not problem.warning]
    if as_json:
        print_json({"ok": not wrong, "cases": len(cases), "problems": [asdict(problem) for problem in problems]})
    else:
        for problem in problems:
            mark = "Note: " if problem.warning else ""
            screen().print(f"{mark}{problem.place}: {problem.message} {problem.remedy}", soft_wrap=True)
        drafts = sum(case.status == "draft" for _, case in cases)
        unanswerable = sum(not case.answerable for _, case in cases)
        screen().print(
            f"{len(cases)} questions read, {unanswerable} of them unanswerable, {drafts} drafts; {len(wrong)} mistakes."
        )
    raise typer.Exit(MISTAKES if wrong else 0)
