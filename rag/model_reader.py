"""The default reader: our small evidence model reads question and passage together."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Span
from index.search import Hit
from rag.evidence import EvidenceSentence, Reading, best_first, statements, text_of
from rag.question import Question

if TYPE_CHECKING:
    from rag.evidence_model import EvidenceModel, PassageScores

_SURE_OF_SPAN = 0.5


class ModelReader:
    """Scores passages and sentences with `EvidenceModel`, loaded when first used.

    A sentence's score is the chance that its passage answers the question, times the chance that the sentence is the
    evidence. The confidence is the chance of the best passage.
    """

    name = "evidence model"

    def __init__(self, weights: Path | None = None) -> None:
        self._weights = weights
        self._lock = threading.Lock()

    @cached_property
    def _model(self) -> EvidenceModel:
        from rag.evidence_model import EvidenceModel

        return EvidenceModel.load(self._weights)

    def read(self, question: Question, hits: Sequence[Hit]) -> Reading:
        """See `Reader.read`."""
        from rag.evidence_model import PassageInput

        with self._lock:
            model = self._model
        spans = [statements(hit) for hit in hits]
        inputs = [
            PassageInput(hit.passage.text, [(s.start - hit.passage.start, s.end - hit.passage.start) for s in own])
            for hit, own in zip(hits, spans, strict=True)
        ]
        scores = model.score(question.text, inputs)
        sentences = [
            EvidenceSentence(hit, span, text_of(hit, span), one.relevance * chance, _answer(hit, span, one))
            for hit, own, one in zip(hits, spans, scores, strict=True)
            for span, chance in zip(own, one.sentences, strict=True)
        ]
        relevance = tuple(one.relevance for one in scores)
        return Reading(best_first(sentences), max(relevance, default=0.0), relevance)


def _answer(hit: Hit, sentence: Span, scores: PassageScores) -> Span | None:
    """The short answer, where the model is sure of one and it stands in this sentence."""
    if scores.span is None or scores.span_score < _SURE_OF_SPAN:
        return None
    start, end = (offset + hit.passage.start for offset in scores.span)
    return Span(start, end) if sentence.start <= start and end <= sentence.end else None
