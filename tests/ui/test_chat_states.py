"""The states of the page beside a plain answer: abstention, errors, waiting, nothing indexed, hostile documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

import rag
from tests.ui.reader import Visit, ask, reference, serve
from tests.ui.stand_in import HOSTILE, SEAT, StandIn

pytestmark = pytest.mark.browser


def test_abstaining_is_calm_and_offers_passages(visit: Visit) -> None:
    tab = visit()
    turn = ask(tab, "What is the budget?")
    expect(turn).to_contain_text("This collection does not answer that.")
    turn.locator('.nearest [data-source="2"]').click()
    expect(tab.locator(".source mark")).to_have_text("It was opened on 26 July 2025.")
    turn.get_by_role("button", name="Another scope").click()
    expect(tab.get_by_role("dialog", name="What is searched")).to_be_visible()


def test_a_foreseen_error_shows_what_to_do_and_gives_the_question_back(visit: Visit) -> None:
    tab = visit()
    turn = ask(tab, "refuse this")
    expect(turn).to_contain_text("The index is being written by another process.")
    expect(turn).to_contain_text("Wait until “rag index” has finished, then ask again.")
    expect(tab.locator("#question")).to_have_value("refuse this")
    tab.locator("#question").fill("")
    turn.get_by_role("button", name="Ask again").click()
    expect(tab.locator(".turn")).to_have_count(2)


def test_a_question_of_fifty_thousand_characters_is_refused_with_the_remedy(visit: Visit) -> None:
    tab = visit()
    turn = ask(tab, "why " * 12_500)
    expect(turn).to_contain_text("Ask a shorter question.")
    expect(turn.locator(".question")).to_be_in_viewport()
    expect(turn.locator(".trouble")).to_be_in_viewport()


def test_an_unforeseen_error_keeps_its_details_to_itself(visit: Visit) -> None:
    turn = ask(visit(), "fail")
    expect(turn).to_contain_text("The documents and the index are as they were")
    expect(turn).not_to_contain_text(re.compile("secret|Traceback|ZeroDivision"))


def test_a_program_that_is_gone_is_said_to_be_gone(visit: Visit) -> None:
    tab = visit()
    tab.route("**/component_server/**", lambda route: route.abort())
    turn = ask(tab, "seat")
    expect(turn).to_contain_text("The program that answers did not reply.")
    tab.unroute_all()
    tab.locator("#question").fill("")
    turn.get_by_role("button", name="Ask again").click()
    expect(tab.locator(".turn").last.locator(".sentence").first).to_contain_text(SEAT)


def test_while_searching_the_page_says_so_and_keeps_what_is_typed(visit: Visit, stand_in: StandIn) -> None:
    tab = visit()
    stand_in.gate.clear()
    try:
        tab.locator("#question").fill("seat")
        tab.locator("#question").press("Enter")
        expect(tab.locator(".searching")).to_have_text("Searching 4 documents")
        expect(tab.get_by_role("button", name="Stop", exact=True)).to_be_visible()
        tab.locator("#question").fill("my next question")
        tab.locator("#question").press("Enter")
    finally:
        stand_in.gate.set()
    expect(tab.locator(".turn .tools")).to_have_count(1)
    expect(tab.locator("#question")).to_have_value("my next question")


def test_an_empty_index_says_what_to_do(visit: Visit) -> None:
    empty = StandIn(held=[])
    blocks = serve(empty)
    try:
        tab = visit(str(blocks.local_url))
        expect(tab.locator(".vacant")).to_contain_text("rag index FOLDER")
        expect(tab.locator("#question")).to_be_hidden()
        empty.held.extend(StandIn().held)
        tab.get_by_role("button", name="Look again").click()
        expect(tab.locator("#question")).to_be_visible()
        expect(tab.locator(".scope-line")).to_have_text("All 4 documents")
    finally:
        blocks.close()


def test_hostile_documents_are_shown_and_not_run(visit: Visit) -> None:
    tab = visit()  # that nothing ran is checked when the page is closed
    turn = ask(tab, "hostile")
    shown = re.sub(r"[\u202a-\u202e]", "", HOSTILE)
    expect(turn.locator(".sentence").first).to_contain_text(shown)
    expect(tab.locator(".source mark")).to_have_text(shown)
    reference(turn, 1).hover()
    expect(tab.locator(".preview")).to_contain_text("<script>")
    tab.get_by_role("button", name="Open the whole document").click()
    expect(tab.locator(".source .whole mark")).to_contain_text("<img")
    assert tab.locator(".source a, .turn a, .reader script, .reader img").count() == 0


def test_the_browser_is_told_to_stay_inside(visit: Visit) -> None:
    tab = visit()
    assert tab.evaluate("fetch('http://localhost:9/').then(() => 'left', () => 'kept')") == "kept"
    policy = tab.evaluate("fetch('/').then((reply) => reply.headers.get('content-security-policy'))")
    assert "default-src 'self'" in policy


def test_with_a_real_assistant(visit: Visit, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "harbour.md").write_text(
        "---\ntitle: The harbour\nkind: news\ndate: 2025-03-04\n---\n# The harbour\n\n"
        "The new lighthouse stands in **Tallinn** and was opened in March 2025 by the harbour master.\n\n"
        "Ships greet it with two blasts of the horn.\n",
        encoding="utf-8",
    )
    (folder / "garden.txt").write_text("The garden opens in May.\n\nTulips are planted in October.\n", encoding="utf-8")
    with rag.build(folder, index=tmp_path / "index", progress=False) as assistant:
        blocks = serve(assistant)
        try:
            tab = visit(str(blocks.local_url))
            tab.set_default_timeout(60_000)
            tab.locator("#question").fill("Where does the new lighthouse stand?")
            tab.locator("#question").press("Enter")
            expect(tab.locator(".turn .tools")).to_be_visible(timeout=60_000)
            reference(tab.locator(".turn"), 1).click()
            expect(tab.locator(".source mark")).to_contain_text("The new lighthouse stands in Tallinn")
            expect(tab.locator(".source .about")).to_contain_text("news · 4 Mar 2025")
        finally:
            blocks.close()
