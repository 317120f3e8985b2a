"""What happened on the way to an answer: candidates with their scores, timings, models, settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Any

from index.search import Filters, Hit
from rag.evidence import EvidenceSentence

if TYPE_CHECKING:
    from rag.answering import Answering, Found

_EVIDENCE_SHOWN = 20


class Stopwatch:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self.milliseconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        start = perf_counter()
        yield
        self.milliseconds[name] = round((perf_counter() - start) * 1000, 3)


def trace_of(answering: Answering, found: Found, writer: str) -> dict[str, Any]:
    """The trace as plain values. Only `timings` differ between two runs of the same question without a language model."""
    settings, asked, reading = answering.settings, found.question, found.reading
    filters = found.filters
    return {
        "asked": {"text": asked.text, "kind": asked.asked.value, "broad": asked.broad, "names": list(asked.names)},
        "filters": {name: value for name in Filters.__slots__ if (value := getattr(filters, name)) is not None},
        "candidates": [_candidate(hit, chance) for hit, chance in zip(found.hits, reading.relevance, strict=True)],
        "evidence": [_evidence(sentence) for sentence in reading.sentences[:_EVIDENCE_SHOWN]],
        "models": {
            "embedding": settings.embedding_model,
            "reader": answering.reader.name,
            "writer": writer,
            "support": answering.checker.support.name if answering.checker.support else "none",
        },
        "settings": {"abstain_below": settings.abstain_below, "passages_read": settings.passages_read},
        "timings": found.watch.milliseconds,
    }


def _candidate(hit: Hit, relevance: float) -> dict[str, Any]:
    return {
        "passage": hit.passage.id,
        "document_id": hit.passage.document_id,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "score": round(hit.score, 5),
        "dense": round(hit.dense, 5),
        "keyword": round(hit.keyword, 4),
        "dense_rank": hit.dense_rank,
        "keyword_rank": hit.keyword_rank,
        "relevance": round(relevance, 5),
    }


def _evidence(sentence: EvidenceSentence) -> dict[str, Any]:
    span = sentence.span
    return {
        "document_id": sentence.hit.passage.document_id,
        "start": span.start,
        "end": span.end,
        "score": round(sentence.score, 5),
    }
