"""The loader of the shipped questions, on a made-up collection, and the shipped questions themselves."""

import json

import pytest

from evals.errors import BadData, DataMissing
from evals.suites import governance, load

TEXT = "The seat is planned in\nGeneva. Nobody has\n  signed. Nobody has signed."


def row(identity="g1", quote="planned in Geneva.", document="note.txt", **changes):
    gold = [{"document": document, "quote": quote}]
    fields = {"question": "Where?", "answerable": True, "type": "fact", "gold": gold, "answers": ["Geneva"]}
    return {"id": identity, **fields, **changes}


@pytest.fixture
def loaded(tmp_path):
    def loaded(*rows):
        for folder in ("golden", "documents"):
            (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / "documents" / "note.txt").write_text(TEXT)
        (tmp_path / "golden" / "some.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
        return governance.load(tmp_path / "golden", tmp_path / "documents")

    return loaded


def test_quotes_are_found_across_line_breaks(loaded):
    question = loaded(row()).questions[0]

    assert [TEXT[s.start : s.end] for s in question.evidence] == ["planned in\nGeneva."]
    assert question.documents == ("note.txt",)
    assert (question.type, question.answers) == ("fact", ("Geneva",))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (row(quote="planned in Bern."), "line 1: the quote 'planned in Bern.' is not in note.txt"),
        (row(quote="Nobody has signed."), "stands 2 times in note.txt"),
        (row(quote="  "), "line 1: a gold piece has no quote and no offsets"),
        (row(document="other.txt"), "there is no document 'other.txt'"),
        (row(answerable=False), "answerable is False with 1 gold quotes"),
        (row(gold=[]), "answerable is True with 0 gold quotes"),
    ],
)
def test_gold_that_does_not_hold_is_refused_by_line(loaded, broken, said):
    with pytest.raises(BadData, match=said) as error:
        loaded(broken)
    assert error.value.remedy


def test_an_id_used_twice_is_refused(loaded):
    with pytest.raises(BadData, match="line 2: the id 'g1' is used twice"):
        loaded(row(), row())


def test_held_out_questions_are_read_for_their_own_suite_alone(loaded, tmp_path):
    (tmp_path / "golden").mkdir()
    (tmp_path / "golden" / "governance-report.jsonl").write_text(json.dumps(row("held")) + "\n")

    assert [q.id for q in loaded(row()).questions] == ["g1"]
    held = governance.load_held_out(tmp_path / "golden", tmp_path / "documents")
    assert [q.id for q in held.questions] == ["held"] and held.held_out


def test_no_questions_at_all_is_said(tmp_path):
    (tmp_path / "note.txt").write_text(TEXT)
    with pytest.raises(DataMissing, match="no questions"):
        governance.load(tmp_path, tmp_path)


def test_the_shipped_questions_are_sound():
    suite = load("governance", None)

    assert len(suite.questions) > 0
    for question in suite.questions:
        assert question.text and question.type
        assert bool(suite.gold(question)) == question.answerable


def test_a_name_that_is_no_suite_lists_those_there_are():
    with pytest.raises(DataMissing, match="no suite 'squid'") as error:
        load("squid", None)
    assert "squad2" in error.value.remedy and "governance" in error.value.remedy


def test_a_public_suite_without_its_folder_says_what_to_do():
    with pytest.raises(DataMissing) as error:
        load("squad2", None)
    assert "--data-dir" in error.value.remedy
