"""A browser, the page with the stand-in behind it, and what must hold on every visit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.ui.reader import ARGUMENTS, CHROMIUM, DESKTOP, Visit, serve
from tests.ui.stand_in import StandIn
from ui.chat import HOST


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium on this machine: the page is not tested (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)


@pytest.fixture(scope="session")
def served(browser: Browser) -> Iterator[tuple[StandIn, str]]:
    """The stand-in and the address of its page."""
    assistant = StandIn()
    blocks = serve(assistant)
    yield assistant, str(blocks.local_url)
    blocks.close()


@pytest.fixture
def stand_in(served: tuple[StandIn, str]) -> StandIn:
    """The assistant behind the page, with nothing asked of it yet."""
    served[0].asked.clear()
    return served[0]


@pytest.fixture
def visit(browser: Browser, served: tuple[StandIn, str], stand_in: StandIn) -> Iterator[Visit]:
    """Opens the page; at the end nothing has left the machine, no script has failed, no document's script has run."""
    opened: list[Page] = []
    requested: list[str] = []
    failures: list[str] = []

    def open_page(address: str = served[1], viewport: dict[str, int] = DESKTOP, **context: Any) -> Page:
        tab = browser.new_context(viewport=viewport, **context).new_page()  # type: ignore[arg-type]
        tab.set_default_timeout(10_000)
        tab.on("request", lambda request: requested.append(request.url))
        tab.on("pageerror", lambda error: failures.append(str(error)))
        opened.append(tab)
        tab.goto(address)
        expect(tab.locator(".shelf-list, .vacant:not([hidden])")).to_have_count(1)
        return tab

    yield open_page
    hacked = [tab.evaluate("window.hacked") for tab in opened]
    for tab in opened:
        tab.context.close()
    outside = [url for url in requested if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname != HOST]
    assert not outside, f"the page asked other machines: {outside}"
    assert not failures
    assert hacked == [None] * len(opened)
