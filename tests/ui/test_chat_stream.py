"""Answers as they come: unchecked words, sentences that settle, stopping, starting over, and what the checks found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from rag.records.events import Finished, Settled, StartedOver, Wrote
from rag.wording import FALLEN_BACK
from tests.ui.reader import Visit, reference, serve
from tests.ui.scripted import AGREED, BUDGET, OPENED, PRAISED, SEATED, Scripted, marked, written
from tests.ui.stand_in import SEAT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def scripted() -> Iterator[tuple[Scripted, str]]:
    assistant = Scripted()
    blocks = serve(assistant)
    yield assistant, str(blocks.local_url)
    blocks.close()


def _ask(tab: Page) -> Locator:
    tab.locator("#question").fill("What of the seat?")
    tab.locator("#question").press("Enter")
    return tab.locator(".turn").last


def test_words_come_unchecked_and_settle_sentence_by_sentence(visit: Visit, scripted: tuple[Scripted, str]) -> None:
    assistant, address = scripted
    answer = written(assistant)
    tab = visit(address)
    turn = _ask(tab)
    assistant.say(Wrote("The body is <b>tenta"))
    expect(turn.locator(".unchecked")).to_have_text("The body is <b>tenta not checked yet")
    assistant.say(Wrote(f"</b>. {SEATED} [1] Its budget"), Settled(answer.sentences[0], True))
    expect(turn.locator(".sentence")).to_have_text(re.compile(SEATED.rstrip(".")))
    expect(turn.locator(".unchecked .words")).to_have_text("Its budget")
    expect(tab.locator(".announcer")).to_have_text(f"Supported, citation corrected: {SEATED}")
    expect(tab.locator(".source mark")).to_have_text(SEAT)
    assistant.say(Wrote(" is 40 million dollars.[2] And"), Settled(answer.removed[0], False))
    expect(turn.locator("s")).to_have_text(BUDGET)
    assistant.say(Finished(answer))
    expect(turn.locator(".tools")).to_be_visible()
    expect(turn.locator(".unchecked")).to_have_count(0)
    expect(turn.locator(".sentences .sentence")).to_have_count(2)
    expect(turn.locator(".counts")).to_have_text(
        "2 sources · 2 sentences: 1 supported, 1 partly supported · written by example/writer"
    )


def test_stopping_keeps_what_is_checked_and_lets_the_writer_go(visit: Visit, scripted: tuple[Scripted, str]) -> None:
    assistant, address = scripted
    tab = visit(address)
    turn = _ask(tab)
    assistant.say(Wrote(f"{SEATED} [1] Its"), Settled(written(assistant).sentences[0], True))
    expect(turn.locator(".unchecked .words")).to_have_text("Its")
    tab.get_by_role("button", name="Stop", exact=True).click()
    expect(turn.locator(".stopped")).to_contain_text("Stopped. What was not checked yet is left out.")
    expect(turn.locator(".sentence")).to_have_count(1)
    expect(tab.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    assistant.say(Wrote(" budget"))
    assert assistant.closed.wait(20)
    tab.reload()
    expect(tab.locator(".turn .stopped")).to_be_visible()


def test_a_model_that_fails_gives_way_to_the_documents(visit: Visit, scripted: tuple[Scripted, str]) -> None:
    assistant, address = scripted
    tab = visit(address)
    turn = _ask(tab)
    assistant.say(Wrote("The body"))
    expect(turn.locator(".unchecked")).to_be_visible()
    assistant.say(StartedOver("It is gone."))
    expect(turn.locator(".unchecked")).to_have_count(0)
    note = FALLEN_BACK.format(reason="It is gone")
    assistant.say(Finished(replace(assistant._seat("q"), notes=(note,))))
    expect(turn.locator(".note")).to_have_text(note)
    expect(turn.locator(".sentence").first).to_contain_text(SEAT)


def test_what_the_checks_found_and_removed_can_be_read(visit: Visit, scripted: tuple[Scripted, str]) -> None:
    assistant, address = scripted
    tab = visit(address)
    turn = _ask(tab)
    assistant.say(Finished(written(assistant)))
    verdict = turn.get_by_role("button", name="partly supported")
    verdict.focus()
    tab.keyboard.press("Enter")
    expect(verdict).to_have_attribute("aria-expanded", "true")
    expect(turn.locator(".why:visible")).to_contain_text("A critic rejects the choice of city.")
    expect(tab.locator(".source-facts")).to_contain_text("the document’s own voice (analysis)")
    reference(turn, 2).click()
    expect(tab.locator(".source-facts")).to_contain_text("A supporter, reported")
    expect(tab.locator(".source-facts")).to_contain_text("sentence 2: partly supported")
    turn.get_by_text("2 sentences removed: 1 unsupported, 1 contradicted").click()
    expect(turn.locator(".removed s")).to_have_text([BUDGET, AGREED])
    turn.get_by_role("button", name="Read it in its document").first.click()
    expect(tab.locator(".source .whole mark")).to_have_text(OPENED)


def test_marked_sentences_are_struck_and_verdicts_show_at_a_glance(
    visit: Visit, scripted: tuple[Scripted, str]
) -> None:
    assistant, address = scripted
    tab = visit(address)
    turn = _ask(tab)
    assistant.say(Finished(marked(assistant)))
    expect(turn.locator(".sentences s")).to_have_text([BUDGET, AGREED])
    expect(turn.get_by_role("button", name="not checked")).to_be_visible()
    turn.locator(".verdict").first.hover()
    expect(tab.locator(".preview")).to_contain_text("supported The cited text bears it out.")
    assert PRAISED in str(turn.locator(".sentences").text_content())
