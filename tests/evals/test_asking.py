"""Several questions at once: the same outcomes in the same order, kept as they come."""

import threading
from pathlib import Path

import pytest

from evals.run import run
from tests.evals.tiny import BUILT, QUESTIONS, SUITE, Scripted, cited, reply

pytestmark = pytest.mark.usefixtures("few_resamples")

REPLIES = {q.text: reply(cited(BUILT)) for q in QUESTIONS}
PATIENCE = 20  # seconds, after which a test that cannot succeed ends


class Meeting(Scripted):
    """Answers no question before all have been asked, and the first one last."""

    def __init__(self):
        super().__init__(REPLIES, {})
        self._all, self._others = threading.Barrier(len(QUESTIONS)), threading.Semaphore(0)

    def reply(self, question):
        self._all.wait(PATIENCE)
        if question == QUESTIONS[0].text:
            assert all(self._others.acquire(timeout=PATIENCE) for _ in QUESTIONS[1:])
        else:
            self._others.release()
        return super().reply(question)


class Alone(Scripted):
    """Cannot be asked two questions at once."""

    concurrent = False


class Breaking(Scripted):
    """Stopped by hand at the last question."""

    def reply(self, question):
        if question == QUESTIONS[-1].text:
            raise KeyboardInterrupt
        return super().reply(question)


def asked(assistant, workers, resume=None):
    options = {"index": Path("unused"), "split": "all", "progress": False}
    return run(SUITE, assistant, workers=workers, resume=resume, **options)


def test_questions_are_asked_at_once_and_stand_in_their_order():
    result = asked(Meeting(), workers=3)

    assert [outcome.question for _, outcome in result.asked] == [q.id for q in QUESTIONS]
    assert result.to_dict()["run"]["workers"] == 3
    alone = asked(Scripted(REPLIES, {}), workers=1)
    assert [outcome.sentences for _, outcome in result.asked] == [outcome.sentences for _, outcome in alone.asked]
    assert [figure.value for figure in result.figures] == [figure.value for figure in alone.figures]


def test_an_assistant_that_cannot_is_asked_one_question_at_a_time():
    assert asked(Alone(REPLIES, {}), workers=3).workers == 1


def test_a_run_that_was_stopped_goes_on_and_failures_are_counted(tmp_path):
    out = tmp_path / "result.json"
    with pytest.raises(KeyboardInterrupt):
        asked(Breaking(REPLIES, {}), workers=1, resume=out)
    broken = {text: said for text, said in REPLIES.items() if text != QUESTIONS[-1].text}
    result = asked(Scripted(broken, {}), workers=2, resume=out)

    assert (result.resumed, result.failed) == (2, 1)
    assert [outcome.question for _, outcome in result.asked] == [q.id for q in QUESTIONS]


def test_what_breaks_in_a_worker_breaks_the_run(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        asked(Breaking(REPLIES, {}), workers=2, resume=tmp_path / "result.json")
