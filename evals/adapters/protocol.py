"""What an assistant must be able to do to be measured: take documents, find, and answer with citations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from evals.cases import Suite
from evals.spans import Stretch
from evals.usage import Usage


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation: where it points, and what it claims to stand there.

    `sha256` is of the document's text, if told. `speaker`: whose statement the citation says it is, if it says so.
    """

    stretch: Stretch
    quote: str
    sha256: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer and its citations; what a checker of the assistant's own found, if it has one.

    `emphasis`: ranges of `text` that are set apart as the fact asked for.
    """

    text: str
    citations: tuple[Cited, ...]
    verdict: str | None = None
    reason: str | None = None
    emphasis: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What an assistant said to a question.

    Attributes:
        sentences: in reading order; empty when it declined.
        abstained: it declined to answer.
        confidence: 0 to 1, that the collection answers the question; `None`: the assistant has none.
        top: the stretch it trusts most, also when it declined; `None`: the first citation is taken.
        timings: milliseconds by stage.
        removed: how many sentences were written and taken out by checks of the assistant's own; `None`: it has none.
        usage: tokens of the language model that writes; none of them without one. `None`: it does not tell.
        reread: ids of documents in the order that reading their passages put them into; empty: it read none again.
        nearest: what is shown to be read where it declined; `None`: it does not tell.
    """

    sentences: tuple[Sentence, ...]
    abstained: bool
    confidence: float | None = None
    top: Stretch | None = None
    timings: Mapping[str, float] = field(default_factory=dict)
    removed: int | None = None
    usage: Usage | None = None
    reread: tuple[str, ...] = ()
    nearest: tuple[Stretch, ...] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        rankings: ids of documents, best first, by the channel that ranked them; `search` is what the assistant goes by.
        best_cosine: of the question and the nearest passage, where the assistant has vectors.
        passages: the stretches found, best first, where the assistant tells them.
    """

    rankings: Mapping[str, tuple[str, ...]]
    best_cosine: float | None = None
    passages: tuple[Stretch, ...] = ()


class Assistant(Protocol):
    """One assistant on one collection.

    `concurrent`: `find` and `reply` may be called from several threads at once.
    """

    name: str
    concurrent: bool

    def prepare(self, suite: Suite, folder: Path) -> Mapping[str, Any]:
        """Index the suite's documents in a folder, or open the index that is there; says what it made."""
        ...

    def find(self, question: str, depth: int) -> Found:
        """The `depth` best documents by each channel, and the `depth` best passages."""
        ...

    def reply(self, question: str) -> Reply:
        """The answer, or an abstention."""
        ...

    def settings(self) -> Mapping[str, Any]:
        """All that the figures depend on: models, limits, thresholds."""
        ...

    def close(self) -> None:
        """Let go of files and memory."""
        ...
