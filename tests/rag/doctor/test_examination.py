"""The doctor finds what is wrong, says what to do, changes nothing, and never falls over itself."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

import rag
from index.store import writing_to
from rag.doctor import Check, examine
from tests.fakes import HashEmbedder
from tests.tiny_cross_encoder import tiny


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_READER", "similarity")  # needs no model


@pytest.fixture
def index(tiny_folder: Path, tmp_path: Path) -> Path:
    with rag.build(tiny_folder, index=tmp_path / "index", progress=False, embedder=HashEmbedder()) as assistant:
        return assistant.index


def examined(folder: Path, settings: rag.Settings | None = None) -> dict[str, Check]:
    return {check.name: check for check in examine(folder, settings, HashEmbedder())}


def wrong(folder: Path) -> dict[str, Check]:
    return {name: check for name, check in examined(folder).items() if not check.ok}


def contents(folder: Path) -> dict[str, str]:
    """What is in an index, by name; of Chroma's folder only whether it is there, for Chroma rewrites its files when opened."""
    found = {
        path.name: "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()
    }
    return {name: digest for name, digest in found.items() if not name.endswith(("-wal", "-shm"))}


def test_all_is_well_and_nothing_is_changed(index: Path) -> None:
    before = contents(index)
    checks = examined(index)
    assert [name for name, check in checks.items() if not check.ok] == []
    assert "3 documents" in checks["Index"].detail
    assert "2 of 3 documents without kind, 2 of 3 documents without date" in checks["Metadata"].detail
    assert contents(index) == before


def test_the_real_model_loads_without_a_network() -> None:
    check = next(c for c in examine("nowhere") if c.name == "Embedding model")
    assert check.ok
    assert "all-MiniLM-L6-v2" in check.detail
    assert "384" in check.detail


def test_a_missing_index_is_said_and_not_made(tmp_path: Path) -> None:
    found = wrong(tmp_path / "none")
    assert list(found) == ["Index"]
    assert found["Index"].remedy == "Make one with: rag index FOLDER"
    assert not (tmp_path / "none").exists()


def _garbage(index: Path) -> None:
    (index / "catalog.sqlite3").write_bytes(b"garbage" * 1_000)


def _emptied(index: Path) -> None:
    (index / "catalog.sqlite3").write_bytes(b"")


def _torn(index: Path) -> None:
    file = index / "catalog.sqlite3"
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2])


def _other_version(index: Path) -> None:
    _sql(index, "UPDATE meta SET value = '0' WHERE key = 'format'")


def _other_model(index: Path) -> None:
    _sql(index, "UPDATE meta SET value = 'another' WHERE key = 'embedding_model'")


def _no_vectors(index: Path) -> None:
    shutil.rmtree(index / "chroma")


def _damaged_vectors(index: Path) -> None:
    (index / "chroma" / "chroma.sqlite3").write_bytes(b"garbage" * 1_000)


def _half_done(index: Path) -> None:
    _sql(index, "INSERT INTO journal VALUES ('some passage')")


def _passage_lost(index: Path) -> None:
    _sql(index, "DELETE FROM passages WHERE rowid = (SELECT min(rowid) FROM passages)")


def _folder_gone(index: Path) -> None:
    shutil.rmtree(index.parent / "documents")


def _sql(index: Path, statement: str) -> None:
    with closing(sqlite3.connect(index / "catalog.sqlite3")) as db, db:
        db.execute(statement)


@pytest.mark.parametrize(
    ("harm", "name"),
    [
        (_garbage, "Index"),
        (_emptied, "Index"),
        (_torn, None),
        (_other_version, "Index"),
        (_other_model, "Index"),
        (_no_vectors, "Vectors"),
        (_damaged_vectors, "Vectors"),
        (_half_done, "Unfinished work"),
        (_passage_lost, "Vectors"),
        (_folder_gone, "Indexed folders"),
    ],
)
def test_what_is_wrong_is_found_with_a_remedy(index: Path, harm: Callable[[Path], None], name: str | None) -> None:
    harm(index)
    before = contents(index)
    found = wrong(index)
    assert found
    assert all(check.remedy for check in found.values())
    if name is not None:
        assert list(found) == [name]
    assert contents(index) == before


def test_a_run_under_way_is_found(index: Path) -> None:
    with writing_to(index):
        found = wrong(index)
    assert list(found) == ["Writing"]
    assert "Wait" in found["Writing"].remedy


def test_an_index_that_may_not_be_written_to_or_not_be_read(tiny_folder: Path) -> None:
    with tempfile.TemporaryDirectory() as name:  # others may enter it, which they may not with pytest's own
        folder = Path(name)
        with rag.build(tiny_folder, index=folder / "index", progress=False, embedder=HashEmbedder()):
            pass
        folder.chmod(0o755)
        (folder / "index").chmod(0o555)
        with _as_nobody():
            assert "right to write" in wrong(folder / "index")["Writing"].remedy
        (folder / "index").chmod(0)
        with _as_nobody():
            assert all(check.remedy for check in wrong(folder / "index").values())
            assert "Index" in wrong(folder / "index")
        (folder / "index").chmod(0o755)


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Permissions do not bind root: step down for a moment where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_other_settings_than_the_index_was_made_with(index: Path) -> None:
    check = examined(index, rag.Settings(passage_tokens=99))["Index"]
    assert not check.ok
    assert "--index" in check.remedy


def test_a_setting_that_does_not_exist(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAG_COLOUR", "red")
    found = wrong(index)
    assert next(iter(found)) == "Settings"
    assert "RAG_COLOUR" in found["Settings"].detail


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    settings = rag.Settings(embedding_model=str(tmp_path / "no model"))
    found = {check.name: check for check in examine(tmp_path, settings) if not check.ok}
    assert "RAG_ALLOW_DOWNLOAD" in found["Embedding model"].remedy


def test_evidence_weights_that_are_not_there(tmp_path: Path) -> None:
    settings = rag.Settings(reader="model", evidence_model=tmp_path)
    found = {check.name: check for check in examine(tmp_path, settings, HashEmbedder()) if not check.ok}
    assert found["Evidence model"].remedy


def test_a_cross_encoder_in_place_of_the_evidence_model(index: Path, tmp_path: Path) -> None:
    folder = tiny(tmp_path / "model", ["LABEL_0"])
    check = examined(index, rag.Settings(reader=str(folder)))["Evidence model"]
    assert check.ok
    assert check.detail == f"ours is not used: the cross-encoder {str(folder)!r} loads"


@pytest.mark.parametrize("name", ["some-owner/some-reranker", "similarty"])
def test_a_cross_encoder_that_is_not_there(index: Path, name: str) -> None:
    checks = examined(index, rag.Settings(reader=name))
    assert [check.name for check in checks.values() if not check.ok] == ["Evidence model"]
    assert name in checks["Evidence model"].detail
    assert "RAG_READER=model" in checks["Evidence model"].remedy
    assert list(checks) == list(examined(index))


def test_traces_that_would_leave_the_machine(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMA_OTEL_COLLECTION_ENDPOINT", "http://collector.example")
    assert "unset" in wrong(index)["Nothing is reported"].remedy


def test_documents_in_a_language_that_the_model_does_not_know(tmp_path: Path) -> None:
    document = rag.Document.from_text("a.txt", "Die Laterne steht in Narva.", rag.Metadata(language="de"))
    with rag.build([document], index=tmp_path / "index", progress=False) as assistant:
        index = assistant.index
    found = {check.name: check for check in examine(index) if not check.ok}
    assert list(found) == ["Languages"]
    assert "RAG_EMBEDDING_MODEL" in found["Languages"].remedy
