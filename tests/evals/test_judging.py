"""Answers judged afterwards: the scores, the figures, who judged, and how far that can be believed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evals.adapters.protocol import Reply, Sentence
from evals.errors import BadData
from evals.judging import JUDGED, PRECISION, RECALL, judge_record
from evals.results import write
from evals.run import run
from evals.saved import load
from evals.strip import without_texts
from evals.verifier.citation_judge import CitationJudge
from rag.verify.checker import Checker
from tests.evals.tiny import ARCHES, BUILT, BURNED, QUESTIONS, SUITE, Scripted, cited
from tests.evals.verifier.test_citation_judge import WantsWords
from tests.fakes import HashEmbedder

pytestmark = pytest.mark.usefixtures("few_resamples")

BUILT_TEXT = "The mill was built in 1801."


def record(first):
    """Of a run in which the second question was declined and the third failed."""
    replies = {QUESTIONS[0].text: first, QUESTIONS[1].text: Reply((), True, 0.2)}
    result = run(SUITE, Scripted(replies, {}), index=Path("unused"), split="all", progress=False)
    return json.loads(json.dumps(result.to_dict()))


def judged(value):
    model = WantsWords()
    return judge_record(value, CitationJudge(model, HashEmbedder()), Checker([], model)), model


def said(*sentences):
    return Reply(tuple(sentences), False, 0.9)


def figures(value):
    return {figure["name"]: figure for figure in value["figures"]}


def test_scores_figures_and_the_judge_are_added():
    """One sentence borne out by the first of two citations; one that nothing bears out; one question declined, one failed."""
    answer = said(
        Sentence(BUILT_TEXT, (cited(BUILT), cited(ARCHES)), "supported"),
        Sentence("It sank.", (cited(BURNED),), "partial"),
    )
    found, _ = judged(record(answer))
    row = found["questions"][0]

    assert row["scores"][RECALL] == [1 / 2, 1] and row["scores"][PRECISION] == [1 / 3, 1]
    assert [sentence["support"]["together"] for sentence in row["sentences"]] == [True, False]
    recall = figures(found)[RECALL]
    assert (recall["value"], recall["scored"], recall["failed"], recall["undefined"]) == (1 / 2, 2, 1, 1)
    assert (
        found["judge"]["model"] == "words"
        and found["judge"]["trust"] == []
        and found["judge"]["verdicts"] == "assistant"
    )
    assert figures(found)["unsupported sentences"]["value"] == 1 / 2


def test_neither_the_order_of_citations_nor_repeated_ones_matter():
    citations = (cited(ARCHES), cited(BUILT))
    plain, _ = judged(record(said(Sentence(BUILT_TEXT, citations))))
    other, _ = judged(record(said(Sentence(BUILT_TEXT, (*reversed(citations), *citations)))))

    assert plain["questions"][0]["scores"][PRECISION] == other["questions"][0]["scores"][PRECISION] == [1 / 2, 1]


def test_a_citation_that_does_not_hold_its_quote_is_not_read():
    broken = cited(BUILT, quote=BUILT_TEXT.replace("1801", "1802"))
    found, model = judged(record(said(Sentence("The mill was built in 1802.", (broken,)))))

    assert not model.asked
    assert found["questions"][0]["scores"][RECALL] == found["questions"][0]["scores"][PRECISION] == [0, 1]


def test_where_the_assistant_gives_no_verdicts_the_projects_checks_do():
    answer = said(
        Sentence(BUILT_TEXT, (cited(BUILT),)), Sentence("It sank.", (cited(BURNED),)), Sentence("It is old.", ())
    )
    found, _ = judged(record(answer))

    assert [s["checked"] for s in found["questions"][0]["sentences"]] == ["supported", "unsupported", "unsupported"]
    share = figures(found)["unsupported sentences"]
    assert share["value"] == pytest.approx(2 / 3) and share["lower_is_better"]
    assert found["judge"]["verdicts"] == "checker"


def test_judging_again_replaces_what_was_judged_before():
    once, _ = judged(record(said(Sentence(BUILT_TEXT, (cited(BUILT),)))))
    twice, _ = judged(once)

    assert [figure["name"] for figure in twice["figures"]].count(RECALL) == 1
    assert figures(twice)[RECALL] == figures(once)[RECALL]


def test_without_texts_there_is_nothing_to_judge_and_what_was_judged_stays():
    found, _ = judged(record(said(Sentence(BUILT_TEXT, (replace(cited(BUILT), speaker="Ada Miller"),)))))
    bare = without_texts(found)

    assert "mill was" not in json.dumps(bare) and "Miller" not in json.dumps(bare)
    assert figures(bare)[RECALL]["value"] == 1 and bare["judge"] == found["judge"]
    with pytest.raises(BadData, match="no texts") as error:
        judged(bare)
    assert "--judge-citations" in error.value.remedy


def test_a_judged_record_can_be_written_and_read(tmp_path):
    found, _ = judged(record(said(Sentence(BUILT_TEXT, (cited(BUILT),)))))
    write(found, tmp_path / "result.json")
    run = load(tmp_path / "result.json")

    assert run.judge == found["judge"] and set(JUDGED) <= set(run.judged)
    assert run.frame()[RECALL].tolist()[0] == 1
