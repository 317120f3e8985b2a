"""What leaves the system: `Answer`, its sentences and citations, and their JSON form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, Self

from corpus.document import Metadata
from rag.records.verdict import NOT_CHECKED, Finding, Verdict

SCHEMA_VERSION = 2


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose statement a text says it is, in the text's own words.

    `manner`: "quoted" (their words, in quotation marks), "reported" (said to be their view), or "author" (the
    writer of an opinion or analysis speaks). `verb` is the word that introduces it ("said", "warns"), where there is one.
    """

    name: str
    verb: str | None = None
    manner: Literal["quoted", "reported", "author"] = "reported"


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of one version of one document: `document.text[start:end] == quote`.

    Offsets count code points. `sha256` is of the document's text. `page` counts from 1. What is unknown is `None`.
    `speaker` is `None` where the document speaks in its own voice.
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
    speaker: Speaker | None = None
    media_type: str = "text/plain"

    @property
    def label(self) -> str:
        """What to call the source: its title, or its id where the title is unknown."""
        return self.title or self.document_id

    @property
    def key(self) -> tuple[str, int, int]:
        """Identity within one answer: the same stretch keeps its footnote number."""
        return self.document_id, self.start, self.end


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One thing that a sentence states, and what the checks found."""

    text: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence, what it rests on, and what the checks found.

    Attributes:
        text: the sentence, without markers.
        citations: the stretches that it rests on.
        emphasis: ranges of `text` (`start, end`): the fact asked for.
        finding: the verdict on the sentence, that of its worst claim.
        claims: what it states, each with its own finding; empty where the sentence is one claim.
        repaired: how its citations were corrected, in words; empty where they stand as written.
    """

    text: str
    citations: tuple[Citation, ...]
    emphasis: tuple[tuple[int, int], ...] = ()
    finding: Finding = NOT_CHECKED
    claims: tuple[CheckedClaim, ...] = ()
    repaired: str = ""

    @property
    def verdict(self) -> Verdict:
        """The verdict alone."""
        return self.finding.verdict

    @property
    def stands(self) -> bool:
        """Whether it may be passed on without its mark: borne out at least in part, or unchecked for want of a support model.

        One whose check was tried and failed does not stand.
        """
        no_model = self.verdict is Verdict.UNCHECKED and self.finding.check == NOT_CHECKED.check
        return self.verdict.stands or no_model


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, or an abstention with the nearest sentences.

    Attributes:
        question: as it was asked.
        sentences: empty when `abstained`.
        abstained: nothing in the collection is sure enough to be the answer.
        confidence: 0 to 1, the calibrated chance that the collection answers the question.
        nearest: the sentences that came closest, best first; for reading oneself when abstained.
        broad: the question asks for an overview; sentences are grouped by document.
        notes: what the reader should know, such as how much was left out.
        removed: sentences that were written and did not stand the checks, with why; not part of the answer.
        writer: who wrote the sentences: "extractive", or the language model's name.
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
    removed: tuple[AnswerSentence, ...] = ()
    writer: str = "extractive"

    @property
    def text(self) -> str:
        """The sentences that stand, joined by a space, without markers: what may be passed on without the verdicts.

        Where the setting `unsupported` is `mark`, `sentences` holds more: those that do not stand, each with its finding.
        """
        return " ".join(sentence.text for sentence in self.sentences if sentence.stands)

    @property
    def footnotes(self) -> tuple[Citation, ...]:
        """The distinct citations in reading order: the footnote number is the index plus one."""
        return tuple({c.key: c for s in self.sentences for c in s.citations}.values())

    @property
    def sources(self) -> tuple[Citation, ...]:
        """What is shown below it: the footnotes, or where it abstained what came nearest; the number is the index plus one."""
        return self.nearest if self.abstained else self.footnotes

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; `from_dict` restores it."""
        return {
            "schema_version": SCHEMA_VERSION,
            "question": self.question,
            "text": self.text,
            "abstained": self.abstained,
            "confidence": self.confidence,
            "broad": self.broad,
            "writer": self.writer,
            "sentences": [_sentence_dict(s) for s in self.sentences],
            "removed": [_sentence_dict(s) for s in self.removed],
            "nearest": [asdict(c) for c in self.nearest],
            "notes": list(self.notes),
            "trace": self.trace,
        }

    def to_json(self, indent: int | None = 2) -> str:
        """`to_dict` as text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_markdown(self) -> str:
        """The question, the answer and its footnotes as Markdown; what documents say is inert in it."""
        from rag.exports.formats import markdown

        return markdown(self)

    def to_html(self) -> str:
        """A page of its own, to keep, send or print; what documents say is inert in it."""
        from rag.exports.html import page

        return page(self)

    def to_csl(self, known: Mapping[str, Metadata] | None = None) -> list[dict[str, Any]]:
        """The cited documents as CSL-JSON items.

        `known` adds what citations do not hold (author, language, URL), by document id:
        `{d.id: d.metadata for d in assistant.documents()}`.
        """
        from rag.exports.csl import csl_items

        return csl_items(self, known)

    def to_bibtex(self, known: Mapping[str, Metadata] | None = None) -> str:
        """The cited documents as BibTeX. `known` as for `to_csl`."""
        from rag.exports.bibtex import bibtex

        return bibtex(self, known)

    def save(self, path: Path | str) -> None:
        """Write it to a file that `load` and `rag verify` read.

        Raises:
            OSError: the place cannot be written to; `filename` is the path as it was given.
        """
        from rag.exports.answer_file import write

        write(self, path)

    @staticmethod
    def load(path: Path | str) -> Answer:
        """The answer that `save` wrote.

        Raises:
            BadAnswerFile: the file cannot be read, or holds no answer of this version.
        """
        from rag.exports.answer_file import read

        return read(path).answer

    def __str__(self) -> str:
        """The answer with `[1]` markers and its footnotes, as plain text."""
        from rag.exports.formats import plain_text

        return plain_text(self).rstrip()

    def _repr_html_(self) -> str:
        """How a notebook shows it."""
        from rag.exports.notebook import html

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
            nearest=tuple(_citation(c) for c in data["nearest"]),
            broad=data.get("broad", False),
            notes=tuple(data.get("notes", ())),
            trace=data.get("trace", {}),
            removed=tuple(_sentence(s) for s in data.get("removed", ())),
            writer=data.get("writer", "extractive"),
        )


def _sentence_dict(sentence: AnswerSentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "citations": [asdict(c) for c in sentence.citations],
        "emphasis": [list(span) for span in sentence.emphasis],
        "finding": asdict(sentence.finding),
        "claims": [asdict(c) for c in sentence.claims],
        "repaired": sentence.repaired,
    }


def _sentence(data: dict[str, Any]) -> AnswerSentence:
    return AnswerSentence(
        text=data["text"],
        citations=tuple(_citation(c) for c in data["citations"]),
        emphasis=tuple((start, end) for start, end in data.get("emphasis", ())),
        finding=_finding(data["finding"]),
        claims=tuple(CheckedClaim(c["text"], _finding(c["finding"])) for c in data["claims"]),
        repaired=data["repaired"],
    )


def _citation(data: dict[str, Any]) -> Citation:
    speaker = data.get("speaker")
    return Citation(**{**data, "speaker": Speaker(**speaker) if speaker else None})


def _finding(data: dict[str, Any]) -> Finding:
    return Finding(Verdict(data["verdict"]), data["reason"], data["check"])
