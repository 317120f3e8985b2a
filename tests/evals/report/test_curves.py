"""The numbers behind the plots and tables, by hand."""

import pytest

from evals.report.breakdown import by_document, by_type
from evals.report.curves import durations, histogram, reliability, trade_off
from evals.report.marks import answer_of, gold_of
from evals.report.svg import nice_maximum


def row(confidence, answerable, **more):
    return {"confidence": confidence, "answerable": answerable, "error": None, "timings": {}, **more}


ROWS = [row(0.05, False), row(0.41, False), row(0.49, True), row(1.0, True), row(None, True)]


def test_reliability_by_bins_of_a_tenth_without_empty_ones():
    bins = reliability(ROWS)

    assert [(one.low, one.questions, one.answerable) for one in bins] == [(0, 1, 0), (0.4, 2, 0.5), (0.9, 1, 1)]
    assert bins[1].stated == pytest.approx(0.45)


def test_trade_off_counts_each_kind_by_itself():
    curve = {one.threshold: (one.recall, one.wrong) for one in trade_off(ROWS)}

    assert (curve[0.0], curve[0.45], curve[0.5], curve[1.0]) == ((0, 0), (1, 0), (1, 0.5), (1, 0.5))
    assert trade_off([row(0.3, True)])[-1].recall is None
    assert trade_off([row(None, True)]) == []


def test_durations_are_of_answers_and_every_one_is_in_a_bar():
    rows = [row(None, True, timings={"whole answer": n, "whole search": 1}) for n in (4, 16, 9)]
    failed = row(None, True, error="RagError", timings={"whole answer": 99})

    assert durations([*rows, failed]) == [4, 9, 16]
    assert sum(bar.answers for bar in histogram([4, 9, 16])) == 3
    assert histogram([]) == [] and sum(bar.answers for bar in histogram([0.0, 0.0])) == 2


def test_axes_end_at_plain_numbers():
    assert [nice_maximum([value]) for value in (1, 7, 20, 21, 2351)] == [5, 10, 20, 25, 2500]


def scored(name, documents, precision, **more):
    scores = {"citation precision": precision} if precision else {}
    return {"type": name, "documents": documents, "abstained": False, "error": None, "scores": scores, **more}


def test_parts_pool_their_questions_and_count_those_that_failed():
    rows = [
        scored("fact", ["a", "b"], [1, 2]),
        scored("fact", ["a"], [1, 1]),
        scored("", [], None, error="RagError: no", abstained=None),
    ]
    types, documents = by_type(rows), by_document(rows)

    assert [(one.name, one.asked, one.failed) for one in types] == [("fact", 2, 0), ("no type", 1, 1)]
    assert types[0].value("citation precision") == 2 / 3
    assert [(one.name, one.value("citation precision")) for one in documents] == [
        ("a", 2 / 3),
        ("b", 0.5),
        ("no document", None),
    ]


def place(start, end, quote, document="a"):
    return {"document": document, "start": start, "end": end, "quote": quote, "sha256": None}


def test_marks_fall_on_the_characters_that_both_sides_have():
    said = {"text": "CDEFG", "verdict": "partial", "reason": None, "citations": [place(2, 7, "CDEFG")]}
    question = {"gold": [place(0, 5, "ABCDE"), place(0, 5, "other", "b")], "sentences": [said]}
    gold, answer = gold_of(question), answer_of(question)

    assert [(piece.text, piece.in_both) for piece in gold[0].pieces] == [("AB", False), ("CDE", True)]
    assert [(piece.text, piece.in_both) for piece in gold[1].pieces] == [("other", False)]
    assert (gold[0].in_both, gold[1].in_both) == (3, 0)
    assert [(piece.text, piece.in_both) for piece in answer[0].quotes[0].pieces] == [("CDE", True), ("FG", False)]
    assert answer[0].text is None and answer[0].symbol == "◐"
