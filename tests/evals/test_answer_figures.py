"""Figures of sentences, speakers, short answers and cost in a whole run, worked out by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from evals.adapters.protocol import Reply, Sentence
from evals.run import run
from evals.usage import Prices, Usage
from tests.evals.tiny import ARCHES, BUILT, BURNED, QUESTIONS, SUITE, Scripted, cited

pytestmark = pytest.mark.usefixtures("few_resamples")


def figures(replies, suite=SUITE, **options):
    said = dict(zip([q.text for q in suite.questions], replies, strict=True))
    result = run(suite, Scripted(said, {}), index=Path("unused"), split="all", progress=False, **options)
    return {figure.name: figure for figure in result.figures}, result


def answer(*sentences, **more):
    return Reply(tuple(sentences), not sentences, 0.9, **more)


DECLINED = answer()


def test_sentences_without_a_usable_citation_verdicts_and_removals():
    """Three sentences: one cited, one with a citation that does not hold its quote, one without any; four were written."""
    first = answer(
        Sentence("Built in 1801.", (cited(BUILT),), "supported"),
        Sentence("It burned.", (cited(BURNED, quote="It was sold."),), "partial"),
        removed=1,
    )
    found, _ = figures([first, answer(Sentence("Three arches.", (), "unsupported"), removed=0), answer(removed=0)])

    assert found["uncited sentences"].value == pytest.approx(2 / 3)
    assert found["unsupported sentences"].value == pytest.approx(2 / 3)
    assert found["removed sentences"].value == pytest.approx(1 / 4)
    assert found["removed sentences"].lower_is_better is None and found["uncited sentences"].lower_is_better


def test_what_an_assistant_does_not_tell_is_no_figure():
    found, result = figures([answer(Sentence("Built in 1801.", (cited(BUILT),))), DECLINED, DECLINED])

    assert "uncited sentences" in found
    assert not {"unsupported sentences", "removed sentences", "prompt tokens a question", "price a question"} & set(
        found
    )
    assert result.to_dict()["usage"] is None


def test_the_speaker_is_kept_in_words_or_in_the_citation_and_only_sentences_on_gold_count():
    named = replace(QUESTIONS[0], speaker="Ada Miller")
    suite = replace(SUITE, questions=(named, replace(QUESTIONS[1], speaker="Ada Miller"), QUESTIONS[2]))
    by_words = Sentence("Miller says that it was built in 1801.", (cited(BUILT),))
    lost = Sentence("It was built in 1801.", (cited(BUILT),))
    beside = Sentence("It burned down.", (cited(BURNED),))
    by_citation = Sentence("It has three arches.", (replace(cited(ARCHES), speaker="Miller"),))
    found, _ = figures([answer(by_words, lost, beside), answer(by_citation), DECLINED], suite)

    kept = found["attribution kept"]
    assert (kept.value, kept.scored, kept.ineligible) == (pytest.approx(2 / 3), 2, 1)


def test_short_answers_are_held_against_the_fact_set_apart():
    dated = Sentence("It was built in 1801.", (cited(BUILT),), emphasis=((16, 20),))
    found, _ = figures([answer(dated), answer(Sentence("It has three arches.", (cited(ARCHES),))), DECLINED])

    assert found["short answer exact match"].value == 1 / 2
    assert found["short answer F1"].value == pytest.approx((1 + 2 / 5) / 2)  # one of four words, all of one
    assert (found["short answer F1"].scored, found["short answer F1"].ineligible) == (2, 1)


def test_tokens_and_their_price():
    counted, estimated = Usage(1_000, 100), Usage(500, 50, counted=False)
    said = Sentence("Built in 1801.", (cited(BUILT),))
    found, result = figures(
        [answer(said, usage=counted), answer(said, usage=estimated), answer(usage=Usage())], prices=Prices(2, 10)
    )

    assert found["prompt tokens a question"].value == 500 and found["completion tokens a question"].value == 50
    assert found["price a question"].value == pytest.approx((0.003 + 0.0015) / 3)
    assert found["price a question"].unit == "money" and found["prompt tokens a question"].unit == "tokens"
    usage = result.to_dict()["usage"]
    assert (usage["prompt_tokens"], usage["questions"], usage["counted"]) == (1_500, 2, 1)
    assert usage["prices"] == {"prompt": 2, "completion": 10}


def test_a_question_that_failed_is_counted_as_failed_by_measures_that_others_answered():
    said = {QUESTIONS[0].text: answer(Sentence("Built in 1801.", (cited(BUILT),), "supported"), removed=0)}
    result = run(SUITE, Scripted(said, {}), index=Path("unused"), split="all", progress=False)
    found = {figure.name: figure for figure in result.figures}

    for name in ("unsupported sentences", "removed sentences", "uncited sentences"):
        assert (found[name].scored, found[name].failed, found[name].ineligible) == (1, 2, 0)
