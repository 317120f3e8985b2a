"""`Passage`: a run of whole sentences of one document, the unit that is embedded and found."""

from dataclasses import dataclass

from corpus.document import Span


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a document. `statement` is false for headings, which are never evidence."""

    statement: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences: `text == document.text[start:end]`, and `sentences` tile it.

    `heading` is the path of headings above it, outermost first; `page` counts from 1.
    """

    id: str
    document_id: str
    start: int
    end: int
    text: str
    heading: tuple[str, ...]
    page: int | None
    sentences: tuple[Sentence, ...]
