"""How much of something is meant, and the exceptions."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpus
from corpus.read import read_file
from index.split import sentences
from rag.records.source import Guard, Source
from rag.verify.guards.attribution import Attribution
from rag.verify.guards.modality import Modality
from rag.verify.guards.scope import Scope


def objects(claim: str, *texts: str) -> bool:
    return Scope().check(claim, [Source(text) for text in texts]) is not None


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("All ferries failed the test.", "Some ferries failed the test."),
        ("Every ferry failed the test.", "Most ferries failed the test."),
        ("Ferries failed the test in May.", "Most ferries failed the test in May."),
        ("The rule covers ferries of every kind.", "The rule covers ferries with more than 40 seats."),
        ("Only the north quay flooded.", "The north quay flooded, above all in winter."),
        ("The north quay alone flooded.", "Several places, including the north quay, flooded."),
        ("All the ships are insured.", "All the ships except the tug are insured."),
        ("The rule applies to ferries.", "The rule applies to ferries, except for those used in research."),
        ("The halls open without exception.", "As a rule the halls open at nine."),
        ("The town has always flooded in winter.", "The town has often flooded in winter."),
        ("None of the ferries passed the test.", "Half of the ferries passed the test."),
        ("Telma and Orvik welcomed the new quay.", "Some leaders, among them people from Telma and Orvik, welcomed the new quay."),
    ],
)  # fmt: skip
def test_objects_to_a_wider_claim(claim: str, text: str) -> None:
    assert objects(claim, text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Several ferries did not pass the test.", "Some ferries failed the test."),
        ("The majority of ferries failed the test.", "Most ferries failed the test."),
        ("Every ferry failed the test.", "All ferries failed the test."),
        ("All seven ferries failed the test.", "The seven ferries failed the test."),
        (
            "Ferries are covered, apart from those used in research.",
            "The rule applies to ferries, except for those used in research.",
        ),
        ("Nobody passed the test.", "No ferry passed the test."),
        ("Not one of the states has ratified it.", "No state has ratified it."),
        ("Only Telma may enter the dock.", "The dock is reserved for Telma."),
        ("The quay floods in any case.", "The quay floods in any case."),
        (
            "Leaders from Telma and Orvik, among others, welcomed it.",
            "Some leaders, among them people from Telma and Orvik, welcomed it.",
        ),
        ("At any rate the ferry runs.", "The ferry runs."),
    ],
)
def test_lets_a_fair_paraphrase_pass(claim: str, text: str) -> None:
    assert not objects(claim, text)


def test_the_reason_quotes_the_words() -> None:
    found = Scope().check("All ferries failed the test.", [Source("Some ferries failed the test.")])
    assert found is not None
    assert found.reason == "The cited text says “Some”; the sentence says “All”."


@pytest.fixture(scope="module")
def cited() -> list[Source]:
    root = Path(corpus.__file__).parent / "documents"
    files = [file for file in sorted(root.iterdir()) if file.suffix in {".md", ".txt"}]
    documents = [read_file(file, file.name, max_bytes=10_000_000) for file in files]
    return [Source(d.text[s.start : s.end], kind=d.metadata.kind) for d in documents for s in sentences(d)]


@pytest.mark.parametrize("guard", [Attribution(), Modality(), Scope()], ids=lambda guard: guard.name)
def test_words_that_are_the_sources_own_raise_no_objection(guard: Guard, cited: list[Source]) -> None:
    assert len(cited) > 200
    for source in cited:
        assert guard.check(source.text, [source]) is None
        assert guard.check(" ".join(source.text.split()), [source, Source("The ferry was late.")]) is None
