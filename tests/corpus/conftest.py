"""Small real files, made in a temporary folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.read import read_file

ReadBytes = Callable[[str, bytes], Document]


@pytest.fixture
def read(tmp_path: Path) -> ReadBytes:
    """Writes bytes under a name and reads that file."""

    def write_and_read(name: str, data: bytes) -> Document:
        path = tmp_path / name
        path.write_bytes(data)
        return read_file(path, name, max_bytes=1_000_000)

    return write_and_read


@pytest.fixture
def checked() -> Callable[[Document], Document]:
    """Asserts what holds for the structure of every document, and hands it back."""
    return assert_structure


def assert_structure(document: Document) -> Document:
    for spans in (document.blocks, document.headings):
        position = 0
        for span in spans:
            assert position <= span.start < span.end <= len(document.text)
            said = document.text[span.start : span.end]
            assert said == said.strip()
            position = span.end
    blocks = {(block.start, block.end) for block in document.blocks}
    assert all((heading.start, heading.end) in blocks for heading in document.headings)
    return document
