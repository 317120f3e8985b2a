"""A claim's likeness to its text should not tell whether it is borne out."""

from __future__ import annotations

import random

from rag.evidence_model.training.nearby import words
from rag.support_model.training.evening import evened
from rag.support_model.training.lessons import Lesson

TEXT = "On 14 May the harbour council adopted the winter timetable of the ferry, which some members had opposed."
TRUE = "Ada Lind said that the winter timetable was adopted by the council on 14 May 2019 and may change."
NEAR = "On 24 May the harbour council adopted the winter timetable of the ferry."
FAR = "Nobody ever settled when boats run in the cold months."


def lessons(count: int = 60) -> list[Lesson]:
    return [
        Lesson(f"written/{kind}", claim, TEXT, "", label, None, group="ferry", rivals=f"ferry@{number}")
        for number in range(count)
        for kind, claim, label in (
            ("untouched", TRUE, "supported"),
            ("number", NEAR, "contradicted"),
            ("negate", FAR, "contradicted"),
        )
    ]


def test_broken_lines_near_the_text_are_thinned_and_others_are_kept() -> None:
    found = [one.claim for one in evened(lessons(), random.Random(1))]
    assert 5 < found.count(NEAR) < 40
    assert found.count(FAR) == found.count(TRUE) == 60


def test_true_lines_are_broken_by_rule_and_the_words_to_blame_are_known() -> None:
    made = [one for one in evened(lessons(), random.Random(1)) if one.source == "written/code"]
    assert {one.label for one in made} <= {"contradicted", "neither", "not_supported"}
    assert all(one.claim not in (TRUE, NEAR, FAR) for one in made)
    assert "The winter timetable was adopted by the council on 14 May 2019 and may change." in {o.claim for o in made}
    assert any(one.doubted for one in made)


def test_the_text_itself_is_true_once_an_item() -> None:
    copies = [one for one in evened(lessons(), random.Random(1)) if one.source == "written/copied"]
    assert len(copies) == 60
    assert all(one.label == "supported" and words(one.claim) <= words(TEXT) for one in copies)


def test_lessons_of_other_parts_stay_as_they_are() -> None:
    others = [Lesson("tune/number_date/hand", NEAR, TEXT, "", "contradicted")] * 5
    assert evened(others, random.Random(1)) == others
