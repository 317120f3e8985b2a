"""The reader without training: cosine and word coverage, sentence by sentence.

It weighs the cosine of question and sentence with the share of the question's words (by rarity) that the sentence holds.
The weights were set by hand; `python -m evals.fitting.similarity_reader` fits logistic regressions to replace them.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.embed import Embedder
from index.search import Hit
from index.words import content_words
from rag.reading.evidence import EvidenceSentence, Reading, best_first, statements, text_of
from rag.reading.facts import holds_fact
from rag.reading.question import Asked, Question
from rag.reading.signals import Frequencies, Rarity, Weights, held_names, stems

# Set by hand; `python -m evals.fitting.similarity_reader TRAINING_DIR` fits better founded ones.
SENTENCE_WEIGHTS = Weights(-3.3, {"cosine": 3.5, "coverage": 2.7, "fact": 0.6})
PASSAGE_WEIGHTS = Weights(-5.6, {"cosine": 6.0, "coverage": 3.0, "names": 2.0, "fact": 0.0})


class SimilarityReader:
    """Cosine and word coverage, sentence by sentence."""

    name = "similarity"

    def __init__(self, embedder: Embedder, frequencies: Frequencies) -> None:
        self._embedder = embedder
        self._frequencies = frequencies

    def read(self, question: Question, hits: Sequence[Hit]) -> Reading:
        """See `Reader.read`."""
        found = [(hit, span, text_of(hit, span)) for hit in hits for span in statements(hit)]
        if not found:
            return Reading((), 0.0, (0.0,) * len(hits))
        rarity = Rarity.of(*self._frequencies(content_words(question.text)))
        vector = self._embedder.encode_question(question.text)
        cosines = self._embedder.encode([text for _, _, text in found]) @ vector
        features = [
            sentence_features(question, rarity, text, float(c)) for (_, _, text), c in zip(found, cosines, strict=True)
        ]
        sentences = [
            EvidenceSentence(hit, span, text, SENTENCE_WEIGHTS.chance(f))
            for (hit, span, text), f in zip(found, features, strict=True)
        ]
        relevance = tuple(
            PASSAGE_WEIGHTS.chance(
                passage_features(
                    question, rarity, hit, [f for (other, _, _), f in zip(found, features, strict=True) if other is hit]
                )
            )
            for hit in hits
        )
        return Reading(best_first(sentences), max(relevance, default=0.0), relevance)


def sentence_features(question: Question, rarity: Rarity, text: str, cosine: float) -> dict[str, float]:
    """What speaks for a sentence being evidence, each 0 to 1."""
    return {
        "cosine": cosine,
        "coverage": rarity.coverage(stems(text)),
        "fact": float(question.asked is not Asked.ANYTHING and holds_fact(text, question.asked, question.text)),
    }


def passage_features(
    question: Question, rarity: Rarity, hit: Hit, sentences: Sequence[dict[str, float]]
) -> dict[str, float]:
    """What speaks for a passage answering the question, from its sentences' features and its words."""
    held = stems(" ".join((*hit.passage.heading, hit.passage.text)))
    best = max(sentences, key=SENTENCE_WEIGHTS.chance, default=None)
    return {
        "cosine": max((s["cosine"] for s in sentences), default=0.0),
        "coverage": rarity.coverage(held),
        "names": held_names(question, held),
        "fact": 1.0 if question.asked is Asked.ANYTHING or best is None else best["fact"],
    }
