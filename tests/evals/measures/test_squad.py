"""Exact match and token F1 as the SQuAD scorer has them: hand-computed, and for any words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.exact_match import exact_match
from evals.measures.ratio import Ratio
from evals.measures.squad_text import squad_normalised
from evals.measures.token_f1 import token_f1

WORDS = st.lists(st.sampled_from("mill river three stone arches 1801".split()), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("The  U.S. Senate!", "us senate"),
        ("2,000 (about)", "2000 about"),
        ("An apple, a day", "apple day"),
        ("Anthem", "anthem"),
        ("1801–1802", "1801–1802"),  # the script takes out ASCII punctuation alone
    ],
)
def test_normalisation_is_that_of_the_official_script(text, normal):
    assert squad_normalised(text) == normal


def test_exact_match_by_hand():
    assert exact_match("the year 1801.", ["1801", "Year 1801"]) == Ratio(1)
    assert exact_match("in 1801", ["1801"]) == Ratio(0)
    assert exact_match("", ["1801"]) == Ratio(0)
    assert exact_match("the", ["a"]) == Ratio(0), "what is nothing but an article is no answer"


def test_token_f1_by_hand():
    """Three words against two, one shared: precision 1/3, recall 1/2. Two answers: the better one counts."""
    assert token_f1("built in 1801", ["March 1801"]).numerator == pytest.approx(2 / 5)
    assert token_f1("built in 1801", ["March 1801", "in 1801"]).numerator == pytest.approx(4 / 5)
    assert token_f1("very very old", ["very old mill"]).numerator == pytest.approx(2 / 3), (
        "a word counts as often as it stands"
    )
    assert token_f1("", ["1801"]) == token_f1("1801", []) == Ratio(0)


@pytest.mark.parametrize("measure", [exact_match, token_f1])
@given(said=WORDS, answers=st.lists(WORDS, max_size=4), data=st.data())
def test_they_are_shares_and_the_order_of_the_answers_does_not_matter(measure, said, answers, data):
    ratio = measure(said, answers)

    assert 0 <= ratio.numerator <= ratio.denominator == 1
    assert measure(said, data.draw(st.permutations(answers)) + answers) == ratio


@given(right=WORDS.filter(bool), more=st.text("xyz ", min_size=1).filter(str.strip))
def test_the_right_words_are_1_and_saying_everything_is_not(right, more):
    assert exact_match(right, [right]) == token_f1(right, [right]) == Ratio(1)
    assert exact_match(f"{right} {more}", [right]) == Ratio(0)
    assert token_f1(f"{right} {more}", [right]).numerator < 1
