"""What happened on the way to an answer: candidates with their scores, timings, models, settings."""

from __future__ import annotations

from typing import Any

from index.search import Filters, Hit
from rag.answering.found import Found
from rag.reading.evidence import EvidenceSentence
from rag.settings import Settings

_EVIDENCE_SHOWN = 20


def trace_of(found: Found, settings: Settings, models: dict[str, str]) -> dict[str, Any]:
    """The trace as plain values. Only `timings` differ between two runs of the same question without a language model."""
    asked, reading, filters = found.question, found.reading, found.filters
    return {
        "asked": {"text": asked.text, "kind": asked.asked.value, "broad": asked.broad, "names": list(asked.names)},
        "filters": {name: value for name in Filters.__slots__ if (value := getattr(filters, name)) is not None},
        "candidates": [_candidate(hit, chance) for hit, chance in zip(found.hits, reading.relevance, strict=True)],
        "evidence": [_evidence(sentence) for sentence in reading.sentences[:_EVIDENCE_SHOWN]],
        "models": models,
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
