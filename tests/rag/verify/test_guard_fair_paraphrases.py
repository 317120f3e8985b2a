"""What follows from a text by simple reckoning, or says the same in other measures and bounds, raises no alarm; its opposite does."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.verify.guards import GUARDS

FAIR = [
    ("Half a dozen ships were delayed.", "Six ships were delayed."),
    ("The council raised the fee from 40 to 55 crowns.", "The fee went up by 15 crowns."),
    ("The regulator found that only two of 50 apps complied.", "Of 50 apps, 48 did not comply, the regulator found."),
    ("One in five students works at night.", "Some 20 per cent of students work at night."),
    ("The study followed 1,204 patients for 18 months.", "Some 1,200 patients were observed over a year and a half."),
    (
        "Turnout was 58 per cent, eight points above the minimum.",
        "Turnout beat the minimum by eight percentage points.",
    ),
    ("The auction covered 60 MHz of spectrum.", "The auction covered 60 megahertz of spectrum."),
    ("The leak exposed 12 GB of files.", "Twelve gigabytes of files were exposed by the leak."),
    ("The pipeline must be finished by the end of 2029.", "The pipeline has to be complete before 2030."),
    ("The plant will run until the end of 2031.", "The plant will shut down after 2031."),
    ("Data may be kept for no longer than three days.", "Data may not be kept for more than three days."),
    (
        "The measure applies to ships of 5,000 tonnes or more.",
        "Ships under 5,000 tonnes are not covered by the measure.",
    ),
    ("The ministry has not said whether it will appeal.", "The ministry left open whether it will appeal."),
    ("The fine would have been higher if the firm had not paid.", "By paying, the firm avoided a higher fine."),
    ("Nearly all members voted for the plan.", "Almost all members backed the plan."),
    ("The Tarvian government said that it would sign.", "Tarvia's government intends to sign, it said."),
]
UNFAIR = [
    ("The Financial Times reported that the bank had sold its shares.", "The finance chief reported that the bank had sold its shares."),
    ("The order was revoked on 20 January 2025.", "The order was issued on 20 January 2025."),
    ("The plant will run until the end of 2031.", "The plant will run from the end of 2031."),
    ("No more than two visitors are allowed.", "More than two visitors are allowed."),
    ("The council raised the fee from 40 to 55 crowns.", "The fee went up by 25 crowns."),
    ("One in five students works at night.", "Some 40 per cent of students work at night."),
]  # fmt: skip


def objections(claim: str, text: str) -> list[str]:
    findings = [guard.check(claim, [Source(text)]) for guard in GUARDS if guard.name != "negation"]
    return [finding.reason for finding in findings if finding is not None]


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_what_follows_from_the_text_raises_no_alarm(text: str, claim: str) -> None:
    assert objections(claim, text) == []


@pytest.mark.parametrize(("text", "claim"), UNFAIR)
def test_what_does_not_follow_is_objected_to(text: str, claim: str) -> None:
    assert objections(claim, text)
