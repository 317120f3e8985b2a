"""A question that names a speaker by an office is also about the person whom the passages name in it."""

from __future__ import annotations

import pytest

from rag.reading.question import parse
from rag.reading.signals import stems
from rag.reading.speakers import knows_the_speaker
from tests.hits import hit

INTRODUCED = "On Friday Chancellor Ada Lind opened the harbour conference."
QUOTED = "Lind warned of silted channels."


@pytest.mark.parametrize(
    ("question", "passages", "known"),
    [
        ("What did the Chancellor say about channels?", [INTRODUCED, QUOTED], True),
        ("What did the Chancellor say about channels?", [QUOTED], False),
        ("What did the Minister say about channels?", [INTRODUCED, QUOTED], False),
        ("What did Ada Lind say about channels?", [QUOTED], True),
        ("What did Ada say about channels?", [INTRODUCED, QUOTED], True),
        ("What is said about channels?", [QUOTED], True),
        ("What did the CEO say about channels?", ["Its CEO Ada Lind resigned."], True),
        ("What did the Prime Minister say about channels?", ["Foreign Minister Ada Lind spoke."], False),
        ("What did the Prime Minister say about channels?", ["Prime Minister Ada Lind spoke."], True),
        ("What did the Chancellor say about channels?", ["Office of the Chancellor\n\nLind lives here."], False),
    ],
)
def test_an_office_is_resolved_by_the_passages(question: str, passages: list[str], known: bool) -> None:
    assert knows_the_speaker(parse(question, 2_000), stems(QUOTED), [hit(text) for text in passages]) is known
