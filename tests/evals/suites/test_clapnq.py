"""The CLAPNQ loader, on a made-up file in its layout."""

import json

import pytest

from evals.errors import BadData, DataMissing
from evals.suites import clapnq

SENTENCES = ["The mill was built in 1801 .", "It burned down twice .", "It stands by a river ."]


def row(identity="1", sentences=SENTENCES, selected=(), title="Mill", **changes):
    passage = {"title": title, "text": " ".join(sentences) + " ", "sentences": list(sentences)}
    annotation = {"answer": "In 1801 .", "selected_sentences": list(selected), "meta": {}}
    return {
        "id": identity,
        "input": "when was the mill built",
        "passages": [passage],
        "output": [annotation],
        **changes,
    }


@pytest.fixture
def load(tmp_path):
    def loaded(answerable, unanswerable=()):
        folder = tmp_path / "clapnq"
        folder.mkdir(exist_ok=True)
        for name, rows in (("answerable", answerable), ("unanswerable", unanswerable)):
            lines = "".join(json.dumps(r) + "\n" for r in rows)
            (folder / f"clapnq_dev_{name}.jsonl").write_text(lines)
        return clapnq.load(tmp_path)

    return loaded


def test_gold_sentences_are_exact_stretches_and_are_the_gold_units(load):
    suite = load([row(selected=[SENTENCES[0], SENTENCES[2]])])
    question = suite.questions[0]
    text = suite.documents[question.documents[0]].text

    assert [text[s.start : s.end] for s in question.evidence] == [SENTENCES[0], SENTENCES[2]]
    assert suite.gold(question) == {("1", 0), ("1", 2)}
    assert [text[u.start : u.end] for u in suite.units("1")] == SENTENCES


def test_only_the_first_annotation_is_gold(load):
    both = row(selected=[SENTENCES[0]])
    both["output"].append({"answer": "", "selected_sentences": [SENTENCES[1]], "meta": {}})

    assert load([both]).gold(load([both]).questions[0]) == {("1", 0)}


def test_unanswerable_questions_have_a_document_and_no_evidence(load):
    suite = load([row(selected=SENTENCES[:1])], [row("2", ["Another text ."], title="Other")])

    assert [(q.answerable, q.documents, len(q.evidence)) for q in suite.questions] == [
        (True, ("1",), 1),
        (False, ("2",), 0),
    ]
    assert suite.documents["2"].metadata.title == "Other"
    assert "2 documents, 2 questions (1 unanswerable)" in suite.description
    assert "Apache-2.0" in suite.description


def test_a_passage_that_comes_twice_is_one_document(load):
    suite = load([row("1", selected=SENTENCES[:1]), row("2", selected=SENTENCES[1:2])])

    assert list(suite.documents) == ["1"]
    assert {q.split_key for q in suite.questions} == {"1"}
    assert suite.gold(suite.questions[1]) == {("1", 1)}


def test_a_missing_file_is_named_with_where_to_get_it(tmp_path):
    with pytest.raises(DataMissing, match=r"clapnq_dev_answerable\.jsonl") as error:
        clapnq.load(tmp_path)
    assert "github.com" in error.value.remedy


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"question": "?"}, "line 1: the field 'id' is missing"),
        (row(id=7), "line 1: 'id' is int, not str"),
        (row(passages=[]), "line 1: expected one passage"),
        (row(selected=["Not there ."]), "line 1: a selected sentence is not in its passage"),
        ([1], "line 1: expected an object"),
    ],
)
def test_what_is_not_recognised_is_refused_by_line(load, broken, said):
    with pytest.raises(BadData, match=said) as error:
        load([broken])
    assert error.value.remedy


def test_what_is_not_json_is_refused(load, tmp_path):
    load([row()])
    (tmp_path / "clapnq" / "clapnq_dev_answerable.jsonl").write_text("id,question\n")

    with pytest.raises(BadData, match="line 1: not JSON"):
        clapnq.load(tmp_path)
