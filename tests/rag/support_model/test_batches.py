"""Batches: every example once a pass, rivals together, masks where the claim and its labels are."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import torch

from rag.support_model.training.batches import UNKNOWN, collate, one_pass, passes
from tests.rag.support_model.ferry import examples

EXAMPLES = examples()


def test_masks_are_on_the_claim_the_text_and_what_is_no_padding() -> None:
    batch = collate(EXAMPLES)
    for row, one in enumerate(EXAMPLES):
        assert int(batch.attention[row].sum()) == one.size
        assert batch.claim[row].nonzero()[:, 0].tolist() == list(range(1, 1 + one.claim_size))
        assert batch.segments[row, : one.size].tolist() == one.segments.tolist()
        assert not batch.tokens[row, one.size :].any()


def test_words_are_labelled_where_they_are_known() -> None:
    batch = collate(EXAMPLES)
    assert set(batch.doubted[0, 1 : 1 + EXAMPLES[0].claim_size].tolist()) == {0.0}
    assert set(batch.doubted[4, 1 : 1 + EXAMPLES[4].claim_size].tolist()) == {0.0, 1.0}
    assert set(batch.doubted[7].tolist()) == {UNKNOWN}
    assert torch.equal((batch.doubted >= 0).any(0)[:1], torch.tensor([False]))


def test_rivals_share_a_number_and_others_have_none() -> None:
    batch = collate([EXAMPLES[0], replace(EXAMPLES[1], rivals=""), EXAMPLES[4], replace(EXAMPLES[5], rivals="other")])
    one, none, same, other = batch.rivals.tolist()
    assert none == UNKNOWN
    assert one == same
    assert UNKNOWN != other != one


def many() -> list:  # type: ignore[type-arg]
    return [replace(one, rivals=f"{n % 40}", weight=float(n)) for n in range(30) for one in EXAMPLES]


def test_a_pass_holds_every_example_once_in_batches_that_fit() -> None:
    given = many()
    batches = one_pass(given, 1500, seed=3)
    assert sorted(id(one) for batch in batches for one in batch) == sorted(map(id, given))
    assert all(len(batch) * max(one.size for one in batch) <= 1500 for batch in batches)
    for batch in batches:
        names = [one.rivals for one in batch]
        assert all(names.count(name) in (0, 8) for name in set(names))


def test_a_group_that_is_too_large_is_cut() -> None:
    assert all(len(batch) <= 3 for batch in one_pass(EXAMPLES, 3 * max(one.size for one in EXAMPLES), seed=0))


def test_the_seed_decides_the_order_and_each_pass_has_its_own() -> None:
    given = many()
    first = one_pass(given, 1500, seed=3)
    assert first == one_pass(given, 1500, seed=3)
    two = list(islice(passes(given, 1500, seed=3), 2 * len(first)))
    assert two[: len(first)] == first
    assert two[len(first) :] != first
