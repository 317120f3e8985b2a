"""The default reader: our small evidence model reads question and passage together.

Passages are ranked by what the model says and their score in the search, which it does not see; the confidence is the model's.
`python -m evals.fit_confidence` shows how that does on tuning questions. (Word coverage, names, the vector's cosine, and whether
the best sentence holds a fact of the asked kind were tried as further signals for the confidence: none helped all suites.)
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
from rag.reading.evidence import EvidenceSentence, Reading, best_first, statements, text_of
from rag.reading.facts import holds_fact
from rag.reading.question import Asked, Question
from rag.reading.signals import Frequencies, Rarity, Weights, names_the_speaker, stems

if TYPE_CHECKING:
    from rag.evidence_model import EvidenceModel, PassageScores

_SURE_OF_SPAN = 0.5

# Ranking: with it, first places go to the right passage more often than with either signal alone.
RANK_WEIGHTS = Weights(0.0, {"model": 1.0, "search": 6.0})
# Confidence: of the model's word alone. A regression on the tuning questions would give the search a weight of 4.5 and tell
# clapnq's unanswerable questions apart a little better (AUROC .87 against .82), but the scale of that score depends on the
# collection: in a small one, questions worded unlike it would abstain.
# The model never saw a question about something else altogether, and may be sure of a passage far from it: `far` is how
# much the nearest passage's cosine lacks to `_NEAR`, times the share of the question's words that the passage does not hold.
CONFIDENCE_WEIGHTS = Weights(0.45, {"model": 0.75, "far": -25.0})
_NEAR = 0.25
_HOLDS_FACT = 1.0  # log-odds that a sentence gains by holding a date where one is asked for, and so on
_SPEAKER_MISSING = 0.1  # what is left of the chance that a passage says what somebody said, if it does not name them


class ModelReader:
    """Scores passages and sentences with `EvidenceModel`, loaded when first used.

    A sentence's score is the rank of its passage against the best one (0 to 1), times the chance that the sentence is the
    evidence. The confidence is that of the surest passage.
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
        best = max((hit.score for hit in hits), default=0.0)
        ranks = [
            RANK_WEIGHTS.chance({**features(hit, one), "search": hit.score - best})
            for hit, one in zip(hits, scores, strict=True)
        ]
        sentences = [
            EvidenceSentence(hit, span, text, rank * _sentence_chance(question, text, own), _answer(hit, span, one))
            for hit, rank, one in zip(hits, ranks, scores, strict=True)
            for span, own in zip(statements(hit), one.sentences, strict=True)
            for text in [text_of(hit, span)]
        ]
        rarity = Rarity.of(*self._frequencies(content_words(question.text)))
        lack = max(0.0, _NEAR - max((hit.dense for hit in hits), default=0.0))
        sure = (_confidence(question, rarity, lack, hit, one) for hit, one in zip(hits, scores, strict=True))
        confidence = max(sure, default=0.0)
        return Reading(best_first(sentences), confidence, tuple(ranks))

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


def features(hit: Hit, scores: PassageScores) -> dict[str, float]:
    """What speaks for a passage answering the question: the model's log-odds, and the score in the search (0 to 1)."""
    return {"model": _log_odds(scores.relevance), "search": hit.score}


def _confidence(question: Question, rarity: Rarity, lack: float, hit: Hit, scores: PassageScores) -> float:
    held = stems(" ".join((*hit.passage.heading, hit.passage.text)))
    chance = CONFIDENCE_WEIGHTS.chance({**features(hit, scores), "far": lack * (1 - rarity.coverage(held))})
    return chance if names_the_speaker(question, held) else chance * _SPEAKER_MISSING


def _sentence_chance(question: Question, text: str, chance: float) -> float:
    if question.asked is Asked.ANYTHING or not holds_fact(text, question.asked, question.text):
        return chance
    return 1 / (1 + math.exp(-_log_odds(chance) - _HOLDS_FACT))


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def _answer(hit: Hit, sentence: Span, scores: PassageScores) -> Span | None:
    """The short answer, where the model is sure of one and it stands in this sentence."""
    if scores.span is None or scores.span_score < _SURE_OF_SPAN:
        return None
    start, end = (offset + hit.passage.start for offset in scores.span)
    return Span(start, end) if sentence.start <= start and end <= sentence.end else None
