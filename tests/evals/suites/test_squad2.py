"""The SQuAD 2.0 loader, on a made-up file in its layout."""

import json

import pytest

from evals.errors import BadData, DataMissing
from evals.suites import squad2

CONTEXT = "The mill was built in 1801. It burned down twice, in 1822 and in 1850."


def asked(identity, *answers, **changes):
    found = [{"text": text, "answer_start": CONTEXT.index(text)} for text in answers]
    return {"id": identity, "question": " When? ", "answers": found, "is_impossible": not answers, **changes}


@pytest.fixture
def load(tmp_path):
    def loaded(*questions, version="v2.0"):
        (tmp_path / "squad2").mkdir(exist_ok=True)
        article = {"title": "Old_Mill", "paragraphs": [{"context": CONTEXT, "qas": list(questions)}]}
        (tmp_path / squad2.FILE).write_text(json.dumps({"version": version, "data": [article]}))
        return squad2.load(tmp_path)

    return loaded


def test_the_sentence_that_holds_the_answer_is_gold(load):
    suite = load(asked("a", "1822", "in 1822", "1822"))
    question = suite.questions[0]

    assert question.answers == ("1822", "in 1822")
    assert question.text == "When?"
    assert {CONTEXT[s.start : s.end] for s in question.evidence} == {"1822", "in 1822"}
    assert suite.gold(question) == {("Old_Mill/1", 1)}


def test_impossible_questions_and_the_half_split_are_told(load):
    suite = load(asked("a", "1801"), asked("b"))

    assert [q.answerable for q in suite.questions] == [True, False]
    assert "One half" in suite.description and "CC BY-SA 4.0" in suite.description
    assert suite.documents["Old_Mill/1"].metadata.title == "Old Mill"


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (asked("a", "1801", is_impossible=True), "marked impossible"),
        (asked("a", answers=[{"text": "1801", "answer_start": 3}], is_impossible=False), "does not stand at 3"),
        ({"id": "a"}, "the field 'question' is missing"),
    ],
)
def test_contradictions_are_refused(load, broken, said):
    with pytest.raises(BadData, match=said):
        load(broken)


def test_another_version_is_refused(load):
    with pytest.raises(BadData, match=r"version '1\.1'"):
        load(asked("a", "1801"), version="1.1")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(DataMissing, match=r"dev-half-v2\.0\.json"):
        squad2.load(tmp_path)
