"""Claims made for training: what is changed is no longer borne out, what is only shortened or reported still is."""

from __future__ import annotations

import random

import pytest

from rag.evidence_model.training.rows import Row
from rag.support_model.training.minimal_pairs import sentence_claims
from rag.support_model.training.modality import stronger, weaker
from rag.support_model.training.speakers import denied, framed, reported

REPORT = "Ada Lind said that the ferry to the outer islands would run in winter too."
PLAIN = "The ferry to the outer islands may run in winter, when the harbour is free of ice in 2031."


def row(*sentences: str) -> Row:
    """An answered row with these sentences."""
    return Row("squad", "Which ferry?", "", "ferries", sentences, (0,), True)


def claims(text: str, seeds: int = 60) -> dict[str, set[tuple[str, str, str]]]:
    """Everything that chance makes of one sentence, by kind: (claim, evidence, label)."""
    made: dict[str, set[tuple[str, str, str]]] = {}
    for seed in range(seeds):
        for claim in sentence_claims(row(text), ["Ivar Moe", "Greta Dahl"], random.Random(seed)):
            made.setdefault(claim.source, set()).add((claim.claim, claim.evidence, claim.label))
    return made


def test_a_report_bears_out_who_said_it_and_leaves_open_whether_it_is_so() -> None:
    made = claims(REPORT)
    assert all("Ada Lind" in claim and label == "supported" for claim, _, label in made["made_speaker_kept"])
    assert all("Ada Lind" not in claim and label == "nei" for claim, _, label in made["made_speaker_dropped"])
    assert all("Ada Lind" not in claim and label == "not_supported" for claim, _, label in made["made_speaker_swapped"])
    assert {label for _, _, label in made["made_speaker_denies"]} == {"contradicted"}


def test_a_changed_sentence_is_not_borne_out_by_the_one_it_came_from() -> None:
    made = claims(PLAIN)
    assert all(label != "supported" and claim not in evidence for claim, evidence, label in made["made_spoiled"])
    assert all(label == "nei" and claim != evidence for claim, evidence, label in made["made_surer"])
    assert all(label == "supported" for _, _, label in made["made_copied"])


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (REPORT, "Ada Lind"),
        ("According to the harbour office, the ferry will not run before the ice has gone.", "the harbour office"),
        ("The ferry will not run before the ice has gone, Ada Lind said.", "Ada Lind"),
    ],
)
def test_the_speaker_of_a_report_is_found(sentence: str, speaker: str) -> None:
    found = reported(sentence)
    assert found is not None
    assert found[0] == speaker
    assert speaker not in found[1]


def test_plain_sentences_report_nothing() -> None:
    assert reported(PLAIN) is None


def test_frames_keep_the_statement_and_name_the_speaker() -> None:
    for seed in range(20):
        told = framed("The ferry is late.", "the harbour office", random.Random(seed))
        assert "harbour office" in told.lower()
        assert "ferry is late" in told
        assert "harbour office" in denied("The ferry is late.", "the harbour office", random.Random(seed)).lower()


def test_hedges_become_certainties_and_back() -> None:
    assert stronger("The ferry may run.", random.Random(0)) == "The ferry will run."
    assert weaker("The rule was adopted in May.", random.Random(0)) == "The rule was proposed in May."
    assert stronger("The ferry runs.", random.Random(0)) is None
