"""The default reader: our small evidence model reads question and passage together.

What the model says of a passage is weighed with three plain signals that it does not see: how near the passage's vector is,
which share of the question's words (by rarity) it holds, and which share of its names. The weights are a logistic regression
fitted by `python -m evals.fit_confidence` on tuning questions, so that the confidence is a chance.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Span
from index.search import Hit
from index.words import content_words
from rag.evidence import EvidenceSentence, Reading, best_first, statements, text_of
from rag.question import Question
from rag.signals import Frequencies, Rarity, Weights, held_names, stems

if TYPE_CHECKING:
    from rag.evidence_model import EvidenceModel, PassageScores

_SURE_OF_SPAN = 0.5

# Fitted by `python -m evals.fit_confidence`.
PASSAGE_WEIGHTS = Weights(0.0, {"model": 1.0, "dense": 0.0, "coverage": 0.0, "names": 0.0})


class ModelReader:
    """Scores passages and sentences with `EvidenceModel`, loaded when first used.

    A sentence's score is the chance that its passage answers the question, times the chance that the sentence is the
    evidence. The confidence is the chance of the best passage.
    """

    name = "evidence model"

    def __init__(self, frequencies: Frequencies, weights: Path | None = None) -> None:
        self._frequencies = frequencies
        self._weights = weights
        self._lock = threading.Lock()

    @cached_property
    def _model(self) -> EvidenceModel:
        from rag.evidence_model import EvidenceModel

        return EvidenceModel.load(self._weights)

    def read(self, question: Question, hits: Sequence[Hit]) -> Reading:
        """See `Reader.read`."""
        scores = self.scores(question, hits)
        relevance = tuple(PASSAGE_WEIGHTS.chance(f) for f in self.features(question, hits, scores))
        sentences = [
            EvidenceSentence(hit, span, text_of(hit, span), chance * own, _answer(hit, span, one))
            for hit, chance, one in zip(hits, relevance, scores, strict=True)
            for span, own in zip(statements(hit), one.sentences, strict=True)
        ]
        return Reading(best_first(sentences), max(relevance, default=0.0), relevance)

    def scores(self, question: Question, hits: Sequence[Hit]) -> list[PassageScores]:
        """What the model says of each passage."""
        from rag.evidence_model import PassageInput

        with self._lock:
            model = self._model
        inputs = [
            PassageInput(
                hit.passage.text, [(s.start - hit.passage.start, s.end - hit.passage.start) for s in statements(hit)]
            )
            for hit in hits
        ]
        return model.score(question.text, inputs)

    def features(
        self, question: Question, hits: Sequence[Hit], scores: Sequence[PassageScores]
    ) -> list[dict[str, float]]:
        """What speaks for each passage answering the question; `model` is log-odds, the others are 0 to 1."""
        rarity = Rarity.of(*self._frequencies(content_words(question.text)))
        held = [stems(" ".join((*hit.passage.heading, hit.passage.text))) for hit in hits]
        return [
            {
                "model": _log_odds(one.relevance),
                "dense": hit.dense,
                "coverage": rarity.coverage(own),
                "names": held_names(question, own),
            }
            for hit, own, one in zip(hits, held, scores, strict=True)
        ]


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def _answer(hit: Hit, sentence: Span, scores: PassageScores) -> Span | None:
    """The short answer, where the model is sure of one and it stands in this sentence."""
    if scores.span is None or scores.span_score < _SURE_OF_SPAN:
        return None
    start, end = (offset + hit.passage.start for offset in scores.span)
    return Span(start, end) if sentence.start <= start and end <= sentence.end else None
