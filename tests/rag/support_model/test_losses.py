"""What the training asks for, on logits written by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
import torch

from rag.support_model.training.batches import Batch, collate
from rag.support_model.training.losses import losses, total
from rag.support_model.training.network import Logits
from tests.rag.support_model.ferry import examples

SUPPORTED, CONTRADICTED, _, NAME, NEITHER = (examples()[place] for place in (0, 4, 5, 6, 7))


def loss(name: str, batch: Batch, rows: list[list[float]], words: float = 0.0) -> float:
    """One of the losses for these logits of support."""
    logits = Logits(torch.tensor(rows), torch.full(batch.tokens.shape, words))
    return float(losses(logits, batch)[name])


def test_a_verdict_costs_what_its_class_was_given() -> None:
    for one, place in ((SUPPORTED, 0), (CONTRADICTED, 1), (NEITHER, 2)):
        logits = [0.0, 0.0, 0.0]
        logits[place] = math.log(2)
        assert loss("verdict", collate([one]), [logits]) == pytest.approx(-math.log(1 / 2))


def test_not_supported_is_borne_by_the_last_two_classes_together() -> None:
    batch = collate([NAME])
    assert loss("verdict", batch, [[math.log(2), 0.0, 0.0]]) == pytest.approx(-math.log(1 / 2))
    assert loss("verdict", batch, [[0.0, 9.0, -9.0]]) == pytest.approx(loss("verdict", batch, [[0.0, -9.0, 9.0]]))
    assert loss("verdict", batch, [[9.0, 0.0, 0.0]]) > 8


def test_weights_count() -> None:
    right, wrong = replace(SUPPORTED, weight=3.0), replace(CONTRADICTED, weight=1.0)
    logits = [[0.0, 0.0, 0.0], [math.log(2), 0.0, 0.0]]
    assert loss("verdict", collate([right, wrong]), logits) == pytest.approx((3 * math.log(3) + math.log(4)) / 4)


def test_words_without_labels_cost_nothing_and_doubted_ones_count_thrice() -> None:
    assert loss("words", collate([NEITHER]), [[0.0] * 3], words=5.0) == 0
    assert loss("words", collate([SUPPORTED]), [[0.0] * 3], words=-20.0) == pytest.approx(0, abs=1e-6)
    marked = CONTRADICTED.doubted
    assert marked is not None
    expected = math.log(2) * (len(marked) + 2 * marked.sum()) / len(marked)
    assert loss("words", collate([CONTRADICTED]), [[0.0] * 3]) == pytest.approx(expected)


def test_true_claims_should_look_likelier_than_their_broken_rivals_and_no_others() -> None:
    batch, apart = collate([SUPPORTED, NAME]), collate([SUPPORTED, replace(NAME, rivals="another")])
    good, bad = [[5.0, 0.0, 0.0], [-5.0, 0.0, 0.0]], [[-5.0, 0.0, 0.0], [5.0, 0.0, 0.0]]
    assert loss("ranked", batch, good) < 0.01 < 9 < loss("ranked", batch, bad)
    assert loss("ranked", apart, bad) == 0


def test_the_ranking_can_be_left_out() -> None:
    parts = {"verdict": torch.tensor(1.0), "words": torch.tensor(2.0), "ranked": torch.tensor(4.0)}
    assert float(total(parts, ranked=0)) == 2
    assert float(total(parts, ranked=0.5)) == 4
