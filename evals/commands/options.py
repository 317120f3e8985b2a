"""Options that several commands share, and how they print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

Results = Annotated[list[Path], typer.Argument(metavar="RESULT...", help="Result files.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="JSON alone on standard output.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="Ask that many, drawn by the seed.")]
Index = Annotated[
    Path | None,
    typer.Option("--index", metavar="DIR", help="Index folder, made if need be. Default: .rag/evals/SUITE."),
]
Support = Annotated[
    str | None,
    typer.Option(
        "--support",
        metavar="NAME",
        help="The support model that judges, as the setting support_model. Default: that one.",
    ),
]
INDEXES = Path(".rag/evals")
RESULTS = Path(".rag/evals/results")


def screen() -> Console:
    """Standard output as people read it; what stands in square brackets is no markup."""
    from rich.console import Console

    return Console(highlight=False, markup=False)


def print_json(value: Any) -> None:
    """JSON on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def number(value: float | None) -> str:
    """Three decimals; a dash where there is nothing."""
    return "-" if value is None else f"{value:.3f}"
