"""Numbers in other words: rounding, frequencies, lists, parts of a whole, numbered names, changes, products."""

from __future__ import annotations

from fractions import Fraction

import pytest

from rag.language.text.enumerations import list_lengths
from rag.language.text.frequency import as_often, frequencies
from rag.language.text.partitives import other_part
from rag.language.text.quantities import quantities
from rag.language.text.roundness import may_round
from rag.language.text.versions import other_version


@pytest.mark.parametrize(
    ("rounded", "exact", "may"),
    [(1200, 1215, True), (1202, 1200, False), (40, 38, True), (39, 38, False), (12, 11, True), (2500, 2480, True)],
)
def test_who_rounds_writes_a_rounder_number(rounded: int, exact: int, may: bool) -> None:
    assert may_round(Fraction(rounded), Fraction(exact)) is may


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("twice a year", "every six months", True),
        ("weekly", "once a week", True),
        ("quarterly", "four times a year", True),
        ("every other day", "every two days", True),
        ("twice a year", "every four months", False),
        ("monthly", "every two months", False),
        ("biennial and biannual reports", "twice a year", True),
    ],
)
def test_one_frequency_has_many_names(one: str, other: str, same: bool) -> None:
    pairs = [(ours, theirs) for ours in frequencies(one) for theirs in frequencies(other)]
    assert any(as_often(*pair) for pair in pairs) is same


def test_things_in_a_list_are_counted() -> None:
    assert 4 in list_lengths("Peru, Chile, New Zealand and the United States abstained.")
    assert 3 in list_lengths("It sells tea, dark rye bread and fresh milk.")
    assert 5 not in list_lengths("Peru, Chile, New Zealand and the United States abstained.")


def test_another_part_of_the_same_whole_is_found() -> None:
    cited = quantities("Eleven of the 30 villages have no doctor.")
    twelve, nineteen = quantities("Twelve of the 30 villages."), quantities("Nineteen of the 30 villages.")
    assert other_part(twelve[0], twelve, cited) == cited[0]
    assert other_part(nineteen[0], nineteen, cited) is None


def test_a_numbered_name_keeps_its_number() -> None:
    assert other_version("The firm sold Falcon 5.", "The firm sold Falcon 3 and Falcon 4.") == ("Falcon 5", "Falcon 3")
    assert other_version("In May 5 firms left.", "In May 7 firms came.") is None
    assert other_version("The firm sold Falcon 4.", "The firm sold Falcon 3 and Falcon 4.") is None


def test_the_number_of_a_model_counts_nothing() -> None:
    assert [one.value for one in quantities("The system has 384 of the 910C chips.")] == [384]
    assert [one.value for one in quantities("It was heated to 910C, and 10K people used it.")] == [910, 10_000]
