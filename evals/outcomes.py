"""What happened when a question was asked: the record that measures are taken from and that result files keep."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self, TypeVar

from corpus.errors import RagError
from evals.adapters.protocol import Assistant, Cited, Found, Reply
from evals.cases import Question, Suite
from evals.measures.short_answer import short_answer
from evals.said import Said
from evals.spans import Stretch
from evals.usage import Usage

Result = TypeVar("Result")
DEPTH = 10  # documents and passages kept of what was found: the largest k of any measure


@dataclass(frozen=True)
class Outcome:
    """One question asked.

    Attributes:
        rankings, best_cosine, passages: see `Found`.
        abstained: `None` where no answer was asked for.
        cited: in reading order.
        top: the stretch the assistant trusts most.
        inexact: how many of `cited` do not hold the text that they quote, or name another version of the document.
        hit: whether a short answer occurs in the answer; `None` where there is none to look for.
        timings: milliseconds by stage; `whole search` and `whole answer` are the two calls as a user makes them.
        error: what went wrong; then nothing else is known.
        sentences: the answer as it was given; empty where it was declined.
        removed, usage, nearest: see `Reply`.
    """

    question: str
    answerable: bool
    rankings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    best_cosine: float | None = None
    abstained: bool | None = None
    confidence: float | None = None
    cited: tuple[Stretch, ...] = ()
    top: Stretch | None = None
    inexact: int = 0
    hit: bool | None = None
    timings: Mapping[str, float] = field(default_factory=dict)
    error: str | None = None
    sentences: tuple[Said, ...] = ()
    passages: tuple[Stretch, ...] = ()
    removed: int | None = None
    usage: Usage | None = None
    nearest: tuple[Stretch, ...] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The JSON form; stretches become `[document, start, end]`. `from_dict` restores it."""
        return {
            "question": self.question,
            "answerable": self.answerable,
            "abstained": self.abstained,
            "confidence": self.confidence,
            "sentences": [sentence.to_dict() for sentence in self.sentences],
            "removed": self.removed,
            "cited": [_listed(stretch) for stretch in self.cited],
            "top": _listed(self.top) if self.top else None,
            "nearest": None if self.nearest is None else [_listed(stretch) for stretch in self.nearest],
            "inexact": self.inexact,
            "hit": self.hit,
            "rankings": {channel: list(ids) for channel, ids in self.rankings.items()},
            "best_cosine": self.best_cosine,
            "passages": [_listed(stretch) for stretch in self.passages],
            "timings": {stage: round(milliseconds, 2) for stage, milliseconds in self.timings.items()},
            "usage": asdict(self.usage) if self.usage else None,
            "error": self.error,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Restore what `to_dict` gave."""
        restored = {
            **data,
            "rankings": {channel: tuple(ids) for channel, ids in data["rankings"].items()},
            "cited": tuple(Stretch(*stretch) for stretch in data["cited"]),
            "top": Stretch(*data["top"]) if data["top"] else None,
            "passages": tuple(Stretch(*stretch) for stretch in data["passages"]),
            "nearest": None if data["nearest"] is None else tuple(Stretch(*stretch) for stretch in data["nearest"]),
            "sentences": tuple(Said.from_dict(sentence) for sentence in data["sentences"]),
            "usage": Usage.from_dict(data["usage"]) if data["usage"] else None,
        }
        return cls(**restored)


def ask(assistant: Assistant, suite: Suite, question: Question, *, search_only: bool) -> Outcome:
    """Ask one question. An error that the assistant raises on purpose becomes part of the record; others are bugs."""
    try:
        found, searched = _timed(lambda: assistant.find(question.text, DEPTH))
        reply, answered = (None, 0.0) if search_only else _timed(lambda: assistant.reply(question.text))
    except RagError as error:
        return Outcome(question.id, question.answerable, error=f"{type(error).__name__}: {error.message}")
    timings = {"whole search": searched}
    if reply is not None:
        timings |= {**reply.timings, "whole answer": answered}
    return _recorded(suite, question, found, reply, timings)


def _recorded(
    suite: Suite, question: Question, found: Found, reply: Reply | None, timings: Mapping[str, float]
) -> Outcome:
    if reply is None:
        searched = found.rankings, found.best_cosine
        return Outcome(question.id, question.answerable, *searched, timings=timings, passages=found.passages)
    citations = [citation for sentence in reply.sentences for citation in sentence.citations]
    said = " ".join(sentence.text for sentence in reply.sentences)
    return Outcome(
        question.id,
        question.answerable,
        {**found.rankings, **({"reread": reply.reread[:DEPTH]} if reply.reread else {})},
        found.best_cosine,
        reply.abstained,
        reply.confidence,
        tuple(citation.stretch for citation in citations),
        reply.top or next((citation.stretch for citation in citations), None),
        sum(not exact(citation, suite) for citation in citations),
        bool(short_answer(said, question.answers).numerator) if question.answers else None,
        timings,
        sentences=tuple(Said.of(sentence) for sentence in reply.sentences),
        passages=found.passages,
        removed=reply.removed,
        usage=reply.usage,
        nearest=reply.nearest,
    )


def exact(citation: Cited, suite: Suite) -> bool:
    """Whether it points into a document of the suite, of that version, and holds the text that it quotes."""
    document = suite.documents.get(citation.stretch.document_id)
    if document is None or citation.sha256 not in (None, document.sha256):
        return False
    return document.text[citation.stretch.start : citation.stretch.end] == citation.quote


def _listed(stretch: Stretch) -> list[str | int]:
    return [stretch.document_id, stretch.start, stretch.end]


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    started = time.perf_counter()
    return work(), 1000 * (time.perf_counter() - started)
