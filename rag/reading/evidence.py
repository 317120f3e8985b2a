"""Passages to evidence: which of their sentences answer the question, and whether any does. The port and its data.

Implementations: `rag.reading.model_reader` (our small trained model, the default), `rag.reading.similarity_reader` (no training) and
`rag.reading.cross_encoder_reader` (any reranker of the Hugging Face kind).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.document import Span
from index.search import Hit
from index.words import STOP_WORDS, words
from rag.reading.question import Question

_FEWEST_WORDS = 2
_MONTHS = frozenset("january february march april may june july august september october november december".split())


@dataclass(frozen=True, slots=True)
class EvidenceSentence:
    """A sentence of a passage with its score: 0 to 1, the chance that it is evidence for an answer.

    `answer` is the stretch of the document that is the short answer, where the reader gives one.
    """

    hit: Hit
    span: Span
    text: str
    score: float
    answer: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found: evidence sentences, best first, and the chance (0 to 1) that they answer the question.

    `relevance` (0 to 1) orders the passages among themselves, in the order of the hits. `unnamed` are names of the question,
    in lower case, that none of them holds.
    """

    sentences: tuple[EvidenceSentence, ...]
    confidence: float
    relevance: tuple[float, ...]
    unnamed: tuple[str, ...] = ()


class Reader(Protocol):
    """Reads passages for a question."""

    name: str

    def read(self, question: Question, hits: Sequence[Hit]) -> Reading:
        """All sentences of the hits that state something, scored."""
        ...


def statements(hit: Hit) -> list[Span]:
    """The sentences of a passage that can be evidence: statements with something to say, which "As of 1 May 2025." has not."""
    return [s for s in hit.passage.sentences if s.statement and _says_something(text_of(hit, s))]


def _says_something(text: str) -> bool:
    telling = [w for w in words(text) if w not in STOP_WORDS and w not in _MONTHS and not w[0].isdigit()]
    return len(telling) >= _FEWEST_WORDS


def text_of(hit: Hit, span: Span) -> str:
    """The words of a sentence of a passage."""
    offset = hit.passage.start
    return hit.passage.text[span.start - offset : span.end - offset]


def best_first(sentences: Sequence[EvidenceSentence]) -> tuple[EvidenceSentence, ...]:
    """By score; ties by passage and place."""
    return tuple(sorted(sentences, key=lambda s: (-s.score, s.hit.passage.id, s.span.start)))
