"""What is known about documents: values checked one by one, and the table `documents.csv` beside the files."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from corpus.document import KINDS, METADATA_FIELDS, Metadata
from corpus.errors import BadMetadata

TABLE_NAME = "documents.csv"
_PATH = "path"
_COLUMNS = f"The columns are {_PATH}, {', '.join(METADATA_FIELDS)}."


def parse_values(values: Mapping[str, str]) -> Metadata:
    """One document's metadata from written values; an empty value means unknown.

    Raises:
        BadMetadata: an unknown field, or a kind, date, language or url that is none.
    """
    for name in values:
        if name not in METADATA_FIELDS:
            raise BadMetadata(f"There is no metadata field {name!r}.", f"The fields are {', '.join(METADATA_FIELDS)}.")
    checked = {name: _CHECKS.get(name, str)(" ".join(value.split())) for name, value in values.items() if value.strip()}
    return Metadata(**checked)


def usable_values(values: Mapping[str, str]) -> tuple[Metadata, list[str]]:
    """As `parse_values`, but a value that cannot be used stays unknown, with a warning that says why and what to do."""
    known, warnings = Metadata(), []
    for name, value in values.items():
        try:
            known = known.overlaid(parse_values({name: value}))
        except BadMetadata as error:
            warnings.append(f"{error.message} It stays unknown. {error.remedy}")
    return known, warnings


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one `documents.csv` by document id, and a warning for each value in it that cannot be used."""

    rows: dict[str, Metadata] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def read_table(root: Path) -> Table:
    """The table beside the documents; an empty one where there is no such file.

    `root` is the indexed folder, or a single file, in which case only its own row counts.

    Raises:
        BadMetadata: the table cannot be used; the message names the line.
    """
    folder = root if root.is_dir() else root.parent
    path = folder / TABLE_NAME
    if not path.is_file():
        return Table()
    table = _rows(_text_of(path))
    if root.is_dir():
        return table
    return Table({name: table.rows[name] for name in (document_id(root.name),) if name in table.rows}, table.warnings)


def unmatched(table: Iterable[str], ids: Iterable[str]) -> list[str]:
    """A warning for each row of `table` that describes none of the documents `ids`."""
    known = set(ids)
    return [f"{TABLE_NAME} describes {name}, which is not among the documents." for name in table if name not in known]


def document_id(path: str) -> str:
    """The id that a written path stands for: forward slashes, no `./`, composed Unicode characters (NFC)."""
    return unicodedata.normalize("NFC", PurePosixPath(path.strip().replace("\\", "/")).as_posix())


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadMetadata(f"{TABLE_NAME} is not in UTF-8.", "Save it as “CSV UTF-8”.") from error
    except OSError as error:
        raise BadMetadata(
            f"{TABLE_NAME} cannot be read: {error.strerror}.", "Check the file and its permissions."
        ) from error


def _rows(text: str) -> Table:
    first_line = text.split("\n", 1)[0]
    separator = ";" if "," not in first_line else ","  # spreadsheets use it where the comma is the decimal sign
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    table: dict[str, Metadata] = {}
    warnings: list[str] = []
    try:
        columns = _columns(next(reader, []))
        for cells in reader:
            for described, values in _row(columns, cells):
                if described in table:
                    raise BadMetadata(f"{described} is described twice.", "Keep one of the two rows.")
                table[described], unusable = usable_values(values)
                warnings += [f"{TABLE_NAME}, line {reader.line_num}: {warning}" for warning in unusable]
    except csv.Error as error:
        raise _at_line(reader.line_num, f"The row cannot be read: {error}.", "Check the quotation marks.") from error
    except BadMetadata as error:
        raise _at_line(reader.line_num, error.message, error.remedy) from error
    return Table(table, tuple(warnings))


def _columns(header: list[str]) -> list[str]:
    columns = [name.strip().lower() for name in header]
    for name in columns:
        if name != _PATH and name not in METADATA_FIELDS:
            raise BadMetadata(f"There is no column {name!r}.", _COLUMNS)
        if columns.count(name) > 1:
            raise BadMetadata(f"The column {name!r} is there twice.", "Keep one of the two.")
    if _PATH not in columns:
        raise BadMetadata(f"The column {_PATH!r} is missing.", _COLUMNS)
    return columns


def _row(columns: list[str], cells: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) > len(columns):
        raise BadMetadata(
            f"The row has {len(cells)} cells for {len(columns)} columns.",
            "Put values that hold a comma in quotation marks.",
        )
    values = dict(zip(columns, cells, strict=False))
    path = values.pop(_PATH, "").strip()
    if not path:
        raise BadMetadata("The row names no file.", f"Fill in the column {_PATH!r}.")
    yield document_id(path), values


def _at_line(number: int, message: str, remedy: str) -> BadMetadata:
    return BadMetadata(f"{TABLE_NAME}, line {max(number, 1)}: {message}", remedy)


def _kind(value: str) -> str:
    if value.lower() not in KINDS:
        raise BadMetadata(f"The kind {value!r} is not known.", f"The kinds are {', '.join(KINDS)}.")
    return value.lower()


def _date(value: str) -> str:
    try:
        return datetime.fromisoformat(value).date().isoformat()
    except ValueError as error:
        raise BadMetadata(
            f"The date {value!r} is not a date.", "Write year, month and day, such as 2025-07-26."
        ) from error


def _language(value: str) -> str:
    code = value.replace("_", "-").split("-")[0].lower()
    if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
        raise BadMetadata(f"The language {value!r} is not a language code.", "Write an ISO 639 code, such as en or zh.")
    return code


def _url(value: str) -> str:
    try:
        address = urlsplit(value)
        usable = address.scheme.lower() in ("http", "https") and bool(address.hostname)
    except ValueError:
        usable = False
    if not usable or any(char.isspace() or char in "<>\"'" for char in value):
        raise BadMetadata(f"The url {value!r} is not a web address.", "Write it in full, beginning with https://.")
    return value


_CHECKS = {"kind": _kind, "date": _date, "language": _language, "url": _url}


_JUNK = {  # what programs fill in by themselves
    "title": re.compile(
        r"(?:untitled|no title|title|document|presentation|slide|powerpoint presentation)\W*\d*"
        r"|microsoft (?:word|powerpoint) - .*|.*\.(?:docx?|pptx?|xlsx?|odt|rtf|pdf|indd|qxd|tex|dvi|html?)|[\W\d_]*",
        re.IGNORECASE,
    ),
    "author": re.compile(
        r"(?:unknown|anonymous|author|user|owner|admin|administrator|root|python-docx|microsoft office user|\W*)\W*\d*",
        re.IGNORECASE,
    ),
}


def stated(**values: str | None) -> Metadata:
    """Metadata from a file's own fields. What does not pass, or what a program filled in by itself, is left out."""
    known = Metadata()
    for name, value in values.items():
        if value and not (name in _JUNK and _JUNK[name].fullmatch(value.strip())):
            try:
                known = known.overlaid(parse_values({name: value}))
            except BadMetadata:
                continue
    return known
