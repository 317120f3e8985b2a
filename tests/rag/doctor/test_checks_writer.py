"""The doctor's look at the language model: what is missing, and what to do."""

from __future__ import annotations

import pytest

from rag.doctor.checks_writer import writer
from rag.settings import Settings
from tests.rag.writing.server import Request, refuses, says, serving


def _settings(url: str | None = None, name: str = "openai-like/small") -> Settings:
    return Settings.load(writer=name, writer_url=url)


def test_none_is_well() -> None:
    assert writer(Settings.load()).ok


def test_a_server_that_has_the_model_is_well_and_is_sent_no_text() -> None:
    with serving(says("never asked")) as server:
        check = writer(_settings(server.url))
        assert [request.command for request in server.requests] == ["GET"]
    assert check.ok and "small" in check.detail


def test_a_model_that_the_server_does_not_have_is_said_with_those_it_has() -> None:
    with serving(says(""), models=("large", "middling")) as server:
        check = writer(_settings(server.url))
    assert not check.ok
    assert "no small" in check.detail and "large, middling" in check.detail
    assert "RAG_WRITER_URL" in check.remedy


@pytest.mark.parametrize("models", [("small",), ("large",)])
def test_the_login_in_the_address_of_a_server_is_not_shown(models: tuple[str, ...]) -> None:
    with serving(says(""), models=models) as server:
        check = writer(_settings(server.url.replace("://", "://me:hidden@")))
    assert "://127.0.0.1" in check.detail
    assert "hidden" not in check.detail + check.remedy


def test_a_server_that_is_down_is_said_with_what_to_start() -> None:
    with serving(says("")) as server:
        url = server.url
    check = writer(_settings(url))
    assert not check.ok and "cannot be reached" in check.detail and check.remedy.startswith("Start the server")


def test_a_key_that_is_refused_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Request, "do_GET", refuses(401))
    with serving(says("")) as server:
        check = writer(_settings(server.url))
    assert not check.ok and "key" in check.detail and "RAG_WRITER_KEY" in check.remedy


@pytest.mark.parametrize("name", ["openai-like/small", "openai/gpt-4o", "nobody/x"])
def test_what_is_missing_in_the_settings_is_a_failed_check(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    check = writer(_settings(name=name))
    assert not check.ok and check.remedy
