import os
import tempfile
import unicodedata
from pathlib import Path

import pytest

from corpus.errors import SourceMissing
from corpus.folder import list_files


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def ids(root: Path) -> list[str]:
    return [name for name, _ in list_files(root).files]


def test_files_are_listed_by_id_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/B c.HTML", "ä.pdf")
    listing = list_files(tmp_path)
    assert [name for name, _ in listing.files] == ["a/B c.HTML", "a/z.md", "b.txt", "ä.pdf"]
    assert all(path.read_text() for _, path in listing.files)
    assert listing.skipped == ()


def test_hidden_files_the_table_and_other_suffixes_are_no_documents(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.txt",
        ".hidden.txt",
        ".git/b.txt",
        "documents.csv",
        "sub/documents.csv",
        "t.xlsx",
        "u.XLSX",
        "README",
    )
    listing = list_files(tmp_path)
    assert ids(tmp_path) == ["a.txt"]
    assert listing.unsupported == {".xlsx": 2, "": 1}
    assert listing.skipped == ()


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    assert list_files(tmp_path).files == ()


def test_a_folder_named_like_a_file_is_entered(tmp_path: Path) -> None:
    write(tmp_path, "x.txt/y.txt")
    assert ids(tmp_path) == ["x.txt/y.txt"]


def test_a_single_file_is_a_source_too(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    assert list_files(tmp_path / "a.txt").files == (("a.txt", tmp_path / "a.txt"),)


def test_a_single_file_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    write(tmp_path, "a.xlsx")
    [failure] = list_files(tmp_path / "a.xlsx").skipped
    assert failure.reason == "a.xlsx is not in a format that can be read."
    assert ".docx" in failure.remedy


def test_a_missing_source_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="no folder or file") as caught:
        list_files(tmp_path / "nowhere")
    assert caught.value.remedy == "Check the path."


def test_names_written_with_combining_characters_get_composed_ids(tmp_path: Path) -> None:
    write(tmp_path, unicodedata.normalize("NFD", "é.txt"))
    assert ids(tmp_path) == ["é.txt"]


def test_of_two_names_that_read_the_same_one_is_reported(tmp_path: Path) -> None:
    write(tmp_path, unicodedata.normalize("NFD", "é.txt"), unicodedata.normalize("NFC", "é.txt"))
    listing = list_files(tmp_path)
    assert [name for name, _ in listing.files] == ["é.txt"]
    assert "same name as another file" in listing.skipped[0].reason
    assert listing.skipped[0].remedy == "Rename one of the two."


def test_a_name_that_is_no_unicode_is_reported(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"bad\xff.txt")).write_text("x")
    [failure] = list_files(tmp_path).skipped
    assert failure.id == "bad\ufffd.txt"
    assert "not valid Unicode" in failure.reason


def test_pipes_are_reported_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    [failure] = list_files(tmp_path).skipped
    assert failure.reason == "pipe.txt is not a regular file."


def test_link_loops_end_and_nothing_is_listed_twice(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.txt")
    (tmp_path / "a/b/up").symlink_to(tmp_path)
    (tmp_path / "a/self").symlink_to(tmp_path / "a/self")
    (tmp_path / "again.txt").symlink_to(tmp_path / "a/b/c.txt")
    (tmp_path / "folder").symlink_to(tmp_path / "a")
    assert ids(tmp_path) == ["a/b/c.txt"]


def test_links_inside_the_folder_lead_to_what_is_otherwise_hidden(tmp_path: Path) -> None:
    write(tmp_path, ".store/1.txt", ".more/2.txt")
    (tmp_path / "one.txt").symlink_to(".store/1.txt")
    (tmp_path / "more").symlink_to(".more")
    assert ids(tmp_path) == ["more/2.txt", "one.txt"]


def test_links_that_lead_outside_or_nowhere_are_reported(tmp_path: Path) -> None:
    write(tmp_path, "inside/a.txt", "outside/b.txt")
    (tmp_path / "inside/b.txt").symlink_to(tmp_path / "outside/b.txt")
    (tmp_path / "inside/folder").symlink_to(tmp_path / "outside")
    (tmp_path / "inside/gone.txt").symlink_to(tmp_path / "gone.txt")
    listing = list_files(tmp_path / "inside")
    assert [name for name, _ in listing.files] == ["a.txt"]
    assert [failure.reason for failure in listing.skipped] == [
        "b.txt is a link to something outside the folder.",
        "folder is a link to something outside the folder.",
        "gone.txt is a link that leads nowhere.",
    ]
    assert all(failure.remedy for failure in listing.skipped)


def test_the_root_may_itself_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to("real")
    assert ids(tmp_path / "link") == ["a.txt"]


def test_a_folder_that_may_not_be_entered_is_reported_and_the_rest_goes_on() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        write(root, "a.txt", "locked/b.txt")
        (root / "locked").chmod(0)
        was_root = os.geteuid() == 0
        if was_root:
            os.seteuid(65534)
        try:
            listing = list_files(root)
        finally:
            if was_root:
                os.seteuid(0)
            (root / "locked").chmod(0o755)
    assert [name for name, _ in listing.files] == ["a.txt"]
    assert listing.skipped[0].reason == "locked cannot be entered: Permission denied."
