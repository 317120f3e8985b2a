"""An index folder that cannot be used says so, and says what to do."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.document import Document
from index.catalog import FILE_NAME
from index.errors import IndexDamaged, IndexLocked, IndexMissing, IndexReadOnly, IndexVersion, SettingsMismatch
from index.search import Filters, search
from index.split import SplitterSettings
from index.store import IndexSettings, IndexStore
from index.sync import sync_documents
from tests.fakes import HashEmbedder

ONE = [Document("x", "The seat of the body is in Shanghai.")]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    store = IndexStore.create(tmp_path / "index", IndexSettings(), HashEmbedder())
    sync_documents(store, ONE)
    store.close()
    return tmp_path / "index"


def opened(folder: Path, settings: IndexSettings | None = None, name: str = "hash") -> IndexStore:
    return IndexStore.open(folder, settings or IndexSettings(), HashEmbedder(name))


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="rag index FOLDER"):
        opened(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_model(index: Path) -> None:
    with pytest.raises(SettingsMismatch, match="embedding model hash, and the settings now say other") as raised:
        opened(index, name="other")
    assert "index anew" in raised.value.remedy


def test_another_splitter_setting(index: Path) -> None:
    with pytest.raises(SettingsMismatch, match="splitter"):
        opened(index, IndexSettings(splitter=SplitterSettings(max_tokens=99)))


def test_another_version(index: Path) -> None:
    with sqlite3.connect(index / FILE_NAME) as db:
        db.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    db.close()
    with pytest.raises(IndexVersion, match="format 0"):
        opened(index)


def test_a_catalog_of_garbage(index: Path) -> None:
    (index / FILE_NAME).write_bytes(b"not a database at all" * 100)
    with pytest.raises(IndexDamaged, match="rag index FOLDER"):
        opened(index)


def test_a_catalog_cut_short(index: Path) -> None:
    whole = (index / FILE_NAME).read_bytes()
    (index / FILE_NAME).write_bytes(whole[: len(whole) // 2])
    try:
        store = opened(index)
    except IndexDamaged:
        return
    assert store.catalog.check(), "neither opening nor checking it noticed"
    store.close()


def test_an_empty_catalog(index: Path) -> None:
    (index / FILE_NAME).write_bytes(b"")
    with pytest.raises(IndexDamaged):
        opened(index)


def test_vectors_gone(index: Path) -> None:
    shutil.rmtree(index / "chroma")
    store = opened(index)
    with pytest.raises(IndexDamaged, match="rag index FOLDER"):
        search(store, "seat", 3, Filters())
    sync_documents(store, [])
    assert search(store, "seat", 3, Filters())
    store.close()


def test_locked_by_another_process(index: Path) -> None:
    store = opened(index)
    db = sqlite3.connect(index / FILE_NAME, timeout=0)
    db.execute("BEGIN EXCLUSIVE")
    store.catalog.close()
    store.catalog.wait_seconds = 0
    with pytest.raises(IndexLocked, match="another process"):
        store.catalog.count()
    db.rollback()
    db.close()
    store.close()


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Nobody may write below `folder`; a root user becomes an ordinary one meanwhile, since permissions do not bind it."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        for parent in folder.parents:
            if parent.stat().st_mode & 0o055 != 0o055:
                parent.chmod(0o755)
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755)


def test_connections_of_threads_that_ended_are_closed(index: Path) -> None:
    store = opened(index)
    for _ in range(20):
        thread = threading.Thread(target=store.catalog.count)
        thread.start()
        thread.join()
    assert len(store.catalog._open) <= 3
    store.close()


def test_a_folder_that_cannot_be_written_to(index: Path) -> None:
    store = opened(index)
    search(store, "seat", 1, Filters())
    with unwritable(index), pytest.raises(IndexReadOnly, match=r"--index|permissions") as raised:
        sync_documents(store, [Document("y", "Two.")])
    assert raised.value.remedy
    store.close()


def test_a_new_index_in_a_folder_that_cannot_be_written_to(index: Path) -> None:
    with unwritable(index), pytest.raises(IndexReadOnly, match="--index"):
        IndexStore.create(index / "deeper", IndexSettings(), HashEmbedder())


def test_reading_needs_to_write_too_and_says_so(index: Path) -> None:
    store = opened(index)
    with unwritable(index), pytest.raises(IndexReadOnly, match="copy the index folder"):
        search(store, "seat", 1, Filters())
    store.close()
