"""Measures of characters, sources and quotes, worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.character_iou import character_iou
from evals.measures.character_precision import character_precision
from evals.measures.character_recall import character_recall
from evals.measures.quotes_covered import quotes_covered
from evals.measures.ratio import Ratio, pooled
from evals.measures.source_precision import source_precision
from evals.measures.source_recall import source_recall
from evals.spans import Stretch

STRETCHES = st.lists(st.builds(Stretch, st.sampled_from(["a", "b"]), st.integers(0, 30), st.integers(0, 30)))
GOLD = [Stretch("a", 10, 20), Stretch("a", 40, 50)]


def test_characters_by_hand():
    found = [Stretch("a", 5, 15), Stretch("a", 40, 50), Stretch("b", 0, 5)]  # 15 of 20 gold; 25 in all

    assert character_recall(found, GOLD) == Ratio(15 / 20)
    assert character_precision(found, GOLD) == Ratio(15 / 25)
    assert character_iou(found, GOLD) == Ratio(15 / 30)


def test_characters_in_two_passages_count_once():
    found = [Stretch("a", 10, 20), Stretch("a", 12, 24)]

    assert character_recall(found, GOLD) == Ratio(10 / 20)
    assert character_precision(found, GOLD) == Ratio(10 / 14)


def test_nothing_found_costs_recall_and_leaves_precision_undefined():
    assert character_recall([], GOLD) == Ratio(0)
    assert pooled([character_precision([], GOLD), character_precision(GOLD, GOLD)]) == 1


@given(STRETCHES, STRETCHES)
def test_overlap_over_union_is_never_more_than_recall_or_precision(found, gold):
    recall, precision = character_recall(found, gold), character_precision(found, gold)
    iou = character_iou(found, gold).numerator

    assert iou <= recall.numerator <= 1
    assert precision.denominator == 0 or iou <= precision.numerator <= 1


def test_sources_by_hand():
    assert source_precision(["a", "a", "c", "no source 9"], ["a", "b"]) == Ratio(1, 3)
    assert source_recall(["a", "a", "c"], ["a", "b"]) == Ratio(1, 2)
    assert source_recall([], ["a", "b"]) == Ratio(0, 2)
    assert source_precision([], ["a", "b"]).denominator == 0


@pytest.mark.parametrize(("end", "covered"), [(14, 0), (15, 1), (20, 1), (45, 2)])
def test_a_quote_is_covered_from_half_of_its_characters_on(end, covered):
    assert quotes_covered([Stretch("a", 10, end)], GOLD) == Ratio(covered, 2)


def test_quotes_in_another_document_are_not_covered():
    assert quotes_covered([Stretch("b", 0, 90)], GOLD) == Ratio(0, 2)
    assert quotes_covered([], GOLD) == Ratio(0, 2)
