"""Dates: less exact stands, more exact does not; before is not after; relative ones count from the day of writing."""

import pytest

from rag.records.source import Source
from rag.records.verdict import Verdict
from rag.verify.guards.dates import Dates

FAIR = [
    ("It was signed on 1 August 2024.", "It was signed in August 2024."),
    ("It was signed on 1 August 2024.", "It was signed in early August 2024."),
    ("It was signed on 26 November 2023.", "It was signed in late 2023."),
    ("It was signed on 15 May 2025.", "In the second quarter of 2025 it was signed."),
    ("They met on 1 and 2 November 2023.", "They met from 1 to 2 November 2023."),
    ("The years 2025 to 2027 are covered.", "It covers 2025-2027."),
    ("It was signed on 26 July 2025.", "It was signed on Saturday, 26 July 2025."),
    ("It applies from 2 August 2026.", "It starts to apply on 2 August 2026."),
    ("It does not bind until January 2026.", "It is not binding before January 2026."),
    ("The rule was published on 2025-03-14.", "The rule was published on 14 March 2025."),
]
WRONG = [
    ("It was signed in August 2024.", "It was signed on 1 August 2024.", Verdict.UNSUPPORTED),
    ("It was signed on 1 August 2024.", "It was signed on 2 August 2024.", Verdict.CONTRADICTED),
    ("It was signed on 1 August 2024.", "It was signed in August 2025.", Verdict.CONTRADICTED),
    ("It was signed in early 2024.", "It was signed in late 2024.", Verdict.CONTRADICTED),
    ("It may be sold after 2 August 2025.", "It may be sold before 2 August 2025.", Verdict.CONTRADICTED),
    ("They met on Monday.", "They met on Tuesday.", Verdict.CONTRADICTED),
    ("They met in Oslo.", "They met in Oslo in March.", Verdict.UNSUPPORTED),
    (
        "The draft was published on 3 April 2023, and the final rules took effect on 15 August 2023.",
        "The final rules took effect on 3 April 2023, and the draft was published on 15 August 2023.",
        Verdict.CONTRADICTED,
    ),
]


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_a_date_as_exact_as_the_text_or_less_stands(text: str, claim: str) -> None:
    assert Dates().check(claim, [Source(text)]) is None


@pytest.mark.parametrize(("text", "claim", "verdict"), WRONG)
def test_another_date_is_caught(text: str, claim: str, verdict: Verdict) -> None:
    finding = Dates().check(claim, [Source(text)])
    assert finding is not None
    assert finding.verdict is verdict


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The plan was published last July.", "The plan was published in July 2024."),
        ("The plan was published last month.", "The plan was published in February 2025."),
        ("The plan was published yesterday.", "The plan was published on 9 March 2025."),
        ("The plan will be published this year.", "The plan will be published in 2025."),
        ("The plan was published in December.", "The plan was published in December 2024."),
    ],
)
def test_relative_dates_count_from_the_day_of_writing(text: str, claim: str) -> None:
    assert Dates().check(claim, [Source(text, date="2025-03-10")]) is None


def test_a_relative_date_of_another_year_is_caught() -> None:
    source = Source("The plan was published last July.", date="2025-03-10")
    assert Dates().check("The plan was published in July 2025.", [source]) is not None


def test_the_year_of_the_document_is_known() -> None:
    source = Source("The plan has thirteen points.", title="The 2025 Action Plan", date="2025-08-01")
    assert Dates().check("The 2025 plan has thirteen points.", [source]) is None
    assert Dates().check("The 2023 plan has thirteen points.", [source]) is not None
