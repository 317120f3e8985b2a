"""`latency`: time by stage, on the sample collection."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.commands.options import INDEXES, Index, Limit, screen


def latency(
    limit: Limit = None,
    index: Index = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Also write it as JSON.")] = None,
) -> None:
    """Time an answer stage by stage, beside one question's embedding, which makes machines comparable."""
    from evals.latency import measure
    from evals.results import write
    from evals.suites import load
    from evals.table import timings_table

    suite = load("governance", None)
    measured = measure(suite, index or INDEXES / suite.name, limit)
    screen().print(timings_table(measured.stages, measured.title))
    if out:
        write({**measured.to_dict(), "questions": []}, out)
