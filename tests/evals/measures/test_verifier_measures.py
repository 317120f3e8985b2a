import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.measures.balanced_accuracy import balanced_accuracy
from evals.measures.macro_f1 import macro_f1
from evals.measures.wilson import wilson

LABELLED = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=20)


def test_wilson_by_hand() -> None:
    # 8 of 10, z = 1.96: centre (8 + 1.92) / (10 + 3.84) = .717, half width .226
    low, high = wilson(8, 10) or (0, 0)
    assert (low, high) == (pytest.approx(0.490, abs=1e-3), pytest.approx(0.943, abs=1e-3))


def test_wilson_of_nothing_is_unknown_and_of_all_stops_at_one() -> None:
    assert wilson(0, 0) is None
    assert (wilson(5, 5) or (0, 0))[1] == pytest.approx(1.0)


def test_balanced_accuracy_by_hand() -> None:
    # of 1 supported none is found, of 3 unsupported two: (0 + 2/3) / 2
    assert balanced_accuracy([False, True, False, False], [True, False, False, False]) == pytest.approx(1 / 3)


def test_balanced_accuracy_needs_both_kinds() -> None:
    assert balanced_accuracy([True], [True]) is None


def test_macro_f1_by_hand() -> None:
    # supported: precision 1/2, recall 1 -> 2/3; not supported: precision 1, recall 1/2 -> 2/3
    assert macro_f1([True, True, False], [True, False, False]) == pytest.approx(2 / 3)


def test_macro_f1_of_nothing_is_unknown() -> None:
    assert macro_f1([], []) is None


@given(LABELLED)
def test_order_does_not_matter_and_perfect_is_one(rows: list[tuple[bool, bool]]) -> None:
    judged, labels = [a for a, _ in rows], [b for _, b in rows]
    for measure in (balanced_accuracy, macro_f1):
        value = measure(judged, labels)
        assert value is None or 0 <= value <= 1
        assert value == pytest.approx(measure(judged[::-1], labels[::-1]))
        if len(set(labels)) == 2:
            assert measure(labels, labels) == 1


def test_calling_everything_supported_is_no_better_than_guessing() -> None:
    assert balanced_accuracy([True] * 4, [True, True, False, False]) == pytest.approx(0.5)
