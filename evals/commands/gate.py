"""`gate`: figures against limits; the exit status says whether it may ship."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.commands.limits import Least, Most, tell_checks
from evals.commands.options import Json, print_json, screen

NOT_YET = 1


def gate(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="A result file.", show_default=False)],
    least: Least = None,
    most: Most = None,
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
    from evals.verifier.trust import told

    run = load(result)
    checks = check(run, limits(least or [], most or []), by_interval=by_interval)
    missed = [one for one in checks if not one.passed]
    if as_json:
        print_json({"passed": not missed, "checks": [asdict(one) for one in checks], "judge": run.judge})
    else:
        tell_checks(checks, by_interval=by_interval)
        if run.judge and any(one.measure in run.judged for one in checks):
            screen().print(told(run.judge), soft_wrap=True)
    raise typer.Exit(NOT_YET if missed else 0)
