"""What holds of all guards: a text does not object to itself, and obvious changes of it are caught."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from corpus.read import format_of, read_file
from index.split import sentences
from rag.records.source import Source
from rag.verify.guards import GUARDS

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"
MANY = 20_000_000
ENOUGH_CAUGHT = 0.95


@lru_cache(maxsize=1)
def collection() -> tuple[str, ...]:
    """Every fourth sentence of the sample collection."""
    return tuple(_sentences())[::4]


def _sentences() -> Iterator[str]:
    for path in sorted(DOCUMENTS.iterdir()):
        if format_of(path) is not None and path.suffix != ".csv":
            document = read_file(path, path.name, max_bytes=MANY)
            yield from (document.text[s.start : s.end] for s in sentences(document))


def objections(claim: str, text: str) -> list[str]:
    found = (guard.check(claim, [Source(text)]) for guard in GUARDS)
    return [f"{finding.check}: {finding.reason}" for finding in found if finding is not None]


def test_a_text_does_not_object_to_itself() -> None:
    assert {text: found for text in collection() if (found := objections(text, text))} == {}


def test_a_text_among_others_does_not_object_to_itself() -> None:
    texts = collection()
    pairs = zip(texts[::5], texts[3::5], strict=False)
    wrong = [
        (text, finding.reason)
        for text, other in pairs
        for guard in GUARDS
        if (finding := guard.check(text, [Source(other), Source(text)])) is not None
    ]
    assert wrong == []


def _another_number(text: str) -> str:
    return re.sub(r"(?<![\d.,/-])(\d{2,3})(?= [a-z]|%)", lambda m: str(int(m.group()) + 7), text, count=1)


def _another_year(text: str) -> str:
    return re.sub(r"(?<=[a-z] )(20\d\d)\b", lambda m: str(int(m.group()) - 6), text, count=1)


def _another_country(text: str) -> str:
    return re.sub(r"\b(China|France|Japan|Germany|India)\b(?!')", "Bolivia", text, count=1)


def _no_not(text: str) -> str:
    return re.sub(r"\b(did|does|do|would|must|should|is|are|was|were) not (?!only)", r"\1 ", text, count=1)


@pytest.mark.parametrize("change", [_another_number, _another_year, _another_country, _no_not])
def test_obvious_changes_are_caught(change: Callable[[str], str]) -> None:
    changed = [(text, change(text)) for text in collection() if change(text) != text]
    missed = [claim for text, claim in changed if not objections(claim, text)]
    assert len(changed) >= 10
    assert len(missed) <= (1 - ENOUGH_CAUGHT) * len(changed), missed


def test_the_names_of_the_guards_are_distinct() -> None:
    assert len({guard.name for guard in GUARDS}) == len(GUARDS)
