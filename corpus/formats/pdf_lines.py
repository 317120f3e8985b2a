"""The lines on the pages of a PDF with their places, without what is repeated on each page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from corpus.content import tidy

EDGE_LINES = 3  # how many lines at the top and at the bottom of a page may be a running header or footer
SAME_HEIGHT = 4.0  # points by which its place may vary
BOLD = 600  # font weight
MOST_SAMPLED = 12  # letters of a line that are measured
_HYPHEN_AT_END = "\x02"  # how pdfium marks it, in place of the hyphen and of the line break
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_CONTENTS_ENTRY = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*[-–—|(\[]?\s*(\d{1,4}|[ivxl]{1,7})\s*[-–—|)\]]?(?:\s*(?:of|/|von)\s*\d{1,4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, in points from the lower left corner; `size` is the height of its letters' boxes."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    size: float
    bold: bool = False

    def room_for(self, word: str, edge: float) -> bool:
        """Whether `word` would surely have fitted on this line too, in a column that ends at `edge`."""
        letter = (self.right - self.left) / max(len(self.text), 1)
        return self.right + 1.25 * letter * (len(word) + 1) <= edge


def lines_of(text_page: Any, number: int) -> list[Line]:
    """The lines of one pdfium text page, in the order in which it gives them."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    codes = [pdfium.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars())]
    return [line for span in _spans(codes) if (line := _line(text_page, codes, *span, number))]


def _spans(codes: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, code in enumerate(codes):
        if code in (0x0A, 0x0D):
            yield start, index
            start = index + 1
        elif code == ord(_HYPHEN_AT_END):
            yield start, index + 1
            start = index + 1
    yield start, len(codes)


def _line(text_page: Any, codes: list[int], start: int, end: int, number: int) -> Line | None:
    while start < end and chr(codes[start]).isspace():
        start += 1
    while start < end and chr(codes[end - 1]).isspace():
        end -= 1
    units = b"".join(
        code.to_bytes(2, "little") if code < 0x10000 else chr(code).encode("utf-16-le") for code in codes[start:end]
    )
    text = tidy(_printable(units.decode("utf-16-le", "replace")).translate(_LIGATURES))
    if not text:
        return None
    import pypdfium2.raw as pdfium

    inked = [
        index for index in range(start, end) if not chr(codes[index]).isspace() and codes[index] != ord(_HYPHEN_AT_END)
    ]
    sample = inked[:: max(1, len(inked) // MOST_SAMPLED)]
    if not sample:
        return None
    boxes = [text_page.get_charbox(index, loose=True) for index in sample]
    right = text_page.get_charbox(inked[-1], loose=True)[2]
    bold = all(pdfium.FPDFText_GetFontWeight(text_page, index) >= BOLD for index in sample)
    return Line(
        text,
        number,
        boxes[0][0],
        right,
        median(box[1] for box in boxes),
        median(box[3] - box[1] for box in boxes),
        bold,
    )


def _printable(text: str) -> str:
    text = text.replace(_HYPHEN_AT_END, "-").replace("\ufffe", "-")
    return "".join(char if char.isprintable() or char.isspace() else " " for char in text)


def body_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """The lines of each page without running headers, footers, page numbers and tables of contents with dots."""
    furniture = _furniture(pages)
    return [
        [line for line in page if id(line) not in furniture and not _CONTENTS_ENTRY.search(line.text)] for page in pages
    ]


def _furniture(pages: list[list[Line]]) -> set[int]:
    """The lines at an edge that come back on other pages at the same height, or count the pages."""
    written = [line.size for page in pages for line in page]
    largest = 1.05 * median(written) if written else 0.0
    alike: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for page in pages:
        for line in _edges(page):
            if line.size <= largest:
                for key in _keys(line):
                    alike[key].append(line)
    enough = 2 if len(pages) <= 4 else 3
    repeated = [line for lines in alike.values() if len(_pages_of(lines)) >= enough for line in _at_one_height(lines)]
    found = {id(line) for line in repeated}
    counting = {place for line in repeated for place in _counted_places(line)}
    found |= {id(line) for page in pages for line in _edges(page) if counting.intersection(_counted_places(line))}
    return found | {id(line) for page in pages for line in _numbers_of(page)}


def _counted_places(line: Line) -> Iterator[tuple[int, int]]:
    """Height and offset of a page number at the start or end of a line: "3 Utilities 7" stands where "8" does."""
    for number in re.findall(r"^\d{1,4}\b|\b\d{1,4}$", line.text):
        yield round(line.bottom), int(number) - line.page


def _numbers_of(page: list[Line]) -> Iterator[Line]:
    """The highest and lowest line, where they hold the page's own number and nothing else."""
    if len(page) > 1:
        for line in (max(page, key=_height), min(page, key=_height)):
            number = _PAGE_NUMBER.fullmatch(line.text)
            if number and number[1] == str(line.page):
                yield line


def _height(line: Line) -> float:
    return line.bottom


def _edges(page: list[Line]) -> Iterable[Line]:
    by_height = sorted(page, key=_height)
    return {id(line): line for line in (*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:])}.values()


def _keys(line: Line) -> Iterator[tuple[str, int]]:
    """What makes a line the same as one on another page: its words, or its words around a number that counts along."""
    yield line.text, -1
    for number in re.finditer(r"\d{1,4}", line.text):
        yield line.text[: number.start()] + "#" + line.text[number.end() :], int(number[0]) - line.page
    if _PAGE_NUMBER.fullmatch(line.text) and not line.text.isdigit():
        yield "#", -1


def _at_one_height(lines: list[Line]) -> list[Line]:
    middle = median(line.bottom for line in lines)
    near = [line for line in lines if abs(line.bottom - middle) <= SAME_HEIGHT]
    return near if len(_pages_of(near)) > 1 else []


def _pages_of(lines: list[Line]) -> set[int]:
    return {line.page for line in lines}
