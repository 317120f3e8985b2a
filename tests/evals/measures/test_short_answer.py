"""Short answers in the text of an answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.ratio import Ratio
from evals.measures.short_answer import short_answer


@pytest.mark.parametrize(
    ("text", "answers", "hit"),
    [
        ("The seat is in Geneva, tentatively.", ["geneva"], 1),
        ("It was signed by the Council of Europe.", ["Council of Europe", "CoE"], 1),
        ("It holds 384 chips.", ["the 384 chips"], 1),
        ("It was adopted in 2010.", ["10"], 0),
        ("The seat is in Geneva.", ["Bern"], 0),
        ("", ["Bern"], 0),
        ("The seat is in Geneva.", ["the"], 0),  # nothing is left of it
        ("China’s premier spoke.", ["China's premier"], 1),
    ],
)
def test_by_hand(text, answers, hit):
    assert short_answer(text, answers) == Ratio(hit)


@given(text=st.text(), answers=st.lists(st.text()))
def test_order_and_repetition_do_not_matter(text, answers):
    ratio = short_answer(text, answers)

    assert ratio.numerator in (0, 1) and ratio.denominator == 1
    assert short_answer(text, list(reversed(answers)) + answers) == ratio
