"""Measures of cited sentences, worked out by hand and for any citation at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.character_iou import character_iou
from evals.measures.citation_f1 import citation_f1
from evals.measures.citation_precision import citation_precision
from evals.measures.citation_recall import citation_recall
from evals.measures.ratio import Ratio, pooled
from evals.measures.top_sentence import top_sentence
from evals.measures.wrong_passage import wrong_passage
from evals.spans import Stretch

UNITS = st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(0, 5)))
STRETCHES = st.lists(st.builds(Stretch, st.sampled_from(["a", "b"]), st.integers(0, 30), st.integers(0, 30)))
GOLD = [("a", 1), ("a", 2)]


def test_by_hand():
    cited = [("a", 1), ("a", 3), ("b", 0)]  # one of two gold; one beside it; one in another document

    assert citation_precision(cited, GOLD) == Ratio(1, 3)
    assert citation_recall(cited, GOLD) == Ratio(1, 2)
    assert citation_f1(cited, GOLD) == Ratio(2, 5)  # harmonic mean of 1/3 and 1/2
    assert wrong_passage(cited, GOLD) == Ratio(1, 3)


def test_pooling_weighs_by_sentences_not_by_questions():
    """1 of 1 and 1 of 4 cited sentences are gold: 2 of 5, not the mean of 1 and .25."""
    ratios = [citation_precision([("a", 1)], GOLD), citation_precision([("a", n) for n in (1, 3, 4, 5)], GOLD)]

    assert pooled(ratios) == pytest.approx(2 / 5)


def test_unanswered_question_costs_recall_and_leaves_precision_undefined():
    assert citation_recall([], GOLD) == Ratio(0, 2)
    assert citation_precision([], GOLD).denominator == 0
    assert pooled([citation_precision([], GOLD)]) is None


def test_pooled_f1_is_the_harmonic_mean_of_pooled_precision_and_recall():
    questions = [([("a", 1), ("a", 4)], GOLD), ([], [("b", 0)]), ([("b", 2)], [("b", 2), ("b", 3), ("c", 1)])]
    precision = pooled([citation_precision(*q) for q in questions])  # 2 of 3
    recall = pooled([citation_recall(*q) for q in questions])  # 2 of 6
    assert precision is not None and recall is not None

    assert pooled([citation_f1(*q) for q in questions]) == pytest.approx(2 * precision * recall / (precision + recall))


def test_character_iou_by_hand():
    gold = [Stretch("a", 10, 20)]

    assert character_iou([Stretch("a", 15, 25)], gold) == Ratio(5 / 15)
    assert character_iou([Stretch("a", 10, 15), Stretch("a", 12, 20)], gold) == Ratio(1)
    assert character_iou([Stretch("b", 10, 20)], gold) == Ratio(0)
    assert character_iou([], gold) == Ratio(0)


def test_top_sentence_by_hand():
    assert top_sentence(("a", 2), GOLD) == Ratio(1)
    assert top_sentence(("b", 2), GOLD) == Ratio(0)
    assert top_sentence(None, GOLD) == Ratio(0)


@pytest.mark.parametrize("measure", [citation_precision, citation_recall, citation_f1, wrong_passage])
@given(cited=UNITS, gold=UNITS, data=st.data())
def test_sentence_measures_are_shares_of_sets(measure, cited, gold, data):
    ratio = measure(cited, gold)

    assert 0 <= ratio.numerator <= ratio.denominator
    assert measure(data.draw(st.permutations(cited)) + cited, gold + gold) == ratio


@given(cited=STRETCHES, gold=STRETCHES, data=st.data())
def test_character_iou_is_a_share_of_sets(cited, gold, data):
    ratio = character_iou(cited, gold)

    assert 0 <= ratio.numerator <= 1 and ratio.denominator == 1
    assert character_iou(data.draw(st.permutations(cited)) + cited, gold) == ratio
    assert character_iou(gold, cited) == ratio


@given(gold=UNITS.filter(bool))
def test_perfect_citing_is_1_and_citing_everything_is_not(gold):
    everything = [(document, number) for document in "abc" for number in range(7)]  # number 6 is never gold

    for measure in (citation_precision, citation_recall, citation_f1):
        assert pooled([measure(gold, gold)]) == 1
    assert wrong_passage(gold, gold).numerator == 0
    assert citation_precision(everything, gold).numerator < len(everything)
    assert (pooled([citation_f1(everything, gold)]) or 0) < 1


@given(gold=STRETCHES)
def test_citing_whole_documents_is_not_a_perfect_overlap(gold):
    real = [stretch for stretch in gold if stretch.end > stretch.start]

    assert character_iou([Stretch("a", 0, 31), Stretch("b", 0, 31)], real).numerator < 1
    assert character_iou(real, real).numerator == bool(real)
