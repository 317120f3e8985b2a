"""How the browser tests open and use the chat page."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import gradio as gr
from playwright.sync_api import Locator, Page, expect

from ui.chat import HOST, options, page
from ui.page.desk import Assistant

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-quic",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}

Visit = Callable[..., Page]
"""Opens the page: `visit(address, viewport, **context)`, all with defaults."""


def serve(assistant: Assistant) -> gr.Blocks:
    """The page with the settings of `ui.chat.launch`; its address is `.local_url`."""
    examples = (("Where is the seat?", "brief.md"), ("Never offered", "absent.md"))
    blocks = page(assistant, "Test collection", examples)
    blocks.launch(server_name=HOST, prevent_thread_lock=True, quiet=True, **options())
    return blocks


def ask(tab: Page, question: str) -> Locator:
    """Ask, wait for what comes back, and give its turn."""
    number = tab.locator(".turn").count()
    tab.locator("#question").fill(question)
    tab.locator("#question").press("Enter")
    turn = tab.locator(".turn").nth(number)
    expect(turn.locator(".tools, .trouble")).to_be_visible()
    return turn


def save(turn: Locator, form: str) -> None:
    """Choose a form in the menu of a turn."""
    turn.get_by_role("button", name="Save", exact=True).click()
    turn.get_by_role("group", name="Save as").get_by_role("button", name=form, exact=True).click()


def reference(turn: Locator, number: int) -> Locator:
    """The first footnote number `number` in the text of a turn."""
    return turn.locator(f'.sentences [data-source="{number}"]').first
