"""`rag index FOLDER`: bring the index up to date with a folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.shared import Index, Json, print_json, shared, tell

if TYPE_CHECKING:
    from index.report import SyncReport

SOME_FAILED = 4
"""Exit status where documents were left out."""


def index(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="The folder with the documents, or one file.", show_default=False)],
    index: Index = None,
    as_json: Json = False,
) -> None:
    """Read the documents of a folder into the index.

    Run it again after the folder has changed: what is new is added, what has changed is replaced, what has vanished is
    removed, and the rest is left alone. Folders indexed before stay in the index.

    Reads .txt, .md, .html, .pdf and .docx. Title, kind, date and publisher come from the files themselves or from a
    table documents.csv beside them (columns path, title, kind, date, publisher, author, language, url, licence).

    Ends with status 4 where some documents could not be read; the others are indexed.
    """
    here = shared(context, index, as_json)
    settings = here.settings()
    import rag

    with rag.build(folder, progress=sys.stderr.isatty(), settings=settings) as assistant:
        report, where = assistant.report, assistant.index
    if here.as_json:
        print_json({"index": str(where), **report.to_dict()})
    _tell(report, where, as_json=here.as_json)
    raise typer.Exit(SOME_FAILED if report.failed else 0)


def _tell(report: SyncReport, where: Path, *, as_json: bool) -> None:
    """The summary on standard output; what needs attention on standard error."""
    if not as_json:
        from ui.terminal import screen

        screen().print(report.summary(), soft_wrap=True)
    for failure in report.failed:
        reason = failure.reason if failure.reason.startswith(failure.id) else f"{failure.id}: {failure.reason}"
        tell(f"Left out: {reason} {failure.remedy}".rstrip())
    for warning in report.warnings:
        tell(f"Note: {warning}")
    if not report.documents:
        tell(f"The index in {where} holds no documents: put .txt, .md, .html, .pdf or .docx files into the folder.")
