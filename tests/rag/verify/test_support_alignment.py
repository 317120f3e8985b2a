"""The support model without training: what is covered counts as supported, what is not does not."""

from __future__ import annotations

import pytest

from index.embed import SentenceTransformerEmbedder
from rag.verify.support.alignment import AlignmentModel
from rag.verify.support.port import Pair
from tests.fakes import HashEmbedder

COST = "The lamps of the northern coast cost 384 crowns in the first year, and the oil came on top of that."


@pytest.fixture(scope="module")
def model() -> AlignmentModel:
    return AlignmentModel(SentenceTransformerEmbedder())


def test_a_paraphrase_is_likelier_supported_than_another_subject_or_another_number(model: AlignmentModel) -> None:
    said, other, number = model.judge(
        [
            Pair("In their first year the lamps of the northern coast cost 384 crowns.", COST),
            Pair("The mayor of Narva resigned after a vote of the council.", COST),
            Pair("In their first year the lamps of the northern coast cost 500 crowns.", COST),
        ]
    )
    assert said.supported >= model.threshold > other.supported
    assert said.supported > number.supported
    assert other.contradicted == 0.0


def test_a_denial_that_the_text_does_not_make_speaks_against_support(model: AlignmentModel) -> None:
    plain, denied = model.judge([Pair("The oil came on top.", COST), Pair("The oil never came on top.", COST)])
    assert plain.supported > denied.supported


def test_a_judgement_does_not_depend_on_what_else_is_judged(model: AlignmentModel) -> None:
    pair, other = Pair("The lamps cost 384 crowns.", COST), Pair("Rain fell.", "It rained in Narva for nine days.")
    alone = AlignmentModel(SentenceTransformerEmbedder()).judge([pair])[0]
    assert model.judge([other, pair, other])[1].supported == pytest.approx(alone.supported, abs=0.01)


def test_what_was_seen_is_not_embedded_again() -> None:
    embedder = HashEmbedder()
    model = AlignmentModel(embedder)
    model.judge([Pair("The lamps cost 384 crowns.", COST)] * 3)
    seen = embedder.encoded
    model.judge([Pair("The lamps cost 384 crowns.", COST)])
    assert (seen, embedder.encoded) == (2, 2)


def test_nothing_and_little_can_be_judged() -> None:
    model = AlignmentModel(HashEmbedder())
    assert model.judge([]) == []
    assert all(0 <= s.supported <= 1 for s in model.judge([Pair("", ""), Pair("?", COST), Pair(COST, "")]))
