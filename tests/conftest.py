"""What several floors test with: the sample collection, indexed once, and a folder of three small documents."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import settings

import rag
from tests.tiny_collection import write_tiny

# No test fails on a clock: a busy machine is no error.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have an index and settings of their own."""
    for name in ("RAG_INDEX", *(f"RAG_{field.upper()}" for field in rag.Settings.model_fields)):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """The sample collection."""
    return Path(str(files("corpus") / "documents"))


@pytest.fixture(scope="session")
def sample_assistant(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[rag.Assistant]:
    """The sample collection, indexed with the real model. Shared: ask it, and change nothing."""
    with rag.build(sample_folder, index=tmp_path_factory.mktemp("sample"), progress=False) as assistant:
        yield assistant


@pytest.fixture
def tiny_folder(tmp_path: Path) -> Path:
    """A folder of one's own with three small documents of three formats."""
    return write_tiny(tmp_path / "documents")
