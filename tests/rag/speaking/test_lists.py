"""Several who speak together are named together, and the words that look like speaking are none."""

from __future__ import annotations

import pytest

from rag.speaking import reports


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Peru, Chile and Ecuador favoured a lower quota.", ["Peru, Chile and Ecuador"]),
        (
            "A coalition that included Reef Watch, the Coast Fund and the Sea Trust urged a ban.",
            ["A coalition that included Reef Watch, the Coast Fund and the Sea Trust"],
        ),
        (
            "The growers' union fears losses, and its chair, Ida Bok, called the notice a disgrace.",
            ["The growers' union", "its chair, Ida Bok"],
        ),
        ("Oster University argues that the permit was rushed.", ["Oster University"]),
        ("The Authority regards the test as too weak.", ["The Authority"]),
        ("The tenants' association estimates that 400 homes are empty.", ["The tenants' association"]),
        ("While rejecting a newspaper's claim that it would close, Telma conceded a delay.", ["a newspaper", "Telma"]),
        ("The mayor defends the cut by saying that most can pay.", ["The mayor"]),
        ('Ida Bok said that the trial had raised "serious doubts" about the drug.', ["Ida Bok"]),
        ("Some observers read the clause as a reply to the tariff.", ["Some observers"]),
        ("The club expects the first trains in May.", ["The club"]),
        ("More than forty points were raised.", []),
    ],
)
def test_who_speaks(text: str, speakers: list[str]) -> None:
    assert [report.speaker for report in reports(text)] == speakers


def test_a_pronoun_takes_the_name_behind_the_role() -> None:
    found = reports("The transport minister, Rui Brand, has ruled out a ban, but he said tolls would rise.")
    assert [report.speaker for report in found] == ["The transport minister, Rui Brand"]
