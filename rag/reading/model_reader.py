"""The default reader: our small evidence model reads question and passage together, and plain signals weigh in.

The model sees neither the score of the search nor how near question and text are in the vector space; each of them knows
something that the others do not. `python -m evals.fitting.model_reader` shows what every one of them brings on tuning questions, and
gives the weights. (Tried as further signals, and no help on collections that they were not fitted on: word coverage, names,
keyword scores, gaps between the first hits, length and place of a sentence, how likely the sentences beside it are.)
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Span
from index.embed import Embedder
from index.remembering import RememberingEncoder
from index.search import Hit
from index.words import content_words, stem
from rag.reading.evidence import EvidenceSentence, Reading, best_first, statements, text_of
from rag.reading.facts import holds_fact
from rag.reading.question import Asked, Question
from rag.reading.signals import Weights, log_odds, stems
from rag.reading.speakers import knows_the_speaker
from rag.reading.unnamed import held_text, unnamed

if TYPE_CHECKING:
    from rag.evidence_model import EvidenceModel, PassageScores

_SURE_OF_SPAN = 0.5

RANK_WEIGHTS = Weights(0.0, {"model": 0.5, "search": 10.0})
"""Passages among themselves: with both, first places go to the right passage more often than with either signal alone."""
SENTENCE_WEIGHTS = Weights(-1.45, {"sentence": 0.45, "model": 0.18, "search": 8.0, "cosine": 2.7, "fact": 0.55})
"""Sentences: the model's log-odds of the sentence and of its passage, the passage's score in the search against the best
one's, the cosine of question and sentence, and whether it holds a fact of the asked kind. Fitted for the first weights of
the model and kept, but for the search, whose scores lie closer together since; of dozens of others tried none is better by more than
chance."""
CONFIDENCE_WEIGHTS = Weights(-0.4, {"model": 0.5, "cosine": 2.4, "sentence": 0.1, "unnamed": -0.6, "far": -15.0})
"""Whether a passage answers: the model's log-odds of it and of its likeliest sentence, and its cosine; of all passages, how many names of
the question none holds, and how far off the nearest is. The likeliest passage speaks for all: that one passage is near and another
relevant makes no answer. `far` is by hand, for questions about something else altogether, and is zero in nearly all tuning
questions. The bias is a tenth above the one that fits best, so that questions that lean on their collection ("the conference") are
answered a little more often."""

_COMPARED = 12  # sentences whose cosine is taken: those likeliest without it; more of them change nothing but the time
_MOST_UNNAMED = 2
_NEAR = 0.25
_SPEAKER_MISSING = 0.25  # what is left of the odds that a passage says what somebody said, if it does not name them


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be evidence, and what speaks for it."""

    hit: Hit
    span: Span
    text: str
    signals: dict[str, float]
    answer: Span | None


class ModelReader:
    """Scores passages and sentences with `EvidenceModel`, loaded when first used, and the embedding model's cosines.

    A sentence's score is the chance that it is evidence; the confidence is the chance that anything answers the question.
    """

    name = "evidence model"

    def __init__(self, embedder: Embedder, weights: Path | None = None) -> None:
        self._embedder = embedder
        self._encoder = RememberingEncoder(embedder)
        self._weights = weights
        self._lock = threading.Lock()

    @cached_property
    def _model(self) -> EvidenceModel:
        from rag.evidence_model import EvidenceModel

        return EvidenceModel.load(self._weights)

    def read(self, question: Question, hits: Sequence[Hit]) -> Reading:
        """See `Reader.read`."""
        if not hits:
            return Reading((), 0.0, ())
        scores = self.scores(question, hits)
        candidates = self.candidates(question, hits, scores)
        missing = unnamed(question, hits)
        sentences = [
            EvidenceSentence(c.hit, c.span, c.text, SENTENCE_WEIGHTS.chance(c.signals), c.answer) for c in candidates
        ]
        ranks = [RANK_WEIGHTS.chance(signals) for signals in rank_signals(hits, scores)]
        return Reading(best_first(sentences), _confidence(question, hits, scores, missing), tuple(ranks), missing)

    def candidates(self, question: Question, hits: Sequence[Hit], scores: Sequence[PassageScores]) -> list[Candidate]:
        """The sentences that state something, each with its signals."""
        found = [
            Candidate(hit, span, text, _signals(question, text, own, passage), _answer(hit, span, one))
            for hit, one, passage in zip(hits, scores, rank_signals(hits, scores), strict=True)
            for span, own in zip(statements(hit), one.sentences, strict=True)
            for text in [text_of(hit, span)]
        ]
        likeliest = sorted(found, key=lambda c: -SENTENCE_WEIGHTS.chance(c.signals))[:_COMPARED]
        vectors = self._encoder.encode([c.text for c in likeliest])
        asked = self._embedder.encode_question(question.text)
        for candidate in likeliest:
            candidate.signals["cosine"] = float(asked @ vectors[candidate.text])
        return found

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


def rank_signals(hits: Sequence[Hit], scores: Sequence[PassageScores]) -> list[dict[str, float]]:
    """What speaks for each passage: the model's log-odds, and its score in the search against the best one's."""
    best = max((hit.score for hit in hits), default=0.0)
    return [
        {"model": log_odds(one.relevance), "search": hit.score - best} for hit, one in zip(hits, scores, strict=True)
    ]


def confidence_signals(
    question: Question, hits: Sequence[Hit], scores: Sequence[PassageScores], missing: Sequence[str]
) -> list[dict[str, float]]:
    """What `CONFIDENCE_WEIGHTS` weighs, by passage. `missing` are the names that none of them holds."""
    lack = max(0.0, _NEAR - max(hit.dense for hit in hits))
    return [
        {
            "model": log_odds(one.relevance),
            "cosine": hit.dense,
            "sentence": log_odds(max(one.sentences, default=0.0)),
            "unnamed": float(min(len(missing), _MOST_UNNAMED)),
            "far": lack * _not_held(question, hit) if lack else 0.0,
        }
        for hit, one in zip(hits, scores, strict=True)
    ]


def _not_held(question: Question, hit: Hit) -> float:
    """The share of the question's words that a passage has not."""
    wanted = {stem(word) for word in content_words(question.text)}
    return len(wanted - _held(hit)) / len(wanted) if wanted else 0.0


def _confidence(
    question: Question, hits: Sequence[Hit], scores: Sequence[PassageScores], missing: Sequence[str]
) -> float:
    """The chance of the passage that is likeliest to answer, all in all."""
    chances = [CONFIDENCE_WEIGHTS.chance(signals) for signals in confidence_signals(question, hits, scores, missing)]
    chance, likeliest = max(zip(chances, hits, strict=True), key=lambda pair: pair[0])
    known = knows_the_speaker(question, _held(likeliest), hits)
    return chance if known else _odds_times(chance, _SPEAKER_MISSING)


def _held(hit: Hit) -> set[str]:
    return stems(held_text(hit))


def _signals(question: Question, text: str, own: float, passage: dict[str, float]) -> dict[str, float]:
    return {
        **passage,
        "sentence": log_odds(own),
        "cosine": 0.0,  # as if unlike; the likeliest get theirs
        "fact": float(question.asked is not Asked.ANYTHING and holds_fact(text, question.asked, question.text)),
    }


def _odds_times(chance: float, factor: float) -> float:
    return chance * factor / (chance * factor + 1 - chance)


def _answer(hit: Hit, sentence: Span, scores: PassageScores) -> Span | None:
    """The short answer, where the model is sure of one and it stands in this sentence."""
    if scores.span is None or scores.span_score < _SURE_OF_SPAN:
        return None
    start, end = (offset + hit.passage.start for offset in scores.span)
    return Span(start, end) if sentence.start <= start and end <= sentence.end else None
