"""`Passage`: a run of whole sentences of one document, the unit that is embedded and found."""

from dataclasses import dataclass

from corpus.document import Span


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence of a document, with the page it starts on and the path of headings above it, outermost first.

    `statement` is false for headings and lists of sources, which are never evidence.
    """

    statement: bool = True
    page: int | None = None
    heading: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences: `text == document.text[start:end]`, from the first sentence's start to the last one's end.

    `sha256` is of the document's text: the version that the offsets belong to.
    """

    id: str
    document_id: str
    start: int
    end: int
    text: str
    sentences: tuple[Sentence, ...]
    sha256: str

    @property
    def page(self) -> int | None:
        """The page, from 1, that the passage starts on."""
        return self.sentences[0].page

    @property
    def heading(self) -> tuple[str, ...]:
        """The path of headings above its start, outermost first."""
        return self.sentences[0].heading

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset of the document, or the last that starts before it."""
        earlier = [s for s in self.sentences if s.start <= offset]
        return earlier[-1] if earlier else self.sentences[0]
