"""`rag verify FILE`: whether a saved answer still holds: its citations, and its sentences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui.commands.shared import Index, Json, Shared, print_json, shared, tell, waiting

if TYPE_CHECKING:
    from rag.exports.answer_file import SavedAnswer
    from rag.recheck import Recheck, Standing
    from rag.recheck.sentences import SentenceStanding

NOT_ALL_VALID = 1
"""Exit status where something is no longer what it was, or cannot be told."""

_NO_SENTENCES = "The citations alone were checked: the sentences, and who is speaking, are checked against an index."
_ELSEWHERE = "None of the cited documents is there. This may not be the {place} that the answer is from."
_OF_THE_FILE = {
    False: "The file is not as it was saved: its words were changed.",
    None: "The file has no digest: it may have been edited.",
}

File = Annotated[Path, typer.Argument(metavar="FILE", help="What `rag ask --save FILE` wrote.")]
Folder = Annotated[
    Path | None,
    typer.Option(
        "--folder",
        metavar="DIR",
        help="Look in the folder that was indexed, instead of the index. Citations alone are checked then.",
    ),
]


def verify(
    context: typer.Context, file: File, folder: Folder = None, index: Index = None, as_json: Json = False
) -> None:
    """Check a saved answer again: that each quote stands in its document, and each sentence on what it cites.

    Each citation is looked up: the quote, the version, and what the citation says of the document. Each sentence goes
    through the checks again, and fails where they say worse of it than the file does. The nearest sentences of an answer
    that abstained are looked up in the same way. Notes and the confidence are not checked.

    The digest in the file tells that it was changed by accident. It is no guard against forgery: whoever changes the words
    can make it anew. What cannot be forged is what the documents say, and that is what is checked.

    Ends with status 0 where all is as it was, 1 where something is not or the file has no digest, 2 where the file cannot
    be read.

    \b
    rag ask --save answer.json "Where is its seat?"
    rag verify answer.json
    rag verify answer.json --folder my-documents
    """
    here = shared(context, index, as_json)
    from rag.exports.answer_file import read

    saved = read(file)
    checked = _checked(here, saved, folder)
    if here.as_json:
        print_json(_plain(saved, checked))
    else:
        _show(saved, checked, "folder" if folder else "index")
    raise typer.Exit(0 if checked.valid and saved.intact else NOT_ALL_VALID)


def _checked(here: Shared, saved: SavedAnswer, folder: Path | None) -> Recheck:
    from rag.recheck import recheck

    if folder is not None:
        return recheck(saved.answer, folder, here.settings().max_file_bytes)
    with here.assistant() as assistant, waiting("Checking the answer again …"):
        return recheck(saved.answer, assistant)


def _plain(saved: SavedAnswer, checked: Recheck) -> dict[str, Any]:
    return {
        "question": saved.answer.question,
        "valid": checked.valid,
        "intact": saved.intact,
        "from_elsewhere": checked.from_elsewhere,
        "citations": [_row(standing) for standing in checked.standings],
        "sentences_checked": checked.sentences_checked,
        "sentences": [_sentence_row(standing) for standing in checked.sentences],
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


def _sentence_row(standing: SentenceStanding) -> dict[str, Any]:
    sentence = standing.sentence
    return {"number": standing.number, "text": sentence.text, "holds": standing.holds, "told": standing.told}


def _show(saved: SavedAnswer, checked: Recheck, place: str) -> None:
    from ui.terminal import screen, show_recheck, show_sentences

    show_recheck(screen(), checked.standings)
    show_sentences(screen(), checked.sentences)
    if saved.intact is not True:
        tell(_OF_THE_FILE[saved.intact])
    if checked.from_elsewhere:
        tell(_ELSEWHERE.format(place=place))
    if not checked.sentences_checked and saved.answer.sentences:
        tell(_NO_SENTENCES)
    tell(_summary(checked))


def _summary(checked: Recheck) -> str:
    from rag.wording import count

    valid = sum(standing.state == "valid" for standing in checked.standings)
    told = f"{valid} of {count(len(checked.standings), 'citation')} valid."
    if not checked.sentences_checked or not checked.sentences:
        return told
    hold = sum(standing.holds for standing in checked.sentences)
    return f"{told} {hold} of {count(len(checked.sentences), 'sentence')} as the file says."
