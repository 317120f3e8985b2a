"""Limits: what is kept, what is missed, and what was not measured."""

import pytest

from evals.errors import BadLimit, UnknownMeasure
from evals.gate import check, limits
from evals.names import key
from tests.evals.saved_runs import as_run, record

pytestmark = pytest.mark.usefixtures("few_resamples")

RUN = as_run("run", record(built_00="wrong", built_01="declined"))


def passed(least=(), most=(), **options):
    return [one.passed for one in check(RUN, limits(least, most), **options)]


def test_limits_hold_at_their_bound():
    assert passed(["citation_recall=0.8"], ["wrong_abstention=0.1"]) == [True, True]
    assert passed(["citation_recall=0.81"], ["wrong_abstention=0.09"]) == [False, False]


def test_the_far_end_of_the_interval_is_stricter():
    assert passed(["citation_recall=0.75"]) == [True]
    assert passed(["citation_recall=0.75"], by_interval=True) == [False]


def test_a_run_in_which_a_question_failed_does_not_pass_unless_that_is_allowed():
    failing = as_run("run", record(built_00=None))
    found = check(failing, limits(["citation_recall=0.8"], []))

    assert [(one.measure, one.passed) for one in found] == [("citation recall", True), ("failed questions", False)]
    assert (found[1].value, found[1].failed) == (0.05, 1)
    for allowed, kept in (("failed_questions=0.05", True), ("failed_questions=0.04", False)):
        assert [one.passed for one in check(failing, limits(["citation_recall=0.8"], [allowed]))] == [True, kept]
    assert len(check(failing, limits(["failed_questions=0"], []))) == 2, "a least of it allows nothing"


def test_names_are_taken_as_they_are_typed_or_printed():
    assert passed(["Citation recall=0.5", "r_1_search=0.5", "R@1 (search)=0.5"]) == [True, True, True]
    assert key("wrong passage, right document") == "wrong_passage_right_document"


def test_an_unknown_name_lists_the_names_there_are():
    with pytest.raises(UnknownMeasure, match="'precision'") as error:
        passed(["precision=0.9"])
    assert "citation_precision" in error.value.remedy and "auroc_of_the_confidence" in error.value.remedy


def test_what_was_not_measured_does_not_pass():
    nothing_declined = as_run("run", record("right", "right"))
    found = check(nothing_declined, limits(["abstention_precision=0"], []))

    assert (found[0].value, found[0].passed) == (None, False)


@pytest.mark.parametrize("text", ["citation_precision", "citation_precision=high", "=0.9", "citation_precision=nan"])
def test_what_is_no_limit_is_refused(text):
    with pytest.raises(BadLimit, match="is not NAME=NUMBER"):
        limits([text], [])


def test_no_limits_at_all_are_refused():
    with pytest.raises(BadLimit, match="nothing to hold"):
        limits([], [])
