from pathlib import Path

import pytest

from corpus.document import Metadata
from corpus.errors import BadMetadata
from corpus.metadata import parse_values, read_table, stated, unmatched


def table(folder: Path, text: str, encoding: str = "utf-8") -> dict[str, Metadata]:
    (folder / "documents.csv").write_bytes(text.encode(encoding))
    return read_table(folder).rows


def test_values_are_checked_and_tidied() -> None:
    values = {
        "title": " A  title ",
        "kind": "News",
        "date": "2025-07-26T10:00:00Z",
        "language": "en_GB",
        "url": "https://a.org/x",
        "author": "",
    }
    assert parse_values(values) == Metadata(
        title="A title", kind="news", date="2025-07-26", language="en", url="https://a.org/x"
    )


@pytest.mark.parametrize(
    ("values", "message", "remedy"),
    [
        ({"colour": "red"}, "no metadata field 'colour'", "title, kind, date"),
        ({"kind": "blog"}, "kind 'blog' is not known", "news, analysis"),
        ({"date": "2025-07"}, "'2025-07' is not a date", "2025-07-26"),
        ({"date": "2025-02-30"}, "'2025-02-30' is not a date", "2025-07-26"),
        ({"language": "English"}, "'English' is not a language code", "en"),
        ({"url": "javascript:alert(1)"}, "is not a web address", "https://"),
        ({"url": "https://[bad"}, "is not a web address", "https://"),
    ],
)
def test_what_is_not_usable_is_named(values: dict[str, str], message: str, remedy: str) -> None:
    with pytest.raises(BadMetadata) as caught:
        parse_values(values)
    assert message in caught.value.message
    assert remedy in caught.value.remedy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_table_beside_the_files_is_read(tmp_path: Path, encoding: str) -> None:
    rows = 'path,title,kind,date\r\n./a.txt,"One, two",news,2025-07-26\r\nsub\\é.md,,,\r\n\r\n'
    assert table(tmp_path, rows, encoding) == {
        "a.txt": Metadata(title="One, two", kind="news", date="2025-07-26"),
        "sub/é.md": Metadata(),
    }


def test_no_table_means_no_rows(tmp_path: Path) -> None:
    assert read_table(tmp_path).rows == {}


def test_semicolons_from_a_spreadsheet_are_understood(tmp_path: Path) -> None:
    assert table(tmp_path, "path;title\na.txt;One\n")["a.txt"].title == "One"


def test_for_a_single_file_only_its_own_row_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    table(tmp_path, "path,title\na.txt,One\nb.txt,Two\n")
    assert list(read_table(tmp_path / "a.txt").rows) == ["a.txt"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("path,colour\na.txt,red\n", "line 1: There is no column 'colour'."),
        ("title\nOne\n", "line 1: The column 'path' is missing."),
        ("", "line 1: The column 'path' is missing."),
        ("path,title,title\n", "line 1: The column 'title' is there twice."),
        ('path,title\na.txt,"two\nlines"\nb.txt,B,C\n', "line 4: The row has 3 cells for 2 columns."),
        ("path,title\n,One\n", "line 2: The row names no file."),
        ("path,title\na.txt,One\n./a.txt,Two\n", "line 3: a.txt is described twice."),
        ('path,title\na.txt,"open\n', "The row cannot be read"),
    ],
)
def test_a_table_that_cannot_be_used_names_the_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadMetadata) as caught:
        table(tmp_path, text)
    assert message in caught.value.message
    assert "documents.csv, line" in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("path,kind\na.txt,news\nb.txt,blog\n", "line 3: The kind 'blog' is not known. It stays unknown."),
        ("path,date\na.txt,26.7.2025\n", "line 2: The date '26.7.2025' is not a date. It stays unknown."),
    ],
)
def test_a_value_that_cannot_be_used_stays_unknown_with_a_warning(tmp_path: Path, text: str, warning: str) -> None:
    (tmp_path / "documents.csv").write_text(text)
    read = read_table(tmp_path)
    assert len(read.warnings) == 1
    assert f"documents.csv, {warning}" in read.warnings[0]
    assert "a.txt" in read.rows


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadMetadata, match="not in UTF-8"):
        table(tmp_path, "path,title\na.txt,Zürich\n", "cp1252")


def test_rows_for_files_that_are_not_there_are_warned_of(tmp_path: Path) -> None:
    rows = table(tmp_path, "path,title\na.txt,One\ngone.txt,Two\n")
    assert unmatched(rows, ["a.txt"]) == ["documents.csv describes gone.txt, which is not among the documents."]


@pytest.mark.parametrize(
    "title", ["Untitled", "Microsoft Word - report final.docx", "report_v3.pdf", "Document1", "   ", "---"]
)
def test_titles_that_programs_fill_in_are_ignored(title: str) -> None:
    assert stated(title=title).title is None


def test_a_files_own_field_that_does_not_pass_is_left_out() -> None:
    assert stated(title="AI rules", author="Administrator", date="soon", url="/relative") == Metadata(title="AI rules")
