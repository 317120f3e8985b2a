"""The trained support model as it ships: it tells what a text bears out from what it does not."""

from __future__ import annotations

import pytest

from index.embed import SentenceTransformerEmbedder
from rag.verify.support.port import Pair
from rag.verify.support.trained import OUTWEIGHS, TrainedModel

TEXT = "On 14 May the harbour council voted to close the ferry to the outer islands, although three members were against it."
CONTEXT = "news, 2024-05-16, Northern Gazette: Council closes island ferry."


@pytest.fixture(scope="module")
def model() -> TrainedModel:
    return TrainedModel(SentenceTransformerEmbedder())


def chance(model: TrainedModel, claim: str, text: str = TEXT, context: str = CONTEXT) -> float:
    return model.judge([Pair(claim, text, context)])[0].supported


@pytest.mark.parametrize(
    "claim",
    [
        "The ferry to the outer islands will be closed, the harbour council decided on 14 May.",
        "Three members of the harbour council opposed closing the ferry.",
    ],
)
def test_what_the_text_says_in_other_words_is_supported(model: TrainedModel, claim: str) -> None:
    assert chance(model, claim) >= model.threshold


@pytest.mark.parametrize(
    "claim",
    [
        "The airport council voted on 14 May to close the railway to the capital.",
        "The mayor of Narva resigned after a scandal about fishing quotas.",
    ],
)
def test_what_it_does_not_say_is_not(model: TrainedModel, claim: str) -> None:
    assert chance(model, claim) < model.threshold


def test_what_stands_only_in_the_context_is_not_borne_out(model: TrainedModel) -> None:
    before = "The bakery in the old mill sold 3,000 loaves last winter."
    assert chance(model, "Last winter 3,000 loaves were sold by the bakery.", TEXT, before) < model.threshold


def test_the_words_to_blame_are_named(model: TrainedModel) -> None:
    claim = "On 14 May the harbour council voted to close the railway to the outer islands."
    assert "railway" in " ".join(model.judge([Pair(claim, TEXT, CONTEXT)])[0].doubted)


def test_chances_are_chances_and_do_not_depend_on_company(model: TrainedModel) -> None:
    pairs = [
        Pair("", ""),
        Pair("?", TEXT),
        Pair(TEXT, ""),
        Pair("word " * 3_000, TEXT),
        Pair("The ferry closed.", TEXT),
    ]
    together = model.judge(pairs)
    assert all(0 <= one.supported <= 1 and 0 <= one.contradicted <= 1 for one in together)
    assert together[-1] == model.judge(pairs[-1:])[0]


def test_what_must_stand_in_the_text_is_never_outweighed() -> None:
    assert not {"quotation", "names", "numbers", "dates"} & OUTWEIGHS.keys()
