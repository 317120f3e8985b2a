"""`report`: result files as one page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.commands.options import Results, screen


def report(
    results: Results,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The page to write.")] = Path("report.html"),
) -> None:
    """Write one page with every figure and every question; it needs no network and can be sent as it is."""
    from evals.report.page import page
    from evals.saved import load

    runs = [load(path) for path in results]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(page(runs), encoding="utf-8")
    if any(run.has_texts and not run.record["suite"]["publishable"] for run in runs):
        screen().print("The page holds texts of a set that is not the project's: keep it to yourself.")
    screen().print(f"Written to {out}.", soft_wrap=True)
