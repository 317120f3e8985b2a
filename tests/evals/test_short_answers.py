from evals.said import Said
from evals.short_answers import short_answer_given

PLAIN = Said("It stands by a river.", ())
DATED = Said("It was built in 1801 and burned in 1850.", (), emphasis=((36, 40), (16, 20)))


def test_the_first_fact_set_apart_in_reading_order_counts():
    assert short_answer_given([PLAIN, DATED]) == "1801"


def test_else_the_first_sentence_and_of_nothing_nothing():
    assert short_answer_given([PLAIN, PLAIN]) == "It stands by a river."
    assert short_answer_given([]) == ""
