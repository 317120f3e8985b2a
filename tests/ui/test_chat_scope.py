"""Which documents are searched, what is known of them, and the questions offered."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.ui.reader import Visit, ask
from tests.ui.stand_in import SEAT, StandIn

pytestmark = pytest.mark.browser


def test_examples_are_offered_where_their_document_is_there(visit: Visit) -> None:
    tab = visit()
    expect(tab.locator(".examples button")).to_have_text(["Where is the seat?"])
    tab.locator(".examples button").click()
    expect(tab.locator(".turn .sentence").first).to_contain_text(SEAT)
    expect(tab.locator(".welcome")).to_be_hidden()


def test_the_filter_reaches_the_search_and_is_said_in_words(visit: Visit, stand_in: StandIn) -> None:
    tab = visit()
    tab.get_by_role("button", name="All 4 documents").click()
    dialog = tab.get_by_role("dialog", name="What is searched")
    expect(dialog.locator(".scope-statement")).to_have_text("All 4 documents are searched.")
    dialog.get_by_label("analysis").check()
    dialog.get_by_label("official").check()
    dialog.get_by_label("from").fill("2025-07-01")
    dialog.get_by_label("Search A seat for the organisation").check()
    statement = "1 of 4 documents: analysis or official, from 1 Jul 2025, chosen in the list."
    statement += " 1 document of unknown date left out."
    expect(dialog.locator(".scope-statement")).to_have_text(statement)
    dialog.get_by_role("button", name="Done").click()
    turn = ask(tab, "seat")
    expect(turn.locator(".asked-of")).to_contain_text("Asked of 1 of 4 documents: analysis or official")
    filters = {"kind": ["analysis", "official"], "document_id": ["brief.md"], "date_from": "2025-07-01"}
    assert stand_in.asked == [("seat", filters)]
    tab.locator(".scope-button").click()
    dialog.get_by_label("to", exact=True).fill("2001-01-01")
    expect(dialog.locator(".scope-statement")).to_contain_text("No document is in this scope")
    dialog.get_by_role("button", name="Search all documents").click()
    expect(tab.locator(".scope-line")).to_have_text("All 4 documents")


def test_the_documents_are_listed_with_what_is_known_and_can_be_read(visit: Visit) -> None:
    tab = visit()
    expect(tab.locator(".shelf-list li").first).to_have_text(re.compile(r"A seat for the organisation.*28\sJul\s2025"))
    tab.locator(".scope-button").click()
    dialog = tab.get_by_role("dialog", name="What is searched")
    expect(dialog.locator("tbody tr").nth(1)).to_contain_text("unknown")
    dialog.get_by_placeholder("Find in the list").fill("chips")
    expect(dialog.locator("tbody tr")).to_have_count(1)
    dialog.get_by_role("button", name="Chips and licences").click()
    expect(tab.locator(".source .whole")).to_contain_text("384")
    tab.get_by_role("button", name="Back to the list").click()
    expect(tab.locator(".shelf-list li")).to_have_count(4)
