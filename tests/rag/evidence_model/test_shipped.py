"""The weights that ship: they load, find the passage that answers, and say plainly what they cannot do."""

from __future__ import annotations

import pytest

from rag.evidence_model import EvidenceModel, PassageInput

QUESTION = "When did the council adopt the resolution on lighthouses?"
LINES = (
    "The harbour council met in Bergen to talk about fishing quotas.",
    "It adopted the resolution on lighthouses on 14 May 2019.",
    "Members praised the catering.",
)
OTHER = ("Sourdough needs flour, water and salt.", "A starter is fed every day.")


@pytest.fixture(scope="module")
def shipped() -> EvidenceModel:
    return EvidenceModel.load()


def passage(lines: tuple[str, ...]) -> PassageInput:
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    return PassageInput(" ".join(lines), [(at, at + len(line)) for at, line in zip(starts, lines, strict=True)])


def test_the_answer_is_told_from_another_matter(shipped: EvidenceModel) -> None:
    answers, does_not = shipped.score(QUESTION, [passage(LINES), passage(OTHER)])
    assert answers.relevance > 0.5
    assert does_not.relevance < 0.1
    assert answers.sentences.index(max(answers.sentences)) == 1
    assert answers.span is not None
    assert "2019" in passage(LINES).text[slice(*answers.span)]
