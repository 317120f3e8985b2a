"""Whether the citations of an answer from another day still hold: the same version of each document, and the quote in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.folder import list_files
from corpus.read import read_file
from index.errors import DocumentMissing
from rag.answers import Answer, Citation
from rag.assistant import Assistant
from rag.verify import structure

Documents = structure.Documents


class State(StrEnum):
    """What became of a citation."""

    VALID = "valid"
    CHANGED = "document changed, quote stands"
    MOVED = "document changed, quote moved"
    LOST = "document changed, quote gone"
    GONE = "document gone"
    FALSE = "never matched"


_TOLD = {
    State.VALID: "The quote stands where it stood, in the same version of the document.",
    State.CHANGED: "The document is another version now; the quote stands where it stood.",
    State.MOVED: "The document is another version now; the quote stands in another place of it.",
    State.LOST: "The document is another version now, and the quote is no longer in it.",
    State.GONE: "The document is no longer there.",
    State.FALSE: "The document is the same version, and the quote is not what stands there.",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One citation today. `start` is where the quote stands now; `None` where it stands nowhere."""

    number: int
    citation: Citation
    state: State
    start: int | None

    @property
    def told(self) -> str:
        """The state in a sentence."""
        return _TOLD[self.state]


@dataclass(frozen=True, slots=True)
class Recheck:
    """The citations of an answer today, in the order of its footnotes."""

    standings: tuple[Standing, ...]

    @property
    def valid(self) -> bool:
        """Whether every citation is what it was."""
        return all(standing.state is State.VALID for standing in self.standings)


def recheck(answer: Answer, documents: Assistant | Path | str) -> Recheck:
    """Look each footnote of an answer up again, or each of the nearest passages where it abstained.

    Args:
        answer: the answer, as it was given or as `Answer.load` read it.
        documents: an assistant over the index, or the folder that was indexed.

    Raises:
        SourceMissing: there is no such folder.
    """
    look_up = _of_assistant(documents) if isinstance(documents, Assistant) else _of_folder(Path(documents))
    cited = answer.nearest if answer.abstained else answer.footnotes
    found: dict[str, Document | None] = {name: look_up(name) for name in dict.fromkeys(c.document_id for c in cited)}
    return Recheck(tuple(_standing(i, c, found[c.document_id]) for i, c in enumerate(cited, 1)))


def _standing(number: int, citation: Citation, document: Document | None) -> Standing:
    if document is None:
        return Standing(number, citation, State.GONE, None)
    at = _nearest_place(citation, document.text)
    if structure.check(citation, document) is None:
        return Standing(number, citation, State.VALID, citation.start)
    if document.sha256 == citation.sha256:
        return Standing(number, citation, State.FALSE, at)
    if at is None:
        return Standing(number, citation, State.LOST, None)
    return Standing(number, citation, State.CHANGED if at == citation.start else State.MOVED, at)


def _nearest_place(citation: Citation, text: str) -> int | None:
    """Where the quote stands, as near as may be to where it stood."""
    places = _places(citation.quote, text) if citation.quote.strip() else ()
    return min(places, key=lambda at: (abs(at - citation.start), at), default=None)


def _places(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _of_assistant(assistant: Assistant) -> Documents:
    def look_up(id: str) -> Document | None:
        try:
            return assistant.document(id)
        except DocumentMissing:
            return None

    return look_up


def _of_folder(folder: Path) -> Documents:
    """By the ids that indexing the folder would give: an answer's file cannot name anything outside it."""
    paths = dict(list_files(folder).files)

    def look_up(id: str) -> Document | None:
        try:
            return read_file(paths[id], id, max_bytes=LARGEST_FILE) if id in paths else None
        except UnreadableFile:
            return None

    return look_up


LARGEST_FILE = 50_000_000  # bytes, as for indexing
