"""Questions of one's own: what is wrong is said by line, with the remedy."""

import json

import pytest

from corpus.document import Document
from evals.case_file import read_cases
from evals.case_format import Gold, located, to_question
from evals.errors import BadData, DataMissing
from evals.spans import Stretch
from evals.suites import own

TEXT = "The seat is planned in\nGeneva. Nobody has signed. Nobody has\n signed."
DOCUMENTS = {"note.txt": Document("note.txt", TEXT)}
GENEVA = {"document": "note.txt", "quote": "planned in Geneva."}


def case(identity="q1", **changes):
    row = {"id": identity, "question": "Where?", "answerable": True, "gold": [GENEVA], **changes}
    return {name: value for name, value in row.items() if value is not ...}


def written(folder, *rows):
    path = folder / "mine.jsonl"
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


@pytest.fixture
def problems(tmp_path):
    return lambda *rows: read_cases(written(tmp_path, *rows), DOCUMENTS)[1]


def test_a_sound_file_has_no_problems_and_keeps_what_it_says(tmp_path):
    rows = case(answers=["Geneva"], type="place", speaker="the council"), case("q2", answerable=False, gold=[])
    cases, problems = read_cases(written(tmp_path, *rows), DOCUMENTS)
    question = to_question(cases[0][1], DOCUMENTS)

    assert problems == []
    assert [TEXT[s.start : s.end] for s in question.evidence] == ["planned in\nGeneva."]
    assert (question.answers, question.type, question.speaker) == (("Geneva",), "place", "the council")
    assert not to_question(cases[1][1], DOCUMENTS).answerable


@pytest.mark.parametrize(
    ("broken", "said", "remedy"),
    [
        ("{", "not JSON", "one whole object"),
        ("[1]", "expected an object, found list", "Write {…}"),
        (case(question=...), "'question' is missing", "Add it"),
        (case(question="  "), "'question' is empty", "Write the question"),
        (case(answerable="yes"), "'answerable' input should be a valid boolean", "true or false"),
        (case(anwsers=["x"]), "'anwsers' is no field of a case", "Fields are: id, question"),
        (case(gold=[{"quote": "x"}]), "'gold[0].document' is missing", "Add it"),
        (case(status="done"), "'status' input should be 'draft' or 'confirmed'", "confirmed"),
        (case(gold=[]), "answerable is True with 0 gold quotes", "Correct one"),
        (case(answerable=False), "answerable is False with 1 gold quotes", "Correct one"),
        (case(answerable=False, gold=[], answers=["x"]), "unanswerable question has answers", "Take them out"),
        (case(gold=[{"document": "note.txt"}]), "no quote and no offsets", "Copy the words"),
        (case(gold=[{**GENEVA, "start": 3}]), "one of start and end", "Give both"),
        (case(gold=[{"document": "a.txt", "quote": "x"}]), "no document 'a.txt'", "note.txt"),
        (case(gold=[{**GENEVA, "quote": "in Bern."}]), "'in Bern.' is not in note.txt", "Copy it"),
        (case(gold=[{**GENEVA, "quote": "Nobody has signed."}]), "stands 2 times in note.txt (at 31, 50)", "once"),
        (case(gold=[{**GENEVA, "start": 0, "end": 8}]), "from 0 to 8 is not 'planned in Geneva.'", "offsets"),
        (case(gold=[{"document": "note.txt", "start": 5, "end": 999}]), "not a stretch of note.txt", "rag docs"),
    ],
)
def test_each_mistake_is_named_with_its_line_and_remedy(problems, broken, said, remedy):
    found = problems(case("fine"), broken)

    assert len(found) == 1
    assert found[0].place == "mine.jsonl, line 2" and not found[0].warning
    assert said in found[0].message and remedy in found[0].remedy


def test_all_mistakes_of_a_file_are_listed_with_blank_lines_counted(problems):
    found = problems("", case(), case(gold=[]), "", "{")

    assert [problem.place for problem in found] == ["mine.jsonl, line 3", "mine.jsonl, line 3", "mine.jsonl, line 5"]
    assert "the id 'q1' is used twice, first in line 2." in found[0].message


def test_drafts_are_a_warning(problems):
    found = problems(case(status="draft"))

    assert [problem.warning for problem in found] == [True]
    assert "draft" in found[0].message and "confirmed" in found[0].remedy


def test_without_documents_quotes_are_not_looked_up(tmp_path):
    assert read_cases(written(tmp_path, case(gold=[{**GENEVA, "quote": "in Bern."}])))[1] == []


def test_an_empty_file_and_a_missing_one_are_told(problems, tmp_path):
    assert "no questions" in problems("")[0].message
    with pytest.raises(DataMissing, match="cannot be read"):
        read_cases(tmp_path / "none.jsonl")


def test_offsets_win_over_a_quote_that_stands_there_twice():
    gold = Gold(document="note.txt", quote="Nobody has signed.", start=50, end=69)

    assert located(gold, DOCUMENTS["note.txt"]) == [Stretch("note.txt", 50, 69)]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "note.txt").write_text(TEXT)
    return tmp_path / "documents"


def test_drafts_are_left_out_and_counted_unless_asked_for(tmp_path, folder):
    path = written(tmp_path, case("sure"), case("raw", status="draft"))

    suite = own.load(path, folder)
    assert [q.id for q in suite.questions] == ["sure"] and "1 drafts were not asked" in suite.note
    assert suite.name == "mine"
    assert len(own.load(path, folder, with_drafts=True).questions) == 2


def test_a_suite_of_drafts_or_mistakes_is_refused(tmp_path, folder):
    with pytest.raises(BadData, match="All 1 questions of mine") as error:
        own.load(written(tmp_path, case(status="draft")), folder)
    assert "--with-drafts" in error.value.remedy
    with pytest.raises(BadData, match="line 2: 'question' is missing"):
        own.load(written(tmp_path, case(), case("b", question=...)), folder)
