"""Intervals round figures."""

import pytest

from evals.bootstrap import interval, interval_of
from evals.measures.auroc import auroc
from evals.measures.ratio import Ratio, pooled


def test_interval_holds_the_figure_and_shrinks_with_more_questions():
    few, many = [Ratio(n % 2) for n in range(20)], [Ratio(n % 2) for n in range(2000)]
    (low, high), (lower, higher) = interval(few), interval(many)

    assert 0 <= low < pooled(few) < high <= 1
    assert higher - lower < (high - low) / 5


def test_interval_of_a_mean_agrees_with_the_textbook():
    """p = .3, n = 1,000: 1.96 standard errors are .0284."""
    low, high = interval([Ratio(n < 300) for n in range(1000)])

    assert (low, high) == pytest.approx((0.3 - 0.0284, 0.3 + 0.0284), abs=0.004)


def test_same_seed_same_interval():
    ratios = [Ratio(n % 3, 1 + n % 2) for n in range(50)]

    assert interval(ratios, seed=7) == interval(ratios, seed=7)


def test_no_interval_from_one_question_or_from_nothing_to_divide_by():
    assert interval([Ratio(1)]) is None
    assert interval([]) is None
    assert interval([Ratio(0, 0)] * 5) is None


def test_interval_of_no_width_when_all_questions_agree():
    assert interval([Ratio(1)] * 30) == (1, 1)


def test_interval_of_a_statistic_that_is_not_a_mean():
    confidences, answerable = [n / 40 for n in range(40)], [n % 3 > 0 for n in range(40)]
    low, high = interval_of(auroc, confidences, answerable)

    assert 0 <= low < auroc(confidences, answerable) < high <= 1
