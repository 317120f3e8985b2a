"""Cross-encoders come from a folder or the local cache; the network is asked for nothing unless a setting allows it."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from index.errors import ModelMissing
from rag.cross_encoder import load, outputs
from tests.tiny_cross_encoder import tiny

IDENTITY = "some-owner/some-reranker"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every host that is looked up; none is found."""
    found: list[object] = []

    def refuse(host: object, *_: object, **__: object) -> None:
        found.append(host)
        raise OSError("no network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return found


def loaded(name: str) -> int:
    """The number of outputs of what was loaded."""
    model = load(name, what="reader", instead="RAG_READER=model")
    return outputs(model, [("a question", "a text"), ("a question", "another")]).shape[1]


def test_a_folder_is_loaded_without_the_network(tmp_path: Path, asked: list[object]) -> None:
    assert loaded(str(tiny(tmp_path / "model", ["LABEL_0"]))) == 1
    assert asked == []


@pytest.mark.parametrize("name", [IDENTITY, "a-reranker-without-an-owner", "no id at all", "/no/such/folder"])
def test_what_is_not_on_this_machine_is_not_downloaded_and_said_so(name: str, asked: list[object]) -> None:
    with pytest.raises(
        ModelMissing, match="neither a folder nor in the local cache, and nothing is downloaded"
    ) as raised:
        loaded(name)
    assert f"reader {name!r}" in raised.value.message
    assert "RAG_ALLOW_DOWNLOAD=1" in raised.value.remedy
    assert "RAG_READER=model" in raised.value.remedy
    assert asked == []


@pytest.mark.parametrize(("name", "owner"), [(IDENTITY, "some-owner"), ("some-reranker", "cross-encoder")])
def test_an_id_that_is_in_the_cache_is_loaded_without_the_network(
    name: str, owner: str, tmp_path: Path, asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path / "cache"))
    cached = tmp_path / "cache" / f"models--{owner}--some-reranker"
    shutil.copytree(tiny(tmp_path / "model", ["no", "yes"]), cached / "snapshots" / "0a1b")
    (cached / "refs").mkdir()
    (cached / "refs" / "main").write_text("0a1b")
    assert loaded(name) == 2
    assert asked == []


def test_a_folder_that_holds_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="cannot be loaded") as raised:
        loaded(str(tmp_path))
    assert "RAG_READER=model" in raised.value.remedy


def test_a_model_whose_weights_are_damaged(tmp_path: Path) -> None:
    folder = tiny(tmp_path / "model", ["LABEL_0"])
    (folder / "model.safetensors").write_bytes(b"garbage")
    with pytest.raises(ModelMissing, match="cannot be loaded"):
        loaded(str(folder))
