"""The QuoteSum loader, on made-up rows in its layout."""

import json

import pytest

from evals.errors import BadData
from evals.suites import quotesum

MILL = "The mill burned in 1801. It was rebuilt in stone."
FORGE = "The forge burned in 1822, as did the forge office."


def row(summary, qid="q1", **changes):
    sources = {1: ("Mill", MILL), 2: ("Forge", FORGE)}
    given = {f"title{n}": sources.get(n, ("", ""))[0] for n in range(1, 9)}
    given |= {f"source{n}": sources.get(n, ("", ""))[1] for n in range(1, 9)}
    return {"qid": qid, "unique_id": f"{qid}_0", "question": "What burned?", "summary": summary, **given, **changes}


@pytest.fixture
def load(tmp_path):
    def loaded(*rows):
        (tmp_path / "quotesum").mkdir(exist_ok=True)
        (tmp_path / quotesum.FILE).write_text("".join(json.dumps(r) + "\n" for r in rows))
        return quotesum.load(tmp_path)

    return loaded


def quoted(suite):
    return [suite.documents[s.document_id].text[s.start : s.end] for s in suite.questions[0].evidence]


def test_what_anybody_quoted_is_evidence(load):
    suite = load(row("[ 1 The mill ] and [ 2 the forge ] did."), row("[ 1 The mill ] [ 1 burned in 1801 ] ."))

    assert len(suite.questions) == 1 and set(suite.documents) == {"q1/1", "q1/2"}
    assert suite.questions[0].documents == ("q1/1", "q1/2")
    assert sorted(quoted(suite)) == ["The mill", "burned in 1801", "the forge"]
    assert suite.documents["q1/2"].metadata.title == "Forge"
    assert "CC BY-SA 4.0" in suite.description and "2 answers by people" in suite.description


def test_a_quote_that_stands_twice_is_taken_where_it_stands_first(load):
    suite = load(row("[ 1 mill ] , [ 2 burned in 1822, as did the forge ] , [ 2 forge ]"))

    first = FORGE.index("forge")
    assert ("q1/2", first, first + 5) in [(s.document_id, s.start, s.end) for s in suite.questions[0].evidence]


def test_a_title_counts_for_the_source_and_not_for_a_place(load):
    suite = load(row("[ 1 Mill ] and [ 2 Forge :The forge ] ."))

    assert suite.questions[0].documents == ("q1/1", "q1/2")
    assert quoted(suite) == ["The forge"]
    assert "1 of their 2 quotes are titles" in suite.description


def test_a_text_that_stands_behind_two_questions_is_one_document(load):
    suite = load(row("[ 1 The mill ] ."), row("[ 2 The forge ] .", qid="q2"))

    assert [question.documents for question in suite.questions] == [("q1/1",), ("q1/2",)]
    assert len(suite.documents) == 2


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("[ 3 The mill ] .")], "line 1: the answer quotes source 3, which is not there"),
        ([row("[ 1 The mill .")], "line 1: a quote in the answer is opened and not closed"),
        ([row("The mill.")], "line 1: no answer to q1 quotes a source"),
        ([row("[ 1 The mill ]"), row("[ 1 The mill ]", source2="Else.")], "line 2: the sources differ"),
        ([{"qid": "q1"}], "line 1: the field 'summary' is missing"),
    ],
)
def test_rows_that_do_not_fit_are_refused(load, rows, said):
    with pytest.raises(BadData, match=said):
        load(*rows)
