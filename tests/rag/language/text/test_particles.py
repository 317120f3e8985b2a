"""A particle belongs to its verb, and a direction is told by itself."""

from __future__ import annotations

import pytest

from rag.language.text.particles import is_particle
from rag.language.tokens import tokens


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("a plan drawn up by the village", True),
        ("the rules were set down in writing", True),
        ("sales went up in May", False),
        ("sales were down in May", False),
        ("wages climbed up 3 percent", False),
        ("profit up 3 percent", False),
    ],
)
def test_a_particle_tells_no_direction(text: str, is_part: bool) -> None:
    word = next(token for token in tokens(text) if token.normal in {"up", "down"})
    assert is_particle(text, word) is is_part
