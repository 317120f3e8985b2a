"""The plainest check: that the quote is what stands at its place, in the version of the document that is indexed."""

from __future__ import annotations

from collections.abc import Callable

from corpus.document import Document
from rag.records.answers import Citation
from rag.records.verdict import Finding, Verdict

NAME = "structure"
Documents = Callable[[str], Document | None]
"""A document by its id, as it is indexed now; `None` where there is none."""


def broken(citation: Citation) -> Finding | None:
    """What is wrong with a citation in itself, whatever the document says; `None` if nothing is."""
    if not 0 <= citation.start < citation.end:
        return _finding("The citation marks no stretch of the document.")
    if citation.end - citation.start != len(citation.quote):
        return _finding("The quote is not as long as the stretch that the citation marks.")
    if not citation.quote.strip():
        return _finding("The citation quotes nothing but white space.")
    return None


def check(citation: Citation, document: Document | None) -> Finding | None:
    """What is wrong with a citation of this document; `None` if the quote is provably there."""
    if found := broken(citation):
        return found
    if document is None or document.id != citation.document_id:
        return _finding("The cited document is not in the collection.")
    if document.sha256 != citation.sha256:
        return _finding("The document has changed since it was cited.")
    if citation.end > len(document.text):
        return _finding("The citation points past the end of the document.")
    if document.text[citation.start : citation.end] != citation.quote:
        return _finding("The quote is not what stands at this place of the document.")
    return None


def _finding(reason: str) -> Finding:
    return Finding(Verdict.UNSUPPORTED, reason, NAME)
