"""Asking, and following citations: in a real browser, with the stand-in behind the page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from rag.records.answers import Answer
from tests.ui.reader import PHONE, Visit, ask, reference, save
from tests.ui.stand_in import SEAT, THEME, StandIn

pytestmark = pytest.mark.browser


def test_ask_and_follow_a_citation_to_its_quote(visit: Visit) -> None:
    tab = visit()
    turn = ask(tab, "Where is the seat?")
    expect(turn.locator(".sentence").first).to_contain_text(SEAT)
    expect(tab.locator(".source mark")).to_have_text(SEAT)
    reference(turn, 3).click()
    expect(tab.locator(".source mark")).to_have_text(THEME)
    expect(tab.locator(".source mark")).to_be_in_viewport()
    expect(tab.locator(".source .about")).to_have_text("analysis · Review of Rules · 28 Jul 2025")
    expect(tab.locator(".position")).to_have_text("3 of 3")
    expect(reference(turn, 3)).to_have_attribute("aria-current", "true")


def test_everything_works_from_the_keyboard(visit: Visit) -> None:
    tab = visit()
    expect(tab.locator("#question")).to_be_focused()
    tab.keyboard.type("Where is the seat?")
    tab.keyboard.press("Enter")
    turn = tab.locator(".turn").last
    expect(turn.locator(".tools")).to_be_visible()
    reference(turn, 1).focus()
    tab.keyboard.press("Tab")
    expect(reference(turn, 2)).to_be_focused()
    expect(tab.locator(".preview")).to_contain_text("It was opened on 26 July 2025.")
    tab.keyboard.press("Escape")
    expect(tab.locator(".preview")).to_be_hidden()
    tab.keyboard.press("Enter")
    expect(tab.locator(".source mark")).to_have_text("It was opened on 26 July 2025.")
    reference(turn, 1).focus()
    tab.keyboard.press("Space")
    expect(tab.locator(".source mark")).to_have_text(SEAT)
    tab.get_by_role("button", name="Next source").press("Enter")
    expect(tab.locator(".position")).to_have_text("2 of 3")


def test_shift_enter_starts_a_line_and_nothing_is_asked_of_nobody(visit: Visit, stand_in: StandIn) -> None:
    tab = visit()
    box = tab.locator("#question")
    box.press("Enter")
    box.type("seat")
    box.press("Shift+Enter")
    box.type("please")
    expect(box).to_have_value("seat\nplease")
    assert stand_in.asked == []


def test_pointing_at_a_number_shows_its_quote(visit: Visit) -> None:
    tab = visit()
    reference(ask(tab, "seat"), 2).hover()
    expect(tab.locator(".preview")).to_contain_text("It was opened")
    tab.mouse.move(2, 2)
    expect(tab.locator(".preview")).to_be_hidden()


def test_a_citation_never_points_at_another_turn(visit: Visit) -> None:
    tab = visit()
    first = ask(tab, "Where is the seat?")
    second = ask(tab, "How many chips?")
    expect(reference(second, 1)).to_have_text("1")
    expect(tab.locator(".source mark")).to_have_text("Exports need a licence since January.")
    expect(tab.locator(".position")).to_have_text("1 of 1")
    reference(first, 1).click()
    expect(tab.locator(".source mark")).to_have_text(SEAT)
    expect(tab.locator(".position")).to_have_text("1 of 3")
    expect(reference(second, 1)).not_to_have_attribute("aria-current", "true")


def test_the_whole_document_opens_at_the_quote_and_leads_back(visit: Visit) -> None:
    tab = visit()
    ask(tab, "How many chips?")
    expect(tab.locator(".source .where")).to_contain_text("p. 2")
    tab.get_by_role("button", name="Open the whole document").click()
    expect(tab.locator(".source .whole")).to_contain_text("First page of a report on chips.")
    expect(tab.locator(".source mark")).to_have_text("Exports need a licence since January.")
    tab.get_by_role("button", name="Back to the passage").click()
    expect(tab.locator(".source .in-context")).to_be_visible()


def test_on_a_phone_the_source_is_a_sheet_that_keeps_the_place(visit: Visit) -> None:
    tab = visit(viewport=PHONE, has_touch=True, is_mobile=True)
    turn = ask(tab, "seat")
    expect(tab.locator(".source")).to_be_hidden()
    place = tab.evaluate("scrollY")
    reference(turn, 3).tap()
    sheet = tab.get_by_role("dialog", name="Source")
    expect(sheet).to_be_visible()
    expect(sheet.locator("mark")).to_have_text(THEME)
    expect(sheet.locator("mark")).to_be_in_viewport()
    tab.keyboard.press("Escape")
    expect(tab.locator(".source")).to_be_hidden()
    expect(reference(turn, 3)).to_be_focused()
    reference(turn, 1).tap()
    sheet.get_by_role("button", name="Close the source").click()
    expect(reference(turn, 1)).to_be_focused()
    assert tab.evaluate("scrollY") == place
    assert tab.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_dark_mode_follows_the_system_until_told_otherwise(visit: Visit) -> None:
    tab = visit(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = tab.evaluate(ground)
    tab.get_by_role("button", name="Dark mode").click()
    light = tab.evaluate(ground)
    assert dark != light
    tab.reload()
    expect(tab.locator(".shelf-list")).to_be_visible()
    assert tab.evaluate(ground) == light
    tab.get_by_role("button", name="Dark mode").click()
    assert tab.evaluate(ground) == dark
    tab.emulate_media(color_scheme="light")
    assert tab.evaluate(ground) == light


def test_an_answer_can_be_copied_with_its_footnotes(visit: Visit) -> None:
    tab = visit(permissions=["clipboard-read", "clipboard-write"])
    turn = ask(tab, "Where is the seat?")
    turn.get_by_role("button", name="Copy with footnotes").click()
    expect(turn.get_by_text("Copied")).to_be_visible()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert f"{SEAT} [1][2]" in copied
    assert "[3] “A supporter calls" in copied


def test_an_answer_can_be_saved(visit: Visit) -> None:
    tab = visit()
    turn = ask(tab, "Where is the seat?")
    with tab.expect_download() as markdown:
        save(turn, "Markdown")
    assert markdown.value.suggested_filename == "where-is-the-seat.md"
    assert "[^1]: “" in markdown.value.path().read_text("utf-8")
    with tab.expect_download() as saved:
        save(turn, "JSON")
    answer = Answer.from_dict(json.loads(saved.value.path().read_text("utf-8")))
    assert answer.footnotes[0].quote == SEAT
    with tab.expect_download() as sources:
        save(turn, "Sources as BibTeX")
    assert sources.value.suggested_filename == "where-is-the-seat.bib"
    assert "A seat for the organisation" in sources.value.path().read_text("utf-8")


def test_the_conversation_outlives_a_reload_and_ends_on_request(visit: Visit) -> None:
    tab = visit()
    ask(tab, "Where is the seat?")
    ask(tab, "How many chips?")
    tab.reload()
    expect(tab.locator(".turn")).to_have_count(2)
    reference(tab.locator(".turn").first, 3).click()
    expect(tab.locator(".source mark")).to_have_text(THEME)
    tab.get_by_role("button", name="New conversation").click()
    expect(tab.locator(".turn")).to_have_count(0)
    expect(tab.locator(".shelf-list")).to_be_visible()
    tab.reload()
    expect(tab.locator(".welcome")).to_be_visible()


def test_landmarks_and_what_is_announced(visit: Visit) -> None:
    tab = visit()
    for role in ("main", "banner", "complementary"):
        expect(tab.get_by_role(role)).to_have_count(1)
    ask(tab, "Where is the seat?")
    expect(tab.locator(".announcer")).to_have_text(f"Answered: 3 sources, 3 sentences, all supported. {SEAT}")
    expect(tab.get_by_role("article", name="Where is the seat?")).to_be_visible()
    expect(tab.get_by_role("textbox", name="Your question")).to_be_visible()
