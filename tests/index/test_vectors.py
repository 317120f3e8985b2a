"""Chroma behind the index: what goes wrong there is told as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import IndexDamaged, VectorsUnreachable
from index.vectors import VectorStore


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    with pytest.raises(VectorsUnreachable, match="RAG_CHROMA_URL"):
        VectorStore(tmp_path, url="http://127.0.0.1:9")


def test_a_damaged_folder_can_be_opened_once_it_is_mended(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"no database" * 100)
    with pytest.raises(IndexDamaged):
        VectorStore(tmp_path)
    (tmp_path / "chroma.sqlite3").unlink()
    store = VectorStore(tmp_path)
    assert store.count() == 0
    store.close()
