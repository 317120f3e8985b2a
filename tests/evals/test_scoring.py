"""Figures of passages, sources and quotes in a whole run, worked out by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from evals.adapters.protocol import Found
from evals.cases import Question
from evals.outcomes import Outcome
from evals.run import run
from tests.evals.tiny import ARCHES, BUILT, BURNED, QUESTIONS, SUITE, Scripted, cited, reply

pytestmark = pytest.mark.usefixtures("few_resamples")

TEXT = QUESTIONS[0].text
WHERE = {TEXT: (BURNED, BUILT), QUESTIONS[1].text: (BURNED,)}


class Telling(Scripted):
    """Also tells the passages that it found."""

    def find(self, question, depth):
        return Found({"search": ()}, passages=WHERE.get(question, ())[:depth])


def figures(suite, replies, **options):
    result = run(suite, Telling(replies, {}), index=Path("unused"), split="all", progress=False, **options)
    return {figure.name: figure for figure in result.figures}


def test_passages_are_measured_on_questions_with_evidence_without_asking_for_answers():
    found = figures(SUITE, {}, search_only=True)
    built, burned = BUILT.end - BUILT.start, BURNED.end - BURNED.start

    recall = found["character recall of 5 passages"]
    assert (recall.value, recall.scored, recall.ineligible) == (1 / 2, 2, 1)
    share = built / (built + burned)
    assert found["character precision of 5 passages"].value == pytest.approx(share / 2)
    assert found["character IoU of 5 passages"].value == pytest.approx(share / 2)


def test_what_is_cited_is_measured_in_characters():
    replies = {TEXT: reply(cited(BUILT), cited(BURNED)), QUESTIONS[1].text: reply(), QUESTIONS[2].text: reply()}
    found = figures(SUITE, replies)
    built, burned = BUILT.end - BUILT.start, BURNED.end - BURNED.start

    assert found["character recall"].value == 1 / 2  # the second question was declined
    assert found["character precision"].value == pytest.approx(built / (built + burned))
    assert found["character precision"].undefined == 1
    assert "source recall" not in found and "quotes covered" not in found


def test_sources_are_measured_where_several_are_right():
    both = Question("both", TEXT, True, ("mill", "bridge"), (BUILT, ARCHES))
    suite = replace(SUITE, questions=(both, *QUESTIONS[1:]), evidence_is_short=True)
    replies = {TEXT: reply(cited(BUILT)), QUESTIONS[1].text: reply(cited(ARCHES)), QUESTIONS[2].text: reply()}
    found = figures(suite, replies)

    assert (found["source recall"].value, found["source recall"].scored) == (1 / 2, 1)
    assert found["source precision"].value == 1
    assert found["quotes covered"].value == pytest.approx(2 / 3)  # of two and one
    assert "character recall" not in found


def test_passages_are_kept_with_an_outcome():
    for nearest in (None, (), (BUILT,)):
        outcome = Outcome("q", True, passages=(BUILT, ARCHES), nearest=nearest)
        assert Outcome.from_dict(outcome.to_dict()) == outcome


def test_what_is_shown_instead_of_an_answer_counts_where_it_is_told():
    declined = replace(reply(), nearest=(ARCHES, BUILT))
    found = figures(SUITE, {QUESTIONS[0].text: declined, QUESTIONS[1].text: declined, QUESTIONS[2].text: declined})
    assert (found["evidence at hand when declined"].value, found["evidence at hand when declined"].scored) == (1, 2)
    wrong = replace(declined, nearest=(BURNED,))
    found = figures(
        SUITE, {QUESTIONS[0].text: declined, QUESTIONS[1].text: wrong, QUESTIONS[2].text: reply(cited(BUILT))}
    )
    assert found["evidence at hand when declined"].value == 1 / 2
    assert "evidence at hand when declined" not in figures(SUITE, {q.text: reply() for q in QUESTIONS})
