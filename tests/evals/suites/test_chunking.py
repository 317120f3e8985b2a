"""The loader of the chunking benchmark, on made-up files in its layout."""

import csv
import json

import pytest

from evals.errors import BadData, DataMissing
from evals.suites import chunking

TEXT = "Café menu\n\nThe tea costs 3 crowns. The cake costs 5 crowns. We close at noon."
COLUMNS = ["question", "references", "corpus_id"]


def excerpt(quote, shift=0):
    start = TEXT.index(quote) + shift
    return {"content": quote, "start_index": start, "end_index": start + len(quote)}


PRICES = [excerpt("The cake costs 5 crowns."), excerpt("The tea costs 3 crowns.")]


@pytest.fixture
def load(tmp_path):
    def loaded(references, columns=COLUMNS, stray=None):
        folder = tmp_path / chunking.CORPORA
        folder.mkdir(parents=True)
        (folder / "menu.md").write_text(TEXT, encoding="utf-8")
        if stray:
            (folder / stray).write_text("Other things.")
        said = references if isinstance(references, str) else json.dumps(references)
        with (tmp_path / chunking.QUESTIONS).open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([columns, ["What do tea and cake cost?", said, "menu"]])
        return chunking.load(tmp_path)

    return loaded


def test_excerpts_become_evidence_in_a_document_that_is_a_whole_file(load):
    suite = load(PRICES)
    question = suite.questions[0]

    assert [suite.documents["menu.md"].text[s.start : s.end] for s in question.evidence] == [
        "The tea costs 3 crowns.",
        "The cake costs 5 crowns.",
    ]
    assert (question.id, question.documents, question.type) == ("menu/1", ("menu.md",), "menu")
    assert suite.folder is not None and set(suite.documents) == {"menu.md"}
    assert "Licence: MIT" in suite.description and not suite.publishable
    assert set(suite.files) == {"chunking/questions_df.csv", "chunking/corpora/menu.md"}


@pytest.mark.parametrize(
    ("references", "said"),
    [
        ([excerpt("The tea costs 3 crowns.", shift=1)], "'The tea costs 3 crowns.' does not stand at 12 of menu.md"),
        ([{"content": "The tea"}], "question 1: the field 'start_index' is missing"),
        ([], "question 1: expected a list of references"),
        ("not json", "question 1: the references are no JSON"),
    ],
)
def test_references_that_do_not_fit_are_refused(load, references, said):
    with pytest.raises(BadData, match=said):
        load(references)


def test_other_files_are_refused(load):
    with pytest.raises(BadData, match=r"notes\.md is there, and no question is about it"):
        load(PRICES, stray="notes.md")


def test_other_columns_are_refused(load):
    with pytest.raises(BadData, match="the columns are"):
        load(PRICES, columns=["question", "excerpts", "corpus_id"])


def test_what_is_missing_is_named(tmp_path):
    with pytest.raises(DataMissing, match=r"no chunking/questions_df\.csv"):
        chunking.load(tmp_path)
