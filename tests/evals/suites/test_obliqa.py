"""The ObliQA loader, on made-up files in its layout."""

import json

import pytest

from evals.errors import BadData
from evals.suites import obliqa

PASSAGES = [
    {"ID": "u1", "DocumentID": 1, "PassageID": "1.", "Passage": "INTRODUCTION"},
    {"ID": "u2", "DocumentID": 1, "PassageID": "1.1", "Passage": "A firm must keep records."},
    {"ID": "u3", "DocumentID": 1, "PassageID": "1.2", "Passage": " "},
    {"ID": "u4", "DocumentID": 1, "PassageID": "1.", "Passage": "Scope of the rules."},
]


@pytest.fixture
def load(tmp_path):
    def loaded(*references, passages=PASSAGES):
        (tmp_path / obliqa.DOCUMENTS).mkdir(parents=True, exist_ok=True)
        (tmp_path / obliqa.DOCUMENTS / "1.json").write_text(json.dumps(passages))
        rows = [{"DocumentID": 1, "PassageID": number, "Passage": text} for number, text in references]
        question = {"QuestionID": "q", "Question": "What must a firm keep?", "Passages": rows, "Group": 1}
        (tmp_path / obliqa.QUESTIONS).write_text(json.dumps([question]))
        return obliqa.load(tmp_path)

    return loaded


def test_questions_name_their_passages(load):
    suite = load(("1.1", "A firm must keep records."), ("1.", "Scope of the rules."))

    assert suite.questions[0].documents == ("u2", "u4")  # of two passages numbered "1." the one with that text
    assert suite.questions[0].answerable and not suite.marks_evidence


def test_passages_without_text_are_left_out_and_counted(load):
    suite = load(("1.1", "A firm must keep records."))

    assert list(suite.documents) == ["u1", "u2", "u4"]
    assert "1 passages without text were left out" in suite.description


def test_a_reference_to_nothing_is_refused(load):
    with pytest.raises(BadData, match=r"question q: there is no passage 9\.9 in document 1"):
        load(("9.9", "?"))


def test_two_passages_of_one_id_are_refused(load):
    with pytest.raises(BadData, match="same ID"):
        load(("1.1", "A firm must keep records."), passages=[PASSAGES[0], PASSAGES[0], PASSAGES[1]])
