"""What leaves the system: `Answer`, its sentences and citations, and their JSON form."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Self

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of one version of one document: `document.text[start:end] == quote`.

    Offsets count code points. `sha256` is of the document's text. `page` counts from 1. What is unknown is `None`.
    """

    document_id: str
    title: str | None
    kind: str | None
    publisher: str | None
    date: str | None
    start: int
    end: int
    quote: str
    sha256: str
    page: int | None = None
    heading: str | None = None

    @property
    def label(self) -> str:
        """What to call the source: its title, or its id where the title is unknown."""
        return self.title or self.document_id

    @property
    def key(self) -> tuple[str, int, int]:
        """Identity within one answer: the same stretch keeps its footnote number."""
        return self.document_id, self.start, self.end


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence and what it rests on. `emphasis` are ranges of `text` (`start, end`): the fact asked for."""

    text: str
    citations: tuple[Citation, ...]
    emphasis: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or an abstention with the nearest passages.

    Attributes:
        question: as it was asked.
        sentences: empty when `abstained`.
        abstained: the collection does not answer the question.
        confidence: 0 to 1, the calibrated chance that the collection answers the question.
        nearest: the passages that came closest, best first; for reading oneself when abstained.
        broad: the question asks for an overview; sentences are grouped by document.
        notes: what the reader should know, such as how much was left out.
        trace: how the answer came about (candidates, scores, timings, models, settings).
    """

    question: str
    sentences: tuple[AnswerSentence, ...]
    abstained: bool
    confidence: float
    nearest: tuple[Citation, ...] = ()
    broad: bool = False
    notes: tuple[str, ...] = ()
    trace: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The sentences joined by a space, without markers."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def footnotes(self) -> tuple[Citation, ...]:
        """The distinct citations in reading order: the footnote number is the index plus one."""
        return tuple({c.key: c for s in self.sentences for c in s.citations}.values())

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; `from_dict` restores it."""
        return {
            "schema_version": SCHEMA_VERSION,
            "question": self.question,
            "text": self.text,
            "abstained": self.abstained,
            "confidence": self.confidence,
            "broad": self.broad,
            "sentences": [_sentence_dict(s) for s in self.sentences],
            "nearest": [asdict(c) for c in self.nearest],
            "notes": list(self.notes),
            "trace": self.trace,
        }

    def to_json(self, indent: int | None = 2) -> str:
        """`to_dict` as text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_markdown(self) -> str:
        """The question, the answer and its footnotes as Markdown; what documents say is inert in it."""
        from rag.formats import markdown

        return markdown(self)

    def __str__(self) -> str:
        """The answer with `[1]` markers and its footnotes, as plain text."""
        from rag.formats import plain_text

        return plain_text(self).rstrip()

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from rag.notebook import html

        return html(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """How IPython shows it in a terminal."""
        printer.text(str(self))

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """Restore what `to_dict` gave.

        Raises:
            ValueError: the data are of another schema version.
        """
        if data.get("schema_version") != SCHEMA_VERSION:
            raise ValueError(
                f"answer of schema version {data.get('schema_version')!r}; this is version {SCHEMA_VERSION}"
            )
        return cls(
            question=data["question"],
            sentences=tuple(_sentence(s) for s in data["sentences"]),
            abstained=data["abstained"],
            confidence=data["confidence"],
            nearest=tuple(Citation(**c) for c in data["nearest"]),
            broad=data.get("broad", False),
            notes=tuple(data.get("notes", ())),
            trace=data.get("trace", {}),
        )


def _sentence_dict(sentence: AnswerSentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "citations": [asdict(c) for c in sentence.citations],
        "emphasis": [list(span) for span in sentence.emphasis],
    }


def _sentence(data: dict[str, Any]) -> AnswerSentence:
    return AnswerSentence(
        text=data["text"],
        citations=tuple(Citation(**c) for c in data["citations"]),
        emphasis=tuple((start, end) for start, end in data.get("emphasis", ())),
    )
