"""ALCE's citation recall and precision, worked out by hand from the definitions, and for any judgements at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.alce_precision import alce_precision
from evals.measures.alce_recall import alce_recall
from evals.measures.ratio import Ratio, pooled
from evals.measures.sentence_support import CitationSupport, SentenceSupport

ALONE = CitationSupport(alone=True)
NEEDED = CitationSupport(alone=False, without=False)
IDLE = CitationSupport(alone=False, without=True)

CITATIONS = st.builds(CitationSupport, st.booleans(), st.booleans())
SENTENCES = st.lists(
    st.builds(SentenceSupport, st.booleans(), st.lists(CITATIONS, max_size=4).map(tuple), st.integers(0, 2)), max_size=5
)


def borne_out(*citations, unusable=0):
    return SentenceSupport(True, citations, unusable)


def test_by_hand():
    """Two of three sentences are borne out. Of five citations, one bears out alone, two only together; one is idle, one in vain."""
    answer = [borne_out(ALONE, IDLE), borne_out(NEEDED, NEEDED), SentenceSupport(False, (NEEDED,))]

    assert alce_recall(answer) == Ratio(2 / 3)
    assert alce_precision(answer) == Ratio(3 / 5)


def test_a_citation_is_precise_only_where_its_sentence_is_borne_out():
    assert alce_precision([SentenceSupport(False, (ALONE, NEEDED))]) == Ratio(0)


def test_a_citation_that_cannot_be_used_counts_against_precision():
    assert alce_precision([borne_out(ALONE, unusable=1)]) == Ratio(1 / 2)


def test_what_cites_nothing_has_neither_and_what_was_declined_says_nothing():
    uncited = [SentenceSupport(False)]

    assert (alce_recall(uncited), alce_precision(uncited)) == (Ratio(0), Ratio(0))
    assert alce_recall([]).denominator == alce_precision([]).denominator == 0


def test_the_figure_is_a_mean_over_answers_as_in_the_paper():
    answers = [[borne_out(ALONE)], [SentenceSupport(False)] * 3]

    assert pooled([alce_recall(answer) for answer in answers]) == 1 / 2


@pytest.mark.parametrize("measure", [alce_recall, alce_precision])
@given(sentences=SENTENCES, data=st.data())
def test_they_are_shares_and_neither_order_nor_saying_all_twice_matters(measure, sentences, data):
    ratio = measure(sentences)

    assert 0 <= ratio.numerator <= ratio.denominator <= 1
    again = measure(data.draw(st.permutations(sentences)) + sentences)
    assert again.denominator == ratio.denominator and again.numerator == pytest.approx(ratio.numerator)


@given(sentences=SENTENCES.filter(bool))
def test_perfect_is_1_and_citing_everything_is_not(sentences):
    perfect = [borne_out(*([ALONE] * max(1, len(one.citations)))) for one in sentences]
    everything = [borne_out(*one.citations, *([IDLE] * 20)) for one in perfect]

    assert alce_recall(perfect) == alce_precision(perfect) == Ratio(1)
    assert alce_recall(everything) == Ratio(1) and alce_precision(everything).numerator < 1 / 3
