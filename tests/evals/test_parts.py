"""A run that was stopped goes on where it was, and takes over nothing that is out of date."""

from dataclasses import replace
from pathlib import Path

import pytest

from evals.cases import Suite
from evals.run import run
from tests.evals.tiny import BUILT, DOCUMENTS, QUESTIONS, SUITE, Scripted, cited, reply

pytestmark = pytest.mark.usefixtures("few_resamples")

REPLIES = {q.text: reply(cited(BUILT)) for q in QUESTIONS}


class Counting(Scripted):
    """Counts what it is asked, and is stopped at a question."""

    def __init__(self, replies=REPLIES, stop_at=None, model="none"):
        super().__init__(replies, {})
        self.asked, self.stop_at, self.model = [], stop_at, model

    def reply(self, question):
        if question == self.stop_at:
            raise KeyboardInterrupt
        self.asked.append(question)
        return super().reply(question)

    def settings(self):
        return {"model": self.model}


def again(assistant, out, suite=SUITE, **options):
    return run(suite, assistant, index=Path("unused"), split="all", progress=False, resume=out, **options)


@pytest.fixture
def out(tmp_path):
    """Where a run was stopped at its third question."""
    with pytest.raises(KeyboardInterrupt):
        again(Counting(stop_at=QUESTIONS[2].text), tmp_path / "result.json")
    return tmp_path / "result.json"


def test_only_what_is_missing_is_asked_and_the_result_is_that_of_one_go(out, tmp_path):
    assistant = Counting()
    resumed = again(assistant, out)
    whole = again(Counting(), tmp_path / "other.json")

    assert assistant.asked == [QUESTIONS[2].text]
    assert resumed.resumed == 2 and resumed.counts["asked"] == 3
    assert [figure.value for figure in resumed.figures] == [figure.value for figure in whole.figures]
    assert [outcome.sentences for _, outcome in resumed.asked] == [outcome.sentences for _, outcome in whole.asked]
    assert [outcome.cited for _, outcome in resumed.asked] == [outcome.cited for _, outcome in whole.asked]


def test_a_line_cut_short_costs_one_question_and_no_more(out):
    part = next(out.parent.glob("*.part"))
    part.write_bytes(part.read_bytes().rstrip()[:-20])
    assistant = Counting()
    again(assistant, out)
    assert assistant.asked == [QUESTIONS[1].text, QUESTIONS[2].text]

    last = Counting()
    assert again(last, out).resumed == 3 and not last.asked


def test_other_settings_other_documents_and_other_kinds_of_run_start_anew(out):
    other = Suite("tiny", "none", {k: d for k, d in DOCUMENTS.items() if k == "mill"}, QUESTIONS)

    assert again(Counting(model="better"), out).resumed == 0
    assert again(Counting(), out, suite=other).resumed == 0
    assert again(Counting(), out, search_only=True).resumed == 0


def test_a_question_that_was_changed_is_asked_again(out):
    changed = replace(QUESTIONS[0], text="When was the old mill built?")
    suite = Suite("tiny", "none", DOCUMENTS, (changed, *QUESTIONS[1:]))
    assistant = Counting({**REPLIES, changed.text: reply(cited(BUILT))})

    assert again(assistant, out, suite=suite).resumed == 1
    assert assistant.asked == [changed.text, QUESTIONS[2].text]


def test_changed_code_starts_anew(out, monkeypatch):
    monkeypatch.setattr("evals.fingerprints.code_hash", lambda: "other")

    assert again(Counting(), out).resumed == 0


def test_failed_questions_are_asked_again(tmp_path):
    out = tmp_path / "result.json"
    broken = {text: said for text, said in REPLIES.items() if text != QUESTIONS[1].text}
    assert again(Counting(broken), out).failed == 1

    assistant = Counting()
    mended = again(assistant, out)
    assert (mended.failed, mended.resumed, assistant.asked) == (0, 2, [QUESTIONS[1].text])
