"""Verdicts, what was removed, and who is speaking, as markup; and that nothing of it can become more than text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.records.answers import Answer, AnswerSentence, Speaker
from rag.records.verdict import Finding, Verdict
from rag.wording import NOTHING_STOOD
from tests.ui.scripted import AGREED, BUDGET, SEATED, marked, nothing_stood, written
from tests.ui.stand_in import SEAT, THEME, VERBATIM, StandIn, cite
from tests.ui.tags import Tags
from ui import present
from ui.page import source
from ui.page.removed import removed_words
from ui.page.speakers import attribution, speaker_words
from ui.page.verdicts import tally, why

HELD = StandIn()
BRIEF = HELD.held[0]


def _said(text: str, verdict: Verdict = Verdict.SUPPORTED) -> AnswerSentence:
    return AnswerSentence(text, (), finding=Finding(verdict, "", "none"))


def test_every_sentence_carries_its_verdict_as_a_word() -> None:
    html = present.answer_html(marked(HELD))
    for text, word in ((SEATED, "supported"), (BUDGET, "unsupported"), (AGREED, "contradicted")):
        after = html[html.index(text.rsplit(" ", 1)[0]) :]
        button = after[after.index('class="verdict') :]
        assert Tags(f"<button {button[: button.index('</button>')]}").text.startswith(word)


def test_what_its_source_does_not_bear_out_is_struck_and_the_rest_is_not() -> None:
    html = present.answer_html(marked(HELD))
    struck = [Tags(part.split("</s>")[0]).text for part in html.split("<s>")[1:]]
    assert struck == [BUDGET, AGREED]


def test_why_names_the_reason_the_check_each_claim_and_the_repair() -> None:
    text = Tags(present.answer_html(replace(written(HELD), removed=()))).text
    assert "A critic rejects the choice of city." in text
    assert "The cited text bears out only a part of it. check: support" in text
    assert "The writer cited no text; the one that bears it out was found." in text


def test_the_check_is_called_what_people_call_it() -> None:
    judged = replace(
        _said("x", Verdict.CONTRADICTED), finding=Finding(Verdict.CONTRADICTED, "It says otherwise.", "trained")
    )
    assert "It says otherwise. check: support model" in Tags(why(judged)).text


@pytest.mark.parametrize(
    ("verdicts", "words"),
    [
        ("supported supported", "2 sentences, all supported"),
        ("supported", "1 sentence, supported"),
        ("unchecked unchecked", "2 sentences, not checked"),
        ("contradicted supported supported", "3 sentences: 2 supported, 1 contradicted"),
        ("", "0 sentences"),
    ],
)
def test_how_many_of_each_verdict(verdicts: str, words: str) -> None:
    assert tally([_said("x", Verdict(v)) for v in verdicts.split()]) == words


def test_what_was_removed_is_said_in_a_line_and_told_on_demand() -> None:
    answer = written(HELD)
    html = present.answer_html(answer)
    line, told = html[html.index("<summary>") :].split("</summary>")
    assert Tags(line).text == "2 sentences removed: 1 unsupported, 1 contradicted"
    for words in (BUDGET, 'The number "40 million" is not in the cited text.', "check: numbers", "It was opened on"):
        assert words in Tags(told).text
    assert BUDGET not in Tags(html.split("<details")[0]).text
    assert removed_words(answer.removed[:1]) == "1 unsupported sentence removed"
    assert "1 unsupported, 1 contradicted." in present.summary(answer)
    assert "<details" not in present.answer_html(replace(answer, removed=()))


def test_an_abstention_after_removal_says_what_was_removed_and_what_came_nearest() -> None:
    answer = nothing_stood(HELD, NOTHING_STOOD)
    text = Tags(present.answer_html(answer)).text
    order = ["This collection does not answer that.", NOTHING_STOOD, "1 unsupported sentence removed", "Nearest", SEAT]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)


def test_a_stopped_answer_shows_what_was_checked_and_says_that_it_was_stopped() -> None:
    answer = replace(written(HELD), notes=("Stopped.",))
    assert Tags(present.stopped_html(answer)).text.endswith("Stopped.")
    nothing = Tags(present.stopped_html(Answer("q", (), False, 0.0, notes=("Stopped.",)))).text
    assert nothing == "Stopped."


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The seat is open.", Speaker("Premier Li Qiang", "said", "quoted"), "according to Premier Li Qiang"),
        ("Li said that the seat is open.", Speaker("Premier Li Qiang", "said", "quoted"), ""),
        ("Commerce grows.", Speaker("Ministry of Commerce", None, "reported"), "according to Ministry of Commerce"),
        ("The seat is open.", Speaker("N. N.", None, "author"), "in the view of N. N."),
        ("He said so.", Speaker("he", "said", "reported"), ""),
        ("The seat is open.", None, ""),
    ],
)
def test_a_sentence_that_does_not_say_whose_statement_it_is_is_attributed(
    text: str, speaker: Speaker | None, words: str
) -> None:
    sentence = AnswerSentence(text, (cite(BRIEF, SEAT, speaker),), finding=VERBATIM)
    assert attribution(sentence) == words


def test_the_attribution_stands_beside_borrowed_words_alone() -> None:
    speaker = Speaker("Premier Li Qiang", "said", "quoted")
    own = AnswerSentence(THEME, (cite(BRIEF, THEME, speaker),), finding=VERBATIM)
    rewritten = replace(own, text="Somebody finds the choice telling.")
    assert "— according to Premier Li Qiang" in Tags(present.answer_html(Answer("q", (own,), False, 1.0))).text
    assert "— according" not in Tags(present.answer_html(Answer("q", (rewritten,), False, 1.0))).text


def test_who_is_speaking_stands_in_the_footnotes_and_in_the_source_pane() -> None:
    quoted = cite(BRIEF, THEME, Speaker("Premier Li Qiang", "said", "quoted"))
    answer = Answer("q", (AnswerSentence(THEME, (quoted,), finding=VERBATIM), _said("x")), False, 1.0)
    footnotes = present.answer_html(answer).split('<section class="footnotes"')[1]
    assert "speaker: Premier Li Qiang, quoted" in Tags(footnotes).text
    facts = Tags(source.facts(quoted, answer.sentences)).text
    assert facts == "SpeakerPremier Li Qiang, quotedCheckedsentence 1: supported These are the words of the cited text."
    assert speaker_words(cite(BRIEF, SEAT)) == "the document’s own voice (analysis)"
    assert source.facts(cite(BRIEF, SEAT), answer.sentences) == ""
    assert Tags(source.facts(quoted, [])).text == "SpeakerPremier Li Qiang, quoted"


def test_hostile_reasons_names_and_checks_stay_text() -> None:
    answer = StandIn().answer("hostile")
    pane = source.facts(answer.footnotes[0], answer.sentences)
    tags = Tags(present.answer_html(answer) + present.stopped_html(answer) + pane)
    assert not {"script", "img", "a", "iframe", "style"} & set(tags.tags)
    assert not [name for name, _ in tags.attributes if name.startswith("on") or name in ("src", "style")]
    assert {value for name, value in tags.attributes if name == "href"} == {"#icon-partial"}
