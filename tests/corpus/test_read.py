import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.read import SUFFIXES, read_file

ReadBytes = Callable[[str, bytes], Document]
TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm")


@pytest.mark.parametrize("suffix", TEXT_SUFFIXES)
def test_each_text_format_is_read_by_its_suffix(read: ReadBytes, suffix: str) -> None:
    document = read(f"Notes{suffix.upper()}", b"<p>The council adopted the text.</p>")
    assert "The council adopted the text." in document.text


def test_the_document_knows_the_file_it_came_from(read: ReadBytes) -> None:
    data = "\ufeffOne.\r\nTwo.".encode()
    document = read("a b/ü.txt".replace("/", " "), data)
    assert document.id == "a b ü.txt"
    assert document.text == "One.\nTwo."
    assert document.source_sha256 == hashlib.sha256(data).hexdigest()
    assert document.sha256 == hashlib.sha256(b"One.\nTwo.").hexdigest()
    assert document.media_type == "text/plain"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b" \n\t\r\n "])
def test_an_empty_file_is_reported_as_empty(read: ReadBytes, suffix: str, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"x\.\w+ is empty\.") as caught:
        read(f"x{suffix}", data)
    assert caught.value.remedy == "Put its text in, or remove the file."


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf \n", b"\xff\xfe \x00"])
def test_a_file_that_holds_only_a_mark_and_blanks_has_no_text(read: ReadBytes, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"x\.txt holds no text"):
        read("x.txt", data)


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)  # sparse: reading it would take the memory of the machine
    with pytest.raises(
        UnreadableFile, match=r"big\.txt is larger than the limit: 5,000\.0 MB of at most 25\.0 MB"
    ) as caught:
        read_file(path, "big.txt", max_bytes=25_000_000)
    assert "max_file_bytes" in caught.value.remedy


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("12345")
    assert read_file(path, "a.txt", max_bytes=5).text == "12345"
    with pytest.raises(UnreadableFile, match="5 bytes of at most 4 bytes"):
        read_file(path, "a.txt", max_bytes=4)


def test_a_large_text_keeps_its_structure(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("A heading\n\nThe first sentence is here. The second one follows it.\n\n" * 30_000)
    document = read_file(path, "large.txt", max_bytes=25_000_000)
    assert len(document.blocks) == 60_000
    assert document.headings_at(len(document.text)) == ("A heading", "A heading")


def test_a_file_that_vanished_is_reported(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"gone\.txt is no longer there\.") as caught:
        read_file(tmp_path / "gone.txt", "gone.txt", max_bytes=100)
    assert caught.value.remedy


def test_a_folder_with_the_name_of_a_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(UnreadableFile, match=r"x\.txt is a folder, not a file\."):
        read_file(tmp_path / "x.txt", "x.txt", max_bytes=100)


def test_a_pipe_or_socket_never_blocks(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFile, match=r"pipe\.txt is not a regular file\."):
        read_file(tmp_path / "pipe.txt", "pipe.txt", max_bytes=100)


def test_a_device_is_not_read() -> None:
    with pytest.raises(UnreadableFile, match="not in a format"):
        read_file(Path(os.devnull), "null", max_bytes=100)


def test_an_unknown_suffix_names_those_that_are_known(read: ReadBytes) -> None:
    with pytest.raises(UnreadableFile, match=r"table\.xlsx is not in a format that can be read\.") as caught:
        read("table.xlsx", b"x")
    assert ".docx" in caught.value.remedy


def test_a_file_without_permission_is_reported(unprivileged_folder: Path) -> None:
    path = unprivileged_folder / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    with (
        _as_nobody(),
        pytest.raises(UnreadableFile, match=r"secret\.txt may not be read: permission denied\.") as caught,
    ):
        read_file(path, "secret.txt", max_bytes=100)
    assert "right to read" in caught.value.remedy


@pytest.fixture
def unprivileged_folder() -> Iterator[Path]:
    """A folder that others than its owner may enter, which pytest's own are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


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
