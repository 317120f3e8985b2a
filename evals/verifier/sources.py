"""Cited sentences as a check sees them: in their passage, with their speaker and what is known of their document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from corpus.document import Document, Metadata, Span
from corpus.metadata import read_table
from evals.verifier.pairs import GOLDEN
from index.catalog import DocumentInfo
from index.passage import Passage
from index.split import SplitterSettings, split
from rag.answering.cite import cite, source
from rag.records.drafts import Numbered


class Shelf:
    """The sample collection and the texts beside the claims, split into passages as an index splits them.

    Tokens are counted as words.
    """

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by id, with the text that an index holds of them."""
        from evals.suites.governance import read_folder, sample_collection

        return {**read_folder(sample_collection()), **read_folder(GOLDEN / "texts")}

    @cached_property
    def _known(self) -> dict[str, DocumentInfo]:
        from evals.suites.governance import sample_collection

        table = read_table(sample_collection()).rows
        return {name: _info(document, table) for name, document in self.documents.items()}

    @cached_property
    def _passages(self) -> dict[str, list[Passage]]:
        settings = SplitterSettings(max_tokens=130)
        return {name: split(document, _words, settings) for name, document in self.documents.items()}

    def numbered(self, document: str, cited: str) -> Numbered:
        """The cited words as evidence number 1.

        Raises:
            ValueError: they do not stand in the document.
        """
        start = self.documents[document].text.index(cited)
        return self.at(document, Span(start, start + len(cited)))

    def beside(self, document: str, cited: str) -> list[Numbered]:
        """The statements before and after the cited words in their passage."""
        start = self.documents[document].text.index(cited)
        end = start + len(cited)
        statements = [s for s in self._passage(document, start).sentences if s.statement]
        before = [s for s in statements if s.end <= start][-1:]
        after = [s for s in statements if s.start >= end][:1]
        return [self.at(document, sentence) for sentence in (*before, *after)]

    def find(self, cited: str) -> str:
        """The id of the document that holds these words.

        Raises:
            ValueError: none does.
        """
        for name, document in self.documents.items():
            if cited in document.text:
                return name
        raise ValueError(f"no document holds {cited[:60]!r}")

    def at(self, document: str, span: Span, number: int = 1) -> Numbered:
        """A stretch of a document as evidence of this number."""
        passage = _covering(self._passage(document, span.start), span, self.documents[document])
        return Numbered(number, cite(passage, span, self._known), source(passage, span, self._known))

    def _passage(self, document: str, offset: int) -> Passage:
        earlier = [p for p in self._passages[document] if p.start <= offset]
        return earlier[-1] if earlier else self._passages[document][0]


def _covering(passage: Passage, span: Span, document: Document) -> Passage:
    """The passage, grown where the cited words go on beyond its end."""
    if span.end <= passage.end:
        return passage
    text = document.text[passage.start : span.end]
    return Passage(passage.id, passage.document_id, passage.start, span.end, text, passage.sentences, passage.sha256)


def _info(document: Document, table: Mapping[str, Metadata]) -> DocumentInfo:
    stated = table.get(document.id)
    metadata = document.metadata.overlaid(stated) if stated else document.metadata
    return DocumentInfo(document.id, metadata, document.sha256, len(document.text), 0, document.media_type, None)


def _words(texts: Sequence[str] | Iterable[str]) -> list[int]:
    return [len(text.split()) for text in texts]
