"""Verbatim means whole sentences of the cited text."""

from __future__ import annotations

import pytest

from rag.verify.verbatim import is_verbatim

CITED = (
    "“The plan is dead,” she said. Nobody in Tartu says that the treaty is void. It’s a start – and more will follow."
)


@pytest.mark.parametrize(
    "text",
    [
        CITED,
        "Nobody in Tartu says that the treaty is void.",
        '"The plan is dead," she said.',
        "It's a start - and more will follow.",
        "Nobody in Tartu says  that the treaty is void. It’s a start – and more will follow.",
    ],
)
def test_whole_sentences_are(text: str) -> None:
    assert is_verbatim(text, CITED)


@pytest.mark.parametrize(
    "text",
    [
        "the treaty is void.",
        "The treaty is void.",
        "The plan is dead,",
        "Nobody in Tartu says",
        "Nobody in Narva says that the treaty is void.",
        "",
        "”",
    ],
)
def test_parts_and_changes_are_not(text: str) -> None:
    assert not is_verbatim(text, CITED)
