import pytest

from rag.reading.emphasis import emphasis
from rag.reading.question import parse

TWO = "Order 14110, which Joe Biden had signed in October 2023, was rescinded on 20 January 2025, the day of the inauguration."


@pytest.mark.parametrize(
    ("question", "fact"),
    [("When was the order rescinded?", "20 January 2025"), ("When was the order signed?", "October 2023")],
)
def test_of_two_dates_the_one_that_was_asked_for_stands_out_whatever_the_model_says(question: str, fact: str) -> None:
    ((start, end),) = emphasis(parse(question, 200), TWO, answer="October 2023")
    assert TWO[start:end] == fact


def test_where_the_question_binds_none_the_short_answer_stands_out() -> None:
    ((start, end),) = emphasis(parse("When did it end?", 200), TWO, answer="20 January 2025")
    assert TWO[start:end] == "20 January 2025"


def test_a_single_date_stands_out_by_itself() -> None:
    text = "It was adopted on 4 May 2020."
    ((start, end),) = emphasis(parse("When was it adopted?", 200), text)
    assert text[start:end] == "4 May 2020"


def test_an_overview_sets_nothing_apart() -> None:
    assert emphasis(parse("Summarise what happened in 2020", 200), TWO) == ()
