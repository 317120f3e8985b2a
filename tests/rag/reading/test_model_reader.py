"""The confidence of the default reader is that of one passage, all in all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.evidence_model import PassageScores
from rag.reading.model_reader import CONFIDENCE_WEIGHTS, ModelReader, confidence_signals
from rag.reading.question import parse
from tests.fakes import HashEmbedder
from tests.hits import hit

QUESTION = parse("What did it cost?", 2_000)


def said(relevance: float) -> PassageScores:
    return PassageScores(relevance, [relevance], None, 0.0)


class Told(ModelReader):
    """A reader whose model says what it is told to."""

    def __init__(self, *relevance: float) -> None:
        super().__init__(HashEmbedder())
        self._said = [said(one) for one in relevance]

    def scores(self, question: object, hits: object) -> list[PassageScores]:
        return self._said


def confidence(
    *passages: tuple[float, float], question: str = QUESTION.text, text: str = "Dredging cost 40 crowns."
) -> float:
    """Of passages with a relevance and a cosine each."""
    hits = [replace(hit(text), dense=cosine) for _, cosine in passages]
    return Told(*(relevance for relevance, _ in passages)).read(parse(question, 2_000), hits).confidence


def test_two_half_good_passages_are_no_good_one() -> None:
    apart, together = confidence((0.9, 0.1), (0.1, 0.9)), confidence((0.9, 0.9), (0.1, 0.1))
    alone = max(confidence((0.9, 0.1)), confidence((0.1, 0.9)))
    assert apart < together
    assert apart == pytest.approx(alone, abs=0.02)


def test_the_confidence_is_the_chance_of_the_likeliest_passage() -> None:
    hits = [replace(hit("Dredging cost 40 crowns."), dense=cosine) for cosine in (0.3, 0.6)]
    signals = confidence_signals(QUESTION, hits, [said(0.7), said(0.6)], ())
    assert confidence((0.7, 0.3), (0.6, 0.6)) == max(map(CONFIDENCE_WEIGHTS.chance, signals))


def test_names_that_nobody_mentions_and_far_passages_lower_it() -> None:
    assert confidence((0.8, 0.5), question="What did it cost in Narva?") < confidence((0.8, 0.5))
    other = "Gulls nest on the pier."
    assert confidence((0.8, 0.1), text=other) < confidence((0.8, 0.1)) - 0.1
    assert confidence((0.8, 0.5), text=other) == confidence((0.8, 0.5))


def test_nothing_found_is_nothing_sure() -> None:
    assert Told().read(QUESTION, []).confidence == 0.0
