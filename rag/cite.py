"""Spans of documents to citations. Pure functions."""

from collections.abc import Mapping

from corpus.document import Span
from index.catalog import DocumentInfo
from index.passage import Passage
from rag.answers import Citation

Known = Mapping[str, DocumentInfo]
"""What is known of the documents that are cited, by id."""


def cite(passage: Passage, span: Span | Passage, known: Known) -> Citation:
    """The citation of a stretch of a passage."""
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
    )
