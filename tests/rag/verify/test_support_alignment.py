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


def test_a_paraphrase_is_likelier_supported_than_another_subject(model: AlignmentModel) -> None:
    said, other = model.judge(
        [
            Pair("In their first year the lamps of the northern coast cost 384 crowns.", COST),
            Pair("The mayor of Narva resigned after a vote of the council.", COST),
        ]
    )
    assert said.supported >= model.threshold > other.supported
    assert other.contradicted == 0.0


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The mason would not say what the new tower had cost.", "The mason declined to disclose the cost of the new tower."),
        ("Nobody works less than a quarter of the year at the quarry.", "Everyone at the quarry works at least 25 per cent of the year."),
        ("Without the bishop's consent the bell may not be rung before 9 a.m.", "The bell may be rung before nine only if the bishop consents."),
    ],
)  # fmt: skip
def test_numbers_and_denials_in_other_words_do_not_count_against_a_paraphrase(
    model: AlignmentModel, claim: str, text: str
) -> None:
    assert model.judge([Pair(claim, text)])[0].supported >= model.threshold


def test_a_neighbour_that_shares_a_name_is_no_support(model: AlignmentModel) -> None:
    neighbour = "Hedda Lorne, the keeper, has lived on the island since she was a girl."
    claim = "Hedda Lorne wants the council to pay for new lenses before winter."
    assert model.judge([Pair(claim, neighbour)])[0].supported < model.threshold


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
