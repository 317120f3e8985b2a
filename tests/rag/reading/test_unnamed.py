"""Names of a question that the passages do not hold, by any of their names."""

from __future__ import annotations

import pytest

from rag.reading.question import parse
from rag.reading.unnamed import unnamed
from tests.hits import hit

TEXT = "The U.S. delegation left early, and the European Commission kept silent. Lind (of the Chinese side) took notes in 2025."


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("How did the Americans react?", ()),
        ("What did the United States say?", ()),
        ("What did China note?", ()),
        ("What did Lind note?", ()),
        ("What did the EU want?", ()),  # the Commission is of it
        ("What did the Teachers Union want?", ("teachers", "union")),
        ("How did the Canadians react?", ("canadians",)),
        ("What did Narva say to the Americans?", ("narva",)),
        ("What happened in 1999?", ()),  # numbers are no names
        ("what was noted?", ()),
    ],
)
def test_a_place_goes_by_all_its_names(question: str, missing: tuple[str, ...]) -> None:
    assert unnamed(parse(question, 2_000), [hit(TEXT)]) == missing


def test_where_nothing_was_found_every_name_is_missing() -> None:
    assert unnamed(parse("What did the Americans tell Lind?", 2_000), []) == ("americans", "lind")
