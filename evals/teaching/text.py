"""A text written for teaching the support model: its sentences, and what is rightly and wrongly claimed of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.document import Document, Metadata, Span

KINDS = {"news": "news", "analysis": "analysis", "official": "official", "report": None}
"""What a text calls itself, and the kind that a document of that sort has; `None`: there is no such kind."""
PARAGRAPH = 5  # sentences


@dataclass(frozen=True, slots=True)
class Broken:
    """A claim that the cited sentences do not bear out, and how it came to that: one of `WAYS`."""

    way: str
    claim: str


@dataclass(slots=True)
class Item:
    """The numbers of the sentences that are cited, in order and without a gap, and what is claimed of them."""

    cited: tuple[int, ...]
    true: list[str] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)


@dataclass(slots=True)
class Written:
    """One file: what is known of its text, its sentences by number, and its items."""

    id: str
    known: dict[str, str] = field(default_factory=dict)
    sentences: dict[int, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)

    @property
    def document(self) -> Document:
        """The text as a document, in paragraphs of a few sentences."""
        values = {**self.known, "kind": KINDS[self.known["kind"]]}
        return Document.from_text(self.id, "".join(self._pieces()), Metadata(**values))

    def span(self, cited: tuple[int, ...]) -> Span:
        """Where the cited sentences stand in the document."""
        pieces = self._pieces()
        start = sum(map(len, pieces[: 2 * cited[0] - 2]))
        return Span(start, start + sum(map(len, pieces[2 * cited[0] - 2 : 2 * cited[-1] - 1])))

    def _pieces(self) -> list[str]:
        """Sentences, and the blank behind each."""
        return [
            piece
            for number, sentence in self.sentences.items()
            for piece in (sentence, "\n\n" if number % PARAGRAPH == 0 else " ")
        ]
