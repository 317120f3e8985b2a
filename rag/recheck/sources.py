"""Where an answer's documents are looked up again: the index, or the folder that was indexed."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Protocol

from corpus.document import Document, Metadata, Span
from corpus.errors import UnreadableFile
from corpus.folder import list_files
from corpus.metadata import read_table
from corpus.read import read_file
from index.catalog import DocumentInfo
from index.errors import DocumentMissing
from index.passage import Passage
from rag.answering.cite import Known, cite
from rag.assistant import Assistant
from rag.records.answers import Citation


class Sources(Protocol):
    """The documents of today."""

    def document(self, id: str) -> Document | None:
        """The document of that id; `None`: it is not there, or cannot be read."""
        ...

    def unreadable(self, id: str) -> bool:
        """Whether something of that id is there and cannot be read."""
        ...

    def describes(self, citation: Citation, document: Document) -> bool:
        """Whether what a sound citation says of its document is what is known of it."""
        ...


class IndexSources:
    """Documents as they are indexed. A citation is as it was where citing the same stretch gives it again."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    @cached_property
    def known(self) -> dict[str, DocumentInfo]:
        """What is known of the documents, by id."""
        return {info.id: info for info in self._assistant.documents()}

    def document(self, id: str) -> Document | None:
        """See `Sources`."""
        try:
            return self._assistant.document(id)
        except DocumentMissing:
            return None

    def unreadable(self, id: str) -> bool:
        """Nothing that is indexed is."""
        return False

    def describes(self, citation: Citation, document: Document) -> bool:
        """By everything that a citation says: who is speaking, page and headings too."""
        span = Span(citation.start, citation.end)
        passages = self.passages(citation)
        if any(citation in _citations(passage, span, self.known) for passage in passages):
            return True
        return not passages and citation.speaker is None and _agrees(citation, document.metadata)

    def passages(self, citation: Citation) -> list[Passage]:
        """The passages that hold the cited stretch."""
        found = self._assistant.passages(citation.document_id)
        return [p for p in found if p.start <= citation.start and citation.end <= p.end]


class FolderSources:
    """Files read anew, by the ids that indexing the folder would give: an answer's file cannot name anything outside it."""

    def __init__(self, folder: Path, max_file_bytes: int) -> None:
        listing = list_files(folder)
        self._folder = folder if folder.is_dir() else folder.parent
        self._paths = dict(listing.files)
        self._skipped = {failure.id for failure in listing.skipped}
        self._max_file_bytes = max_file_bytes
        self.document = cache(self._document)

    def unreadable(self, id: str) -> bool:
        """It is listed, or was passed over, or lies in a folder that cannot be entered."""
        above = (str(parent) for parent in PurePosixPath(id).parents if str(parent) != ".")
        return id in self._paths or id in self._skipped or any(folder in self._skipped for folder in above)

    def describes(self, citation: Citation, document: Document) -> bool:
        """By title, kind, publisher and date, as the file and the tables beside it tell them."""
        return _agrees(citation, document.metadata.overlaid(self._in_tables(citation.document_id)))

    def _document(self, id: str) -> Document | None:
        try:
            return read_file(self._paths[id], id, max_bytes=self._max_file_bytes) if id in self._paths else None
        except UnreadableFile:
            return None

    def _in_tables(self, id: str) -> Metadata:
        """The row of the table nearest to the file."""
        for parent in PurePosixPath(id).parents:
            rows = read_table(self._folder / parent).rows
            name = PurePosixPath(id).relative_to(parent).as_posix()
            if name in rows:
                return rows[name]
        return Metadata()


def _citations(passage: Passage, span: Span, known: Known) -> list[Citation]:
    """What citing a stretch of a passage gives; where that is all of it, also citing the passage, which names no speaker."""
    whole = [cite(passage, passage, known)] if (passage.start, passage.end) == (span.start, span.end) else []
    return [cite(passage, span, known), *whole]


def _agrees(citation: Citation, known: Metadata) -> bool:
    said = (citation.title, citation.kind, citation.publisher, citation.date)
    return said == (known.title, known.kind, known.publisher, known.date)
