"""Measures of ranked documents."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.average_precision import average_precision
from evals.measures.ndcg import ndcg
from evals.measures.recall_at_k import recall_at_k
from evals.measures.reciprocal_rank import reciprocal_rank

MEASURES = (recall_at_k, reciprocal_rank, ndcg, average_precision)
RANKINGS = {"found": ["x", "right", "y", "also"], "missed": ["x", "y"], "nothing": []}
GOLD = {"found": {"right", "also"}, "missed": {"right"}, "nothing": {"right"}}


def test_recall_by_hand():
    assert recall_at_k(RANKINGS, GOLD, 1) == {"found": 0, "missed": 0, "nothing": 0}
    assert recall_at_k(RANKINGS, GOLD, 3) == {"found": 0.5, "missed": 0, "nothing": 0}
    assert recall_at_k(RANKINGS, GOLD, 5) == {"found": 1, "missed": 0, "nothing": 0}


def test_ranks_by_hand():
    best = 1 + 1 / math.log2(3)
    assert reciprocal_rank(RANKINGS, GOLD, 10)["found"] == pytest.approx(1 / 2)
    assert average_precision(RANKINGS, GOLD, 10)["found"] == pytest.approx((1 / 2 + 2 / 4) / 2)
    assert ndcg(RANKINGS, GOLD, 10)["found"] == pytest.approx((1 / math.log2(3) + 1 / math.log2(5)) / best)
    for measure in (reciprocal_rank, average_precision, ndcg):
        assert measure(RANKINGS, GOLD, 10)["nothing"] == 0


@given(
    ranking=st.lists(st.sampled_from("abcdefgh")),
    gold=st.sets(st.sampled_from("abcdefgh"), min_size=1),
    k=st.integers(1, 10),
)
def test_shares_that_do_not_depend_on_repetition(ranking, gold, k):
    for measure in MEASURES:
        value = measure({"q": ranking}, {"q": gold}, k)["q"]
        assert 0 <= value <= 1 + 1e-9
        assert measure({"q": ranking + ranking}, {"q": [*gold, *gold]}, k)["q"] == value


@given(gold=st.lists(st.sampled_from("abcde"), unique=True, min_size=1), data=st.data())
def test_perfect_is_1_and_finding_everything_is_not(gold, data):
    perfect = {"q": [*data.draw(st.permutations(gold)), "x", "y"]}
    buried = {"q": ["x", "y", *gold]}
    for measure in MEASURES:
        assert measure(perfect, {"q": gold}, 10)["q"] == pytest.approx(1)
    assert recall_at_k(buried, {"q": gold}, 2)["q"] == 0
    for measure in (reciprocal_rank, ndcg, average_precision):
        assert measure(buried, {"q": gold}, 10)["q"] < 1
