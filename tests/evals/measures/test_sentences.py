"""Uncited, unsupported and removed sentences, by hand and for any answer."""

from hypothesis import given
from hypothesis import strategies as st

from evals.measures.ratio import Ratio, pooled
from evals.measures.removed_sentences import removed_sentences
from evals.measures.uncited_sentences import uncited_sentences
from evals.measures.unsupported_sentences import unsupported_sentences

CITED = st.lists(st.lists(st.integers(0, 3), max_size=3), max_size=6)
VERDICTS = st.lists(st.sampled_from(["supported", "partial", "unsupported", "contradicted", "unchecked", None]))


def test_by_hand():
    assert uncited_sentences([["a"], [], ["b", "b"]]) == Ratio(1, 3)
    assert unsupported_sentences(["supported", "partial", "unchecked", None]) == Ratio(3, 4)
    assert removed_sentences(shown=3, removed=1) == Ratio(1, 4)


def test_an_answer_of_which_nothing_is_left_counts_among_the_removed_and_shows_nothing():
    assert removed_sentences(0, 2) == Ratio(2, 2)
    assert uncited_sentences([]) == unsupported_sentences([]) == Ratio(0, 0)
    assert pooled([removed_sentences(3, 1), removed_sentences(0, 2)]) == 3 / 6


@given(cited=CITED, data=st.data())
def test_uncited_is_a_share_of_sentences_whatever_their_order_and_repeated_citations(cited, data):
    ratio = uncited_sentences(cited)

    assert 0 <= ratio.numerator <= ratio.denominator == len(cited)
    assert uncited_sentences([one * 2 for one in data.draw(st.permutations(cited))]) == ratio


@given(verdicts=VERDICTS, data=st.data())
def test_unsupported_is_a_share_of_sentences_whatever_their_order(verdicts, data):
    ratio = unsupported_sentences(verdicts)

    assert 0 <= ratio.numerator <= ratio.denominator == len(verdicts)
    assert unsupported_sentences(data.draw(st.permutations(verdicts))) == ratio


@given(number=st.integers(1, 9), removed=st.integers(0, 9))
def test_the_best_and_the_worst_there_can_be(number, removed):
    assert pooled([uncited_sentences([["a"]] * number)]) == 0 and pooled([uncited_sentences([[]] * number)]) == 1
    assert pooled([unsupported_sentences(["supported"] * number)]) == 0
    assert 0 <= (pooled([removed_sentences(number, removed)]) or 0) < 1
