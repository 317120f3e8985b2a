"""Spans of documents to citations, and to what a check needs of them. Pure functions."""

from collections.abc import Iterable, Mapping

from corpus.document import Span
from corpus.markup import plain
from index.catalog import DocumentInfo
from index.passage import Passage
from rag.records.answers import Citation, Speaker
from rag.records.drafts import Numbered
from rag.records.source import Source
from rag.speaking import speaking
from rag.speaking.statements import with_closed_headings

Known = Mapping[str, DocumentInfo]
"""What is known of the documents that are cited, by id."""


def cite(passage: Passage, span: Span | Passage, known: Known) -> Citation:
    """The citation of a stretch of a passage; a sentence of it says who speaks, a whole passage does not."""
    document = known[passage.document_id]
    sentence = passage.sentence_at(span.start)
    return Citation(
        document_id=passage.document_id,
        title=document.metadata.title,
        kind=document.metadata.kind,
        publisher=document.metadata.publisher,
        date=document.metadata.date,
        start=span.start,
        end=span.end,
        quote=passage.text[span.start - passage.start : span.end - passage.start],
        sha256=passage.sha256,
        page=sentence.page,
        heading=" › ".join(sentence.heading) or None,
        speaker=None if isinstance(span, Passage) else _speaker(passage, span, document),
        media_type=document.media_type,
    )


def number(places: Iterable[tuple[Passage, Span]], known: Known) -> tuple[Numbered, ...]:
    """Sentences of passages as numbered evidence, from 1."""
    return tuple(
        Numbered(i, cite(passage, span, known), source(passage, span, known))
        for i, (passage, span) in enumerate(places, start=1)
    )


def source(passage: Passage, span: Span, known: Known) -> Source:
    """What a check needs of a sentence of a passage."""
    document = known[passage.document_id]
    before, text, after = _parted(passage, span)
    about = document.metadata
    return Source(
        text=plain(text, document.media_type),
        before=plain(before, document.media_type),
        after=plain(after, document.media_type),
        heading=" › ".join(passage.sentence_at(span.start).heading),
        title=about.title,
        kind=about.kind,
        publisher=about.publisher,
        author=about.author,
        date=about.date,
        speaker=_speaker(passage, span, document),
    )


def _speaker(passage: Passage, span: Span, document: DocumentInfo) -> Speaker | None:
    before, text, _ = _parted(passage, span)
    kind, author = document.metadata.kind, document.metadata.author
    heading = " › ".join(passage.sentence_at(span.start).heading)
    before = with_closed_headings(plain(before, document.media_type), heading)
    return speaking(plain(text, document.media_type), before, kind, author)


def _parted(passage: Passage, span: Span) -> tuple[str, str, str]:
    start, end = span.start - passage.start, span.end - passage.start
    return passage.text[:start], passage.text[start:end], passage.text[end:]
