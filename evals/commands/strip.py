"""`strip`: a result file without texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.commands.options import screen


def strip(
    result: Annotated[Path, typer.Argument(metavar="RESULT", help="A result file.", show_default=False)],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Default: the same file, in place.")
    ] = None,
) -> None:
    """Take the texts out of a result file: ids, offsets, hashes, scores and timings stay."""
    from evals.results import write
    from evals.saved import load
    from evals.strip import without_texts

    write(without_texts(load(result).record), out or result)
    screen().print(f"Written to {out or result}, without texts.", soft_wrap=True)
