"""A run, from questions to figures, with an assistant that says what it is told."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from evals.adapters.protocol import Reply, Sentence
from evals.results import note_in_ledger, write
from evals.run import run
from evals.strip import without_texts
from tests.evals.tiny import ARCHES, BUILT, BURNED, QUESTIONS, SUITE, Scripted, cited, reply

pytestmark = pytest.mark.usefixtures("few_resamples")

RANKINGS = {QUESTIONS[0].text: ("mill", "bridge"), QUESTIONS[1].text: ("mill", "bridge")}


def figures(replies, **options):
    result = run(SUITE, Scripted(replies, RANKINGS), index=Path("unused"), split="all", progress=False, **options)
    return {figure.name: figure for figure in result.figures}


def answers(built, arches, owner):
    return dict(zip([q.text for q in QUESTIONS], (built, arches, owner), strict=True))


PERFECT = answers(reply(cited(BUILT)), reply(cited(ARCHES)), reply(confidence=0.1))
MIXED = answers(reply(cited(BUILT), cited(BURNED)), reply(confidence=0.2), reply(cited(BURNED)))


def test_perfect_answers_score_1_and_find_no_fault():
    found = figures(PERFECT)

    for name in (
        "citation precision",
        "citation recall",
        "citation F1",
        "character IoU",
        "top sentence is gold",
        "short answer hit",
    ):
        assert (found[name].value, found[name].scored) == (1, 2)
    for name in ("abstention precision", "abstention recall", "abstention F1", "AUROC of the confidence"):
        assert (found[name].value, found[name].scored) == (1, 3)
    for name in ("wrong passage, right document", "wrong abstention", "inexact citations"):
        assert found[name].value == 0


def test_mixed_answers_by_hand():
    """One answer cites a gold sentence and another, one answerable question is declined, an unanswerable one is not."""
    found = figures(MIXED)

    assert found["citation precision"].value == pytest.approx(1 / 2)
    assert found["citation precision"].undefined == 1  # the declined one cited nothing
    assert found["citation recall"].value == pytest.approx(1 / 2)
    assert found["citation precision (all)"].value == pytest.approx(1 / 3)
    assert found["wrong passage, right document"].value == pytest.approx(1 / 2)
    assert found["short answer hit"].value == pytest.approx(1 / 2)
    assert found["wrong abstention"].value == pytest.approx(1 / 2)
    assert found["abstention recall"].value == 0
    assert found["abstention precision"].value == 0


def test_rankings_are_scored_on_answerable_questions():
    found = figures(PERFECT)

    assert (found["R@1 (search)"].value, found["R@5 (search)"].value) == (0.5, 1)
    assert found["MRR@10 (search)"].value == pytest.approx(0.75)
    assert (found["R@1 (search)"].scored, found["R@1 (search)"].ineligible) == (2, 1)


def test_a_question_that_fails_is_counted_and_the_others_go_on():
    broken = {text: said for text, said in PERFECT.items() if text != QUESTIONS[1].text}
    found = figures(broken)

    assert (found["citation recall"].scored, found["citation recall"].failed, found["citation recall"].ineligible) == (
        1,
        1,
        1,
    )
    assert (found["R@1 (search)"].scored, found["R@1 (search)"].failed) == (1, 1)
    assert found["AUROC of the confidence"].failed == 1


def test_citations_that_do_not_hold_their_quote_are_counted():
    found = figures({**PERFECT, QUESTIONS[0].text: reply(cited(BUILT, quote="The mill was not built in 1801."))})

    assert found["inexact citations"].value == pytest.approx(1 / 2)


def test_search_only_asks_for_no_answers():
    found = figures({}, search_only=True)

    assert set(found) == {
        "R@1 (search)",
        "R@5 (search)",
        "R@10 (search)",
        "MRR@10 (search)",
        "nDCG@10 (search)",
        "MAP@10 (search)",
    } | {"AUROC of the best cosine", "failed questions"}


@pytest.fixture
def record():
    return run(SUITE, Scripted(MIXED, RANKINGS), index=Path("unused"), split="all", progress=False).to_dict()


def test_result_file_says_everything_of_a_question_and_nothing_of_the_machine(record, tmp_path):
    write(record, tmp_path / "new" / "result.json")
    written = (tmp_path / "new" / "result.json").read_text()

    assert json.loads(written) == json.loads(json.dumps(record))
    assert "somewhere" not in written
    first = json.loads(written)["questions"][0]
    assert (first["question"], first["text"], first["answers"]) == ("built", "When was the mill built?", ["1801"])
    assert first["gold"][0]["quote"] == "The mill was built in 1801."
    assert first["cited"] == [["mill", BUILT.start, BUILT.end], ["mill", BURNED.start, BURNED.end]]
    assert [s["text"] for s in first["sentences"]] == ["The mill was built in 1801.", "It burned down twice."]
    citation = first["sentences"][1]["citations"][0]
    assert citation == {
        "document": "mill",
        "start": BURNED.start,
        "end": BURNED.end,
        "sha256": SUITE.documents["mill"].sha256,
        "quote": "It burned down twice.",
        "speaker": None,
        "exact": True,
        "media_type": "text/plain",
    }
    assert first["rankings"]["search"] == ["mill", "bridge"]
    assert first["scores"]["citation precision"] == [1, 2]
    assert {"date", "commit", "versions", "assistant", "figures", "timings_ms"} <= record.keys()
    assert record["run"]["workers"] == 1 and set(record["run"]["seconds"]) == {"index", "questions", "scores"}
    assert record["timings_ms"]["compose"] == {"p50": 2.0, "p95": 2.0}
    assert record["counts"] == {
        "asked": 3,
        "answered": 2,
        "declined": 1,
        "searched_only": 0,
        "failed": 0,
        "resumed": 0,
    }


def test_a_result_without_texts_holds_numbers_and_ids_and_no_words(record):
    record["questions"][0]["error"] = "RagError: The mill burned down."
    bare = without_texts(record)
    written = json.dumps(bare)

    for words in ("mill was", "burned", "river", "When was", "Who owned", "three", "1801"):
        assert words not in written
    assert bare["texts"] is False and without_texts(bare) == bare
    kept, row = record["questions"][1], bare["questions"][1]
    assert row["scores"] == kept["scores"] and row["cited"] == kept["cited"] and row["confidence"] == 0.2
    assert row["gold"][0]["sha256"] == SUITE.documents["bridge"].sha256
    assert row["text_sha256"] == kept["text_sha256"]
    assert kept["rankings"] and not row["rankings"] and not row["passages"], "most of a large file, and its scores stay"
    assert bare["questions"][0]["error"] == "RagError"


def test_verdicts_are_kept_where_an_answer_carries_them():
    @dataclass(frozen=True)
    class Judged(Sentence):
        verdict: str = "partial"
        reason: str = "The number is not in the text."

    said = Reply((Judged("It was built.", (cited(BUILT),)),), False, 0.9)
    result = run(
        SUITE,
        Scripted({**PERFECT, QUESTIONS[0].text: said}, RANKINGS),
        index=Path("unused"),
        split="all",
        progress=False,
    )
    sentences = [outcome.to_dict()["sentences"] for _, outcome in result.asked[:2]]

    assert (sentences[0][0]["verdict"], sentences[0][0]["reason"]) == ("partial", "The number is not in the text.")
    assert sentences[1][0]["verdict"] is None


def test_keys_and_logins_of_the_settings_reach_no_file(tmp_path):
    class Configured(Scripted):
        def settings(self):
            return {"writer_key": "s3cret", "writer_url": "https://me:s3cret@example.org/v1", "reader": "model"}

    result = run(SUITE, Configured(PERFECT, RANKINGS), index=Path("unused"), split="all", progress=False)
    settings = result.to_dict()["assistant"]["settings"]

    assert settings == {"writer_key": "(set)", "writer_url": "https://example.org/v1", "reader": "model"}


def test_every_look_at_the_report_split_is_noted(record, tmp_path):
    ledger = tmp_path / "ledger.jsonl"

    assert not note_in_ledger({**record, "split": "tune"}, ledger) and not ledger.exists()
    assert note_in_ledger(record, ledger) and note_in_ledger({**record, "split": "report"}, ledger)
    lines = [json.loads(line) for line in ledger.read_text().splitlines()]
    assert [line["split"] for line in lines] == ["all", "report"]
    assert lines[0]["figures"]["citation recall"] == pytest.approx(1 / 2)
    assert lines[0]["suite"] == "tiny" and lines[0]["questions"] == 3
