"""Declining: hand-made cases and any case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.abstention import abstention_f1, abstention_precision, abstention_recall, wrong_abstention
from evals.measures.auroc import auroc
from evals.measures.calibration_error import calibration_error
from evals.measures.evidence_at_hand import evidence_at_hand
from evals.measures.ratio import pooled

MEASURES = (abstention_precision, abstention_recall, abstention_f1, wrong_abstention)
# (declined, answerable): three unanswerable of which two were declined, four answerable of which one was
CASES = [(True, False), (True, False), (False, False), (True, True), (False, True), (False, True), (False, True)]


def test_by_hand():
    values = [pooled([measure(*case) for case in CASES]) for measure in MEASURES]

    assert values == pytest.approx([2 / 3, 2 / 3, 2 / 3, 1 / 4])


def test_precision_is_undefined_where_nothing_was_declined():
    assert pooled([abstention_precision(False, answerable) for answerable in (True, False)]) is None


def test_what_a_wrong_abstention_shows_counts_only_where_there_was_one():
    gold = {("a", 0), ("a", 1)}
    cases = [(True, {("a", 1), ("b", 0)}), (True, {("b", 0)}), (True, set()), (False, {("a", 1)})]
    assert pooled([evidence_at_hand(*case, gold) for case in cases]) == pytest.approx(1 / 3)
    assert pooled([evidence_at_hand(False, gold, gold)]) is None


@given(cases=st.lists(st.tuples(st.booleans(), st.booleans())), data=st.data())
def test_shares_that_do_not_depend_on_order_or_repetition(cases, data):
    shuffled = data.draw(st.permutations(cases))
    for measure in MEASURES:
        value = pooled([measure(*case) for case in cases])
        assert value is None or 0 <= value <= 1
        assert pooled([measure(*case) for case in shuffled + cases]) == pytest.approx(value)


@given(answerable=st.lists(st.booleans()).filter(lambda kinds: len(set(kinds)) == 2))
def test_perfect_declining_is_1_and_declining_everything_is_not(answerable):
    perfect = [pooled([measure(not kind, kind) for kind in answerable]) for measure in MEASURES]
    everything = [pooled([measure(True, kind) for kind in answerable]) for measure in MEASURES]

    assert perfect == [1, 1, 1, 0]
    assert everything[1] == 1 and everything[3] == 1
    assert all(value is not None and value < 1 for value in (everything[0], everything[2]))


def test_auroc_by_hand():
    """Answerable at .9 and .4, unanswerable at .5 and .4: of four pairs two are right, one is a tie, one is wrong."""
    assert auroc([0.9, 0.4, 0.5, 0.4], [True, True, False, False]) == pytest.approx(2.5 / 4)


def test_auroc_needs_both_kinds():
    assert auroc([0.2, 0.4], [True, True]) is None


def test_calibration_error_by_hand():
    """Bin .8-.9: three at .85, of which two right; bin .2-.3: one at .2, wrong. (3 * |.85 - 2/3| + 1 * .2) / 4."""
    assert calibration_error([0.85, 0.85, 0.85, 0.2], [True, True, False, False]) == pytest.approx(
        (3 * 0.85 - 2 + 0.2) / 4
    )


def test_calibration_error_of_certainty():
    assert calibration_error([1.0, 0.0], [True, False]) == 0
    assert calibration_error([1.0, 0.0], [False, True]) == 1
    assert calibration_error([], []) is None


@given(rows=st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1), data=st.data())
def test_confidence_measures_lie_within_0_and_1_in_any_order(rows, data):
    shuffled = data.draw(st.permutations(rows))
    for measure in (auroc, calibration_error):
        value = measure([c for c, _ in rows], [a for _, a in rows])
        assert value is None or 0 <= value <= 1 + 1e-9
        assert measure([c for c, _ in shuffled + rows], [a for _, a in shuffled + rows]) == pytest.approx(value)
