"""Lessons from written texts and golden claims: labels by how a claim was broken, texts as a check is given them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.teaching.claims import LABEL_OF_KIND, LABEL_OF_WAY, WrittenShelf, golden_lessons, written_lessons
from evals.teaching.claims_file import WAYS, parse
from evals.verifier.pairs import KINDS
from rag.support_model.training.lessons import LABELS, Lesson
from rag.verify.context import in_context, surroundings
from tests.evals.teaching.test_claims_file import FERRY

WRITTEN = parse(FERRY, "ferry.txt")
MANY = [parse(FERRY, f"ferry-{number}.txt") for number in range(12)]


def test_every_way_of_breaking_a_claim_has_a_label() -> None:
    assert set(LABEL_OF_KIND) == set(KINDS)
    assert set(LABEL_OF_WAY) == set(WAYS)
    assert {*LABEL_OF_KIND.values(), *LABEL_OF_WAY.values()} <= set(LABELS) - {"supported"}


def by_claim(lessons: list[Lesson]) -> dict[str, Lesson]:
    """The last lesson of each kind and claim."""
    return {f"{one.source}: {one.claim}": one for one in lessons}


def test_each_line_of_a_written_text_is_a_lesson() -> None:
    found = by_claim(written_lessons([WRITTEN]))
    for item in WRITTEN.items:
        for claim in item.true:
            assert found[f"written/untouched: {claim}"].label == "supported"
            assert found[f"written/untouched: {claim}"].doubted == ()
        for broken in item.broken:
            assert found[f"written/{broken.way}: {broken.claim}"].label == LABEL_OF_WAY[broken.way]
    number = found["written/number: On 24 May the harbour council adopted the winter timetable."]
    assert number.doubted is not None
    assert [number.claim[slice(*one)] for one in number.doubted] == ["24"]
    assert found["written/neighbour: The ferry carries about 120 passengers."].doubted is None


def test_text_and_context_are_those_of_a_check() -> None:
    shelf = WrittenShelf([WRITTEN])
    lessons = by_claim(written_lessons([WRITTEN]))
    source = shelf.source(WRITTEN, (2, 3))
    lesson = lessons["written/speaker: Fares will not rise."]
    assert (lesson.text, lesson.context) == (in_context(source), surroundings(source))
    assert "Harbour Gazette" in lesson.context
    assert WRITTEN.sentences[1] in lesson.context
    assert WRITTEN.sentences[2] in lesson.text


def test_true_lines_beside_a_neighbour_are_not_settled_by_it() -> None:
    lessons = [one for one in written_lessons(MANY) if one.source == "written/cite_neighbour"]
    assert lessons
    cited = {claim: WRITTEN.sentences[item.cited[0]] for item in WRITTEN.items for claim in item.true}
    assert all(one.label == "neither" and cited[one.claim] not in one.text for one in lessons)


def test_some_items_are_shown_in_a_longer_text_which_does_not_mend_what_was_broken() -> None:
    lessons = [one for one in written_lessons(MANY) if one.rivals.endswith("padded")]
    short = {(one.group, one.source, one.claim): one for one in written_lessons(MANY) if one not in lessons}
    assert {one.label for one in lessons} > {"supported"}
    for one in lessons:
        own = short[one.group, one.source, one.claim]
        assert own.label == one.label
        assert len(one.text) > len(own.text)
        assert one.source.removeprefix("written/") not in ("invent", "neighbour")


def test_true_and_broken_claims_of_an_item_are_rivals_and_a_text_is_one_group() -> None:
    lessons = written_lessons(MANY)
    assert {one.group for one in lessons} == {one.id for one in MANY}
    assert len({one.rivals.removesuffix(" padded") for one in lessons}) == 2 * len(MANY)


def test_the_same_texts_give_the_same_lessons_whatever_else_is_read() -> None:
    assert [one for one in written_lessons(MANY) if one.group == "ferry-3.txt"] == written_lessons(MANY[3:4])


ROW = {
    "id": "ferry-1",
    "document": "ferry.txt",
    "cited": WRITTEN.sentences[2],
    "claim": "Lind said that the ferry would run twice a day.",
    "mutants": [{"kind": "number_date", "text": "Lind said that the ferry would run thrice a day.", "by": "hand"}],
}


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    """A folder of one golden claim that may be learned from."""
    (tmp_path / "tune").mkdir()
    (tmp_path / "tune" / "ferry.jsonl").write_text(json.dumps(ROW) + "\n")
    return tmp_path


def test_golden_claims_are_learned_with_what_hand_and_code_made_of_them(golden: Path) -> None:
    lessons = golden_lessons("tune", golden=golden, shelf=WrittenShelf([WRITTEN]))
    true, by_hand = (
        next(one for one in lessons if one.source == name) for name in ("tune/untouched/hand", "tune/number_date/hand")
    )
    assert (true.label, true.weight, true.group, true.rivals) == ("supported", 3.0, "ferry.txt", "ferry-1")
    assert by_hand.doubted is not None
    assert [by_hand.claim[slice(*one)] for one in by_hand.doubted] == ["thrice"]
    assert {"tune/drop_speaker/code", "tune/cite_neighbour/code"} <= {one.source for one in lessons}


def test_a_neighbour_whose_text_brings_the_cited_words_along_teaches_nothing(golden: Path) -> None:
    lessons = golden_lessons("tune", golden=golden, shelf=WrittenShelf([WRITTEN]))
    beside = [one.text for one in lessons if one.source.startswith("tune/cite_neighbour")]
    assert beside == [WRITTEN.sentences[1]]  # the next one opens with "She": what is cited is part of its text


def test_of_the_mutants_by_code_a_share_may_be_left_out(golden: Path) -> None:
    lessons = golden_lessons("tune", code_share=0.0, golden=golden, shelf=WrittenShelf([WRITTEN]))
    assert [one.source for one in lessons] == ["tune/untouched/hand", "tune/number_date/hand"]


def test_claims_for_reporting_are_never_learned_from(golden: Path) -> None:
    with pytest.raises(ValueError, match="not for learning"):
        golden_lessons("report", golden=golden)
