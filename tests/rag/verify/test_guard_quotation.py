"""Quotations stand word for word; how they are marked and closed does not matter."""

import pytest

from rag.records.source import Source
from rag.records.verdict import Verdict
from rag.verify.guards.quotation import Quotation

TEXT = "She called the plan “a bold step for the ports, and for the fishermen’s families too” and asked for time."


@pytest.mark.parametrize(
    "claim",
    [
        'It was "a bold step for the ports".',
        "It was 'a bold step for the ports'.",
        "It was ‘a bold step for the ports’, she said.",
        "It was «a bold step for the ports».",
        'It was "a bold step for the ports."',
        'It was "A bold  step for the ports".',
        'It was "a bold step ... and for the fishermen\'s families too".',
        'It was "a bold step […] for the fishermen’s families".',
        'It was "a bold step for the [harbour and its] ports".',
        'She asked for time and spoke of a "bold" step.',
        "The fishermen's families are named; so are the ports' owners.",
    ],
)
def test_what_is_quoted_as_it_stands_passes(claim: str) -> None:
    assert Quotation().check(claim, [Source(TEXT)]) is None


@pytest.mark.parametrize(
    ("claim", "nearest"),
    [
        ('It was "a bad step for the ports".', "a bold step for the ports"),
        ("It was 'a bold step for the towns'.", "a bold step for the ports"),
        ('It was a "reckless" step.', None),
        ('It was "and for the families ... a bold step".', None),
    ],
)
def test_what_is_quoted_otherwise_is_told_with_the_nearest_words(claim: str, nearest: str | None) -> None:
    finding = Quotation().check(claim, [Source(TEXT)])
    assert finding is not None
    assert finding.verdict is Verdict.UNSUPPORTED
    if nearest:
        assert nearest in finding.reason


def test_a_quotation_within_a_quotation_is_looked_at_too() -> None:
    text = "He wrote: \"The board called it 'a gift' and moved on.\""
    assert Quotation().check("\"The board called it 'a gift'\", he wrote.", [Source(text)]) is None
    assert Quotation().check("\"The board called it 'a threat'\", he wrote.", [Source(text)]) is not None


def test_the_title_may_be_quoted() -> None:
    source = Source("The report counts ships.", title="Ports of the North")
    assert Quotation().check('The report "Ports of the North" counts ships.', [source]) is None
