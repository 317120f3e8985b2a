"""Comparisons keep their direction and their sides."""

import pytest

from rag.records.source import Source
from rag.records.verdict import Verdict
from rag.verify.guards.comparison import Comparison

FAIR = [
    ("Norway ships more fish than Iceland.", "Iceland ships less fish than Norway."),
    ("The first draft was longer than the second.", "The first draft exceeded the second in length."),
    ("The fee is higher in winter.", "In winter the fee is higher."),
    ("Most ports reported before the vote.", "Before the vote, most ports reported."),
]
WRONG = [
    ("Norway ships more fish than Iceland.", "Iceland ships more fish than Norway."),
    ("Norway ships more fish than Iceland.", "Norway ships less fish than Iceland."),
    ("The fee is higher in winter.", "The fee is lower in winter."),
    ("Oslo has the largest port of the country.", "Oslo has the smallest port of the country."),
    ("It was the first port to close.", "It was the last port to close."),
    ("Most ports replied.", "Few ports replied."),
    ("Enforcement comes before simplification.", "Simplification comes before enforcement."),
]


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_the_same_comparison_stands(text: str, claim: str) -> None:
    assert Comparison().check(claim, [Source(text)]) is None


@pytest.mark.parametrize(("text", "claim"), WRONG)
def test_a_turned_comparison_is_caught(text: str, claim: str) -> None:
    finding = Comparison().check(claim, [Source(text)])
    assert finding is not None
    assert finding.verdict is Verdict.CONTRADICTED
