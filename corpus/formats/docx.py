"""Word documents (DOCX): paragraphs, headings by their style, list items and table rows in the order of the text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from corpus.content import Content, Writer
from corpus.document import Metadata
from corpus.errors import UnreadableFile
from corpus.metadata import stated

MOST_UNPACKED_BYTES = 300_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_MAIN_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WHITE = {f"{_W}tab", f"{_W}br", f"{_W}cr"}
_NOT_TEXT = {  # deleted, moved away, drawn beside the text, or said twice for old programs
    *(f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "pPr", "rPr", "instrText")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_TRANSPARENT = {f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_TEMPLATE_AUTHOR, _TEMPLATE_YEAR = "python-docx", 2013  # a file made from python-docx's template bears its date


def read(data: bytes) -> Content:
    """The text of the body; headers, footers, comments, footnotes and deleted text are left out."""
    _check(data)
    from docx import Document  # 0.2 s to load

    document = Document(io.BytesIO(data))
    levels = _Levels(document.styles.element)
    written = list(_blocks(document.element.body, levels))
    shift = 1 if any(level == 0 for _, level in written) else 0
    writer = Writer()
    for text, level in written:
        writer.add(text, None if level is None else level + shift)
    return writer.content(_stated_by(document.core_properties))


def _check(data: bytes) -> None:
    if data.startswith(_OLD_OFFICE):
        raise UnreadableFile("is an old Word file or protected by a password.", "Save it as .docx without a password.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
            is_word = _MAIN_PART in archive.namelist() or "[Content_Types].xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise UnreadableFile(
            "is damaged or not a Word file.", "Open it in a word processor and save it again."
        ) from error
    if unpacked > MOST_UNPACKED_BYTES:
        size = f"{unpacked / 1_000_000:,.0f} MB"
        raise UnreadableFile(
            f"unpacks to {size}, which is too much.", "Take the pictures out, or save it as plain text."
        )
    if not is_word:
        raise UnreadableFile("is a ZIP archive but not a Word file.", "Unpack it and index what it holds.")


class _Levels:
    """Heading levels by style: 0 for a title, 1 to 9 for headings; styles inherit from the one they are based on."""

    def __init__(self, styles: Any) -> None:
        self.styles = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}

    def of(self, paragraph: Any) -> int | None:
        """The level of a paragraph's heading, or `None`."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return None
        style = properties.find(f"{_W}pStyle")
        own = _outline_level(properties)
        return own if own is not None else self._of_style(None if style is None else style.get(f"{_W}val"))

    def is_contents(self, paragraph: Any) -> bool:
        """Whether this is an entry of the table of contents."""
        style = self.styles.get(paragraph.xpath("string(w:pPr/w:pStyle/@w:val)"))
        return style is not None and style.xpath("string(w:name/@w:val)").lower().startswith("toc ")

    def _of_style(self, name: str | None) -> int | None:
        for style in self._with_bases(name):
            title = style.xpath("string(w:name/@w:val)").lower()
            if title == "title":
                return 0
            if title.startswith("heading ") and title[8:].isdigit():
                return int(title[8:])
            properties = style.find(f"{_W}pPr")
            level = None if properties is None else _outline_level(properties)
            if level is not None:
                return level
        return None

    def _with_bases(self, name: str | None) -> Iterator[Any]:
        """A style and those that it inherits from, nearest first."""
        seen: set[str] = set()
        while name and name in self.styles and name not in seen:
            seen.add(name)
            yield self.styles[name]
            name = self.styles[name].xpath("string(w:basedOn/@w:val)")


def _outline_level(properties: Any) -> int | None:
    element = properties.find(f"{_W}outlineLvl")
    value = "" if element is None else element.get(f"{_W}val") or ""
    return int(value) + 1 if value.isdigit() and int(value) < 9 else None  # 9 means body text


def _blocks(container: Any, levels: _Levels) -> Iterator[tuple[str, int | None]]:
    """Text and heading level of each paragraph and table row."""
    for element in container:
        if element.tag == f"{_W}p":
            if not levels.is_contents(element):
                yield _text(element), levels.of(element)
        elif element.tag == f"{_W}tbl":
            for row in element.iter(f"{_W}tr"):
                yield from _row(row, levels)
        elif element.tag in _TRANSPARENT:
            yield from _blocks(element, levels)


def _row(row: Any, levels: _Levels) -> Iterator[tuple[str, int | None]]:
    if any(ancestor.tag == f"{_W}tr" for ancestor in row.iterancestors()):  # part of the cell around it
        return
    cells = list(row.iter(f"{_W}tc")) if row.find(f".//{_W}tbl") is None else row.findall(f"{_W}tc")
    if len(cells) == 1:  # a table used for the layout
        yield from _blocks(cells[0], levels)
        return
    yield " | ".join(" ".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p")).strip() for cell in cells), None


def _text(paragraph: Any) -> str:
    parts: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _WHITE:
            parts.append(" ")
        elif element.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif element.tag not in _NOT_TEXT:
            waiting.extend(reversed(element))
    return "".join(parts)


def _stated_by(properties: Any) -> Metadata:
    created: datetime | None = properties.created
    if created and (properties.author == _TEMPLATE_AUTHOR or created.year <= _TEMPLATE_YEAR):
        created = None
    return stated(
        title=properties.title,
        author=properties.author,
        date=created.date().isoformat() if created else None,
        language=properties.language,
    )
