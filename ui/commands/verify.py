"""`rag verify FILE`: whether the citations of a saved answer still hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.commands.shared import Index, Json, Shared, print_json, shared, tell

if TYPE_CHECKING:
    from rag.answer_file import SavedAnswer
    from rag.recheck import Recheck, Standing

NOT_ALL_VALID = 1
"""Exit status where something is no longer what it was."""

File = Annotated[Path, typer.Argument(metavar="FILE", help="What `rag ask --save FILE` wrote.")]
Folder = Annotated[
    Path | None,
    typer.Option("--folder", metavar="DIR", help="Look in the folder that was indexed, instead of the index."),
]


def verify(
    context: typer.Context, file: File, folder: Folder = None, index: Index = None, as_json: Json = False
) -> None:
    """Check a saved answer again: that each quote still stands in its document, and whether the document has changed.

    Ends with status 0 where all is as it was, 1 where something is not, 2 where the file cannot be read.

    \b
    rag ask --save answer.json "Where is its seat?"
    rag verify answer.json
    rag verify answer.json --folder my-documents
    """
    here = shared(context, index, as_json)
    from rag.answer_file import read

    saved = read(file)
    checked = _checked(here, saved, folder)
    if here.as_json:
        print_json(_plain(saved, checked))
    else:
        _show(saved, checked)
    raise typer.Exit(0 if checked.valid and saved.intact is not False else NOT_ALL_VALID)


def _checked(here: Shared, saved: SavedAnswer, folder: Path | None) -> Recheck:
    from rag.recheck import recheck

    if folder is not None:
        return recheck(saved.answer, folder)
    with here.assistant() as assistant:
        return recheck(saved.answer, assistant)


def _plain(saved: SavedAnswer, checked: Recheck) -> dict[str, Any]:
    return {
        "question": saved.answer.question,
        "valid": checked.valid,
        "intact": saved.intact,
        "citations": [_row(standing) for standing in checked.standings],
    }


def _row(standing: Standing) -> dict[str, Any]:
    citation = standing.citation
    return {
        "number": standing.number,
        "document_id": citation.document_id,
        "state": standing.state.value,
        "told": standing.told,
        "start": citation.start,
        "end": citation.end,
        "start_now": standing.start,
        "sha256": citation.sha256,
    }


def _show(saved: SavedAnswer, checked: Recheck) -> None:
    from rag.wording import count
    from ui.terminal import screen, show_recheck

    show_recheck(screen(), checked.standings)
    if saved.intact is False:
        tell("The file is not as it was saved: its words were changed.")
    elif saved.intact is None:
        tell("The file has no digest, so whether its own words were changed cannot be told.")
    valid = sum(standing.state == "valid" for standing in checked.standings)
    tell(f"{valid} of {count(len(checked.standings), 'citation')} valid.")
