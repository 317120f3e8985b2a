"""Drafts: sound cases that only wait for a person."""

import json

import pytest

from evals.case_file import read_cases
from evals.draft import draft, write
from evals.drafting import drafts_of
from evals.errors import DataMissing, WouldOverwrite
from evals.suites.governance import read_folder


@pytest.mark.parametrize(
    ("sentence", "question", "answer", "type"),
    [
        ("The mill was built by monks on 3 May 1801.", "When was the mill built by monks?", "3 May 1801", "date"),
        ("The spokeswoman said that nobody had come.", "Who said that nobody had come?", "The spokeswoman", "who said"),
        ("41 states signed the treaty.", "How many states signed the treaty?", "41", "number"),
        (
            "LUX means a lamp that is lit by two keepers.",
            "What does LUX mean?",
            "a lamp that is lit by two keepers",
            "definition",
        ),
        (
            "A wherry is a light boat that is rowed by two.",
            "What is a wherry?",
            "a light boat that is rowed by two",
            "definition",
        ),
        (
            "The oil for the coast cost 384 crowns in all.",
            "Which number belongs in the gap: The oil for the coast cost … crowns in all.",
            "384",
            "number",
        ),
    ],
)
def test_a_sentence_becomes_a_question_with_its_answer(sentence, question, answer, type):
    made = next(drafts_of(sentence))

    assert (made.question, made.answer, made.type) == (question, answer, type)


def test_most_sentences_give_nothing():
    assert list(drafts_of("It burned down twice and nobody minded.")) == []


def test_drafts_of_a_folder_are_valid_cases_whose_quotes_stand_once(tiny_folder, tmp_path):
    cases = draft(tiny_folder)
    write(cases, tmp_path / "questions.jsonl")
    read, problems = read_cases(tmp_path / "questions.jsonl", read_folder(tiny_folder))

    assert len(read) == len(cases) >= 3
    assert {gold.document for _, case in read for gold in case.gold} == {
        "treaty.md",
        "budget.html",
        "notes/press briefing.txt",
    }
    assert problems and all(problem.warning for problem in problems)
    assert next(case for _, case in read if case.type == "who said").speaker == "The spokeswoman"


def test_the_sample_collection_gives_sound_drafts_of_several_types(sample_folder, tmp_path):
    cases = draft(sample_folder, each=3)
    write(cases, tmp_path / "questions.jsonl")
    _, problems = read_cases(tmp_path / "questions.jsonl", read_folder(sample_folder))

    assert len({case["type"] for case in cases}) >= 4
    assert all(problem.warning for problem in problems)


def test_an_edited_file_is_not_overwritten(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text("edited")
    with pytest.raises(WouldOverwrite, match="unchanged"):
        write([], path)
    assert path.read_text() == "edited"
    write([{"id": "a"}], path, force=True)
    assert json.loads(path.read_text()) == {"id": "a"}


def test_a_folder_without_documents_is_said(tmp_path):
    with pytest.raises(DataMissing, match="holds no documents"):
        draft(tmp_path)
