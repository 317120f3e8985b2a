"""PDF: the text page by page, its lines put back together into paragraphs.

pdfium reads the file; `pdf_lines` takes the lines off the pages, `pdf_paragraphs` joins them and finds the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from threading import Lock
from typing import Any

from corpus import markers
from corpus.content import Content, Writer, tidy
from corpus.document import Metadata, Page
from corpus.errors import UnreadableFile
from corpus.formats.pdf_lines import Line, body_lines, lines_of
from corpus.formats.pdf_paragraphs import Paragraph, heading_levels, paragraphs
from corpus.metadata import stated

_ONE_AT_A_TIME = Lock()  # pdfium keeps global state: two threads in it end the process
_PASSWORD_NEEDED = 4  # FPDF_ERR_PASSWORD
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")


def read(data: bytes) -> Content:
    """Paragraphs, headings and pages; raises `UnreadableFile` for a PDF that is damaged, locked or only pictures."""
    import pypdfium2  # type: ignore[import-untyped]  # loads a native library

    with _ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _unusable(error) from error
        try:
            pages = [_lines_on(pdf, index) for index in range(len(pdf))]
            outline = {tidy(mark.get_title()).casefold(): mark.level for mark in pdf.get_toc()}
            metadata = _stated_by(pdf)
        finally:
            pdf.close()
    if not any(pages):
        pictures = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
        raise UnreadableFile(f"has no text ({pictures} of images).", "Run OCR on it first, for example with ocrmypdf.")
    return _content(paragraphs(body_lines(pages)), outline, metadata)


def _unusable(error: Any) -> UnreadableFile:
    if error.err_code == _PASSWORD_NEEDED:
        return UnreadableFile("is protected by a password.", "Save a copy without the password.")
    return UnreadableFile(
        "is damaged or not a PDF.", "Open it in a PDF viewer and save it again, or fetch it once more."
    )


def _lines_on(pdf: Any, index: int) -> list[Line]:
    page = pdf[index]
    text_page = page.get_textpage()
    try:
        return lines_of(text_page, index + 1)
    finally:
        text_page.close()
        page.close()


def _stated_by(pdf: Any) -> Metadata:
    fields = pdf.get_metadata_dict()
    date = _DATE.match(fields.get("CreationDate", ""))
    return stated(
        title=fields.get("Title"), author=fields.get("Author"), date="-".join(date.groups()) if date else None
    )


def _content(found: list[Paragraph], outline: dict[str, int], metadata: Metadata) -> Content:
    writer = Writer()
    starts: list[tuple[int, int]] = []
    marks = markers.lengths([paragraph.text for paragraph in found])
    for paragraph, level, mark in zip(found, heading_levels(found, outline), marks, strict=True):
        before = 0 if level else mark
        span = writer.add(paragraph.text[before:], level, marker=paragraph.text[:before])
        if span:
            starts.extend((span.start - before + offset, number) for offset, number in paragraph.pages)
    return Content(
        writer.text, tuple(writer.blocks), tuple(writer.headings), tuple(_pages(starts, writer.length)), metadata
    )


def _pages(starts: list[tuple[int, int]], length: int) -> Iterator[Page]:
    """From where each page's text begins, stretches that follow each other without a gap."""
    changes = [next(same) for _, same in groupby(starts, key=itemgetter(1))]
    for (start, number), (end, _) in pairwise([*changes, (length, 0)]):
        yield Page(start, end, number)
