"""`draft`: questions to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from evals.commands.options import screen


def draft(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The documents.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The file to write.")] = Path(
        "questions.jsonl"
    ),
    each: Annotated[int, typer.Option(min=1, metavar="N", help="The most drafts of one document.")] = 5,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Draft questions from sentences with dates, numbers, names, definitions and speakers, without a language model.

    Each is marked "status": "draft" until a person sets "confirmed"; `run` leaves drafts out. Put the questions into
    words of your own, and add some that the documents do not answer: templates cannot know those.
    """
    from evals.draft import draft as drafted
    from evals.draft import write

    cases = drafted(folder, each)
    write(cases, out, force=force)
    told = f"Written to {out}: {len(cases)} drafts. Edit them, then: rag eval validate {out} --folder {folder}"
    screen().print(told, soft_wrap=True)
