"""The sample collection as its first users meet it: every file is read, whole and with its structure."""

from collections.abc import Callable
from pathlib import Path

import pytest

import corpus
from corpus.document import Document
from corpus.folder import list_files
from corpus.metadata import read_table, unmatched
from corpus.read import read_file

ROOT = Path(corpus.__file__).parent / "documents"
FILES = list_files(ROOT).files


@pytest.mark.parametrize(("name", "path"), FILES, ids=[name for name, _ in FILES])
def test_every_sample_is_read_with_its_structure(
    name: str, path: Path, checked: Callable[[Document], Document]
) -> None:
    document = checked(read_file(path, name, max_bytes=1_000_000))
    assert 300 <= len(document.text.split()) <= 1_500
    assert len(document.headings) >= 4
    assert not any(word in document.text.lower() for word in ("use cookies", "newsletter", "page 1 of", "<script"))


def test_nothing_in_the_sample_folder_is_left_out() -> None:
    assert list_files(ROOT).skipped == ()
    assert unmatched(read_table(ROOT).rows, [name for name, _ in FILES]) == []
