"""A file becomes a `Document`. A format is one entry in `FORMATS`."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from corpus.content import Content, Reader
from corpus.document import Document
from corpus.errors import UnreadableFile
from corpus.formats import docx, html, markdown, pdf, plain

OPENS_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file: what people call it, its media type and the function that reads it."""

    name: str
    media_type: str
    read: Reader


_PLAIN = Format("plain text", "text/plain", plain.read)
_MARKDOWN = Format("Markdown", "text/markdown", markdown.read)
_HTML = Format("HTML", "text/html", html.read)
_PDF = Format("PDF", "application/pdf", pdf.read)
_DOCX = Format("Word (DOCX)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx.read)

FORMATS = {
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".pdf": _PDF,
    ".docx": _DOCX,
}
SUFFIXES = tuple(FORMATS)


def read_file(path: Path, id: str, *, max_bytes: int) -> Document:
    """The document that a file holds.

    Args:
        path: the file; its suffix decides how it is read.
        id: what the document will be called.
        max_bytes: a larger file is refused before any of it is read.

    Raises:
        UnreadableFile: for whatever reason it cannot become a document; the message begins with the id.
    """
    found = format_of(path)
    if found is None:
        raise UnreadableFile(
            f"{id} is not in a format that can be read.", f"Convert it to one of {', '.join(SUFFIXES)}."
        )
    try:
        data = _bytes_of(path, max_bytes)
        content = _content_of(found, data)
    except UnreadableFile as error:
        raise UnreadableFile(f"{id} {error.message}", error.remedy) from error
    return Document(
        id=id,
        text=content.text,
        metadata=content.metadata,
        source_sha256=hashlib.sha256(data).hexdigest(),
        media_type=found.media_type,
        headings=content.headings,
        pages=content.pages,
        blocks=content.blocks,
        warnings=tuple(f"{id}: {warning}" for warning in content.warnings),
    )


def format_of(path: Path) -> Format | None:
    """The entry of `FORMATS` for a file name, or `None`."""
    return FORMATS.get(path.suffix.lower())


def _content_of(format: Format, data: bytes) -> Content:
    if not data.strip():
        raise UnreadableFile("is empty.", "Put its text in, or remove the file.")
    try:
        content = format.read(data)
    except UnreadableFile:
        raise
    except Exception as error:  # a library may raise anything on a damaged file, and the other files must go on
        reason = str(error).strip().splitlines()[:1] or [type(error).__name__]
        raise UnreadableFile(
            f"cannot be read as {format.name}: {reason[0][:200]}.",
            "Open it in the program that made it and save it again.",
        ) from error
    if not content.text.strip():
        raise UnreadableFile("holds no text.", "Check the file in the program that made it, or remove it.")
    return content


def _bytes_of(path: Path, max_bytes: int) -> bytes:
    try:
        _check(path.stat(), max_bytes)
        descriptor = os.open(path, os.O_RDONLY | OPENS_WITHOUT_WAITING)
        with os.fdopen(descriptor, "rb") as file:
            _check(os.fstat(descriptor), max_bytes)  # the name may lead to another file by now
            data = file.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableFile("is no longer there.", "Run the command again if it was moved or renamed.") from error
    except PermissionError as error:
        raise UnreadableFile(
            "may not be read: permission denied.", "Give yourself the right to read the file."
        ) from error
    except OSError as error:
        raise UnreadableFile(
            f"cannot be opened: {error.strerror or error}.", "Check the file and the disk it is on."
        ) from error
    if len(data) > max_bytes:
        raise _too_large(len(data), max_bytes)
    return data


def _check(status: os.stat_result, max_bytes: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableFile("is a folder, not a file.", "Name a file inside it, or index the folder.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile("is not a regular file.", "Copy what it provides into a file.")
    if status.st_size > max_bytes:
        raise _too_large(status.st_size, max_bytes)


def _too_large(size: int, max_bytes: int) -> UnreadableFile:
    return UnreadableFile(
        f"is larger than the limit: {_megabytes(size)} of at most {_megabytes(max_bytes)}.",
        "Split it into smaller files, or raise the limit (max_file_bytes).",
    )


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{size:,} bytes"
