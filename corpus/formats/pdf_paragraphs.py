"""Lines of a PDF back into the paragraphs they were broken from, and which of those are headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus import markers
from corpus.formats.pdf_lines import Line

LARGER = 1.12  # times the body's size: a heading
SMALLER = 0.92  # times the body's size: a footnote
SAME_SIZE = 0.08  # share by which the sizes of lines of one paragraph may differ
CODE_SIZE = 0.25  # the same where a sentence surely goes on: code within it is set smaller
WIDER_GAP = 1.25  # times the usual distance of two lines: a new paragraph
LONGEST_HEADING = 200  # code points

_CLOSED = re.compile(r"[.!?…。！？:;][\"'”’»)\]]*\d{0,3}$")  # a footnote's number may follow
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Rank = tuple[float, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, its lines, and at which offset of the text each of its pages begins."""

    text: str
    lines: tuple[Line, ...]
    pages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    size: float  # of most of the text, in points
    distance: float  # from one line of it to the next
    edges: dict[tuple[int, int], float]  # right edge of the column, by page and number of the line on it


def paragraphs(pages: list[list[Line]]) -> list[Paragraph]:
    """The paragraphs in order; one that runs over the end of a page stays whole, and footnotes come after it."""
    groups: list[list[Line]] = []
    layout = _layout(pages)
    for page in pages:
        new = list(_groups(page, layout))
        above = _last_of_body(groups, layout)
        if above and new and _goes_over(above[-1], new[0][0], layout):
            above.extend(new.pop(0))
        groups.extend(new)
    words = Counter(word.lower() for page in pages for line in page for word in _WORD.findall(line.text))
    return [_joined(group, words) for group in groups]


def _layout(pages: list[list[Line]]) -> _Layout:
    lines = [line for page in pages for line in page]
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size * 2) / 2] += len(line.text)
    size = letters.most_common(1)[0][0] if letters else 0.0
    gaps = [
        a.bottom - b.bottom
        for page in pages
        for a, b in pairwise(page)
        if _alike(a.size, b.size) and _alike(a.size, size)
    ]
    down = sorted(gap for gap in gaps if 0.5 * size < gap < 3 * size)
    distance = down[len(down) // 3] if down else 1.2 * size
    return _Layout(size, distance, {(id(line), line.page): edge for page in pages for line, edge in _edges(page)})


def _alike(size: float, other: float, share: float = SAME_SIZE) -> bool:
    return abs(size - other) <= share * max(size, other)


def _edges(page: list[Line]) -> Iterator[tuple[Line, float]]:
    """Where the column of each line ends: nearly as far as the longest lines above and below it reach."""
    for line in page:
        column = sorted(other.right for other in page if other.left < line.right and other.right > line.left)
        yield line, column[int(0.9 * (len(column) - 1))]


def _groups(page: list[Line], layout: _Layout) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in page:
        if group and not _goes_on(group, line, layout):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: list[Line], following: Line, layout: _Layout) -> bool:
    line = group[-1]
    down = line.bottom - following.bottom
    if abs(down) < 0.3 * line.size and following.left >= line.right:  # further along on the same line
        return True
    if down < -0.3 * line.size:  # the next column
        return _goes_over(line, following, layout)
    open_end = _CLOSED.search(line.text) is None
    full = _full(line, following, layout)
    alike = _alike(line.size, following.size, CODE_SIZE if open_end and full else SAME_SIZE)
    if not alike or markers.BULLET.match(following.text):
        return False
    if line.size >= LARGER * layout.size:
        return down <= 1.6 * line.size and line.bold == following.bold
    mid_sentence = open_end and following.text[0].islower()
    if down > WIDER_GAP * layout.distance:
        return mid_sentence and full and down <= 2 * layout.distance
    if _is_item(following):
        return full and open_end and abs(following.left - line.left) < 2
    if line.bold != following.bold and not full:
        return False
    indented = following.left - line.left > 0.6 * line.size and len(group) > 1
    return mid_sentence or (full and not (indented and not open_end))


def _goes_over(line: Line, following: Line, layout: _Layout) -> bool:
    """Whether a sentence runs on after the end of a page or column."""
    if _CLOSED.search(line.text) or not _alike(line.size, following.size) or line.size >= LARGER * layout.size:
        return False
    return following.text[0].islower() or (
        _full(line, following, layout) and line.bold == following.bold and not _is_item(following)
    )


def _is_item(line: Line) -> bool:
    return any(mark.match(line.text) for mark in (markers.BULLET, markers.LETTER, markers.NUMBER))


def _full(line: Line, following: Line, layout: _Layout) -> bool:
    return not line.room_for(following.text.split()[0], layout.edges[id(line), line.page])


def _last_of_body(groups: list[list[Line]], layout: _Layout) -> list[Line] | None:
    """The last paragraph that is no footnote."""
    return next((group for group in reversed(groups) if group[0].size >= SMALLER * layout.size), None)


def _joined(group: list[Line], words: Counter[str]) -> Paragraph:
    text = markers.BULLET.sub("", group[0].text, count=1)
    pages = [(0, group[0].page)]
    for line, following in pairwise(group):
        glue = _glue(text, following.text, words)
        text = text.removesuffix("-") if glue is None else text + glue
        if following.page != line.page:
            pages.append((len(text), following.page))
        text += following.text
    return Paragraph(text, tuple(group), tuple(pages))


def _glue(text: str, following: str, words: Counter[str]) -> str | None:
    """What goes between two lines; `None`: nothing, and the hyphen at the end of `text` goes too."""
    first, second = _LAST_WORD.search(text), _WORD.match(following)
    if not first or not second or not second[0][0].islower():
        return "" if first and second else " "
    return None if _broken(first[1].lower(), second[0].lower(), words) else ""


def _broken(first: str, second: str, words: Counter[str]) -> bool:
    """Whether a hyphen only breaks a word: the text has the whole word elsewhere, or has neither half as a word."""
    if words[f"{first}-{second}"]:
        return False
    return bool(words[first + second]) or (words[first] < 2 and words[second] < 2)  # each half is counted here once


def heading_levels(found: list[Paragraph], outline: dict[str, int]) -> Iterable[int | None]:
    """For each paragraph the level of the heading it is, or `None`.

    A paragraph that the outline names is a heading; so is one in larger letters, or all in bold where the text is not.
    """
    body = (
        median(sorted(line.size for p in found for line in p.lines for _ in range(len(line.text) // 20 + 1)))
        if found
        else 0.0
    )
    bold_body = sum(line.bold for p in found for line in p.lines) > 0.4 * sum(len(p.lines) for p in found)
    ranks = _without_cover([_rank(paragraph, body, bold_body, outline) for paragraph in found])
    order = sorted({rank for rank in ranks if rank is not None}, reverse=True)
    return [None if rank is None else order.index(rank) + 1 for rank in ranks]


def _without_cover(ranks: list[Rank | None]) -> list[Rank | None]:
    """Only the title, of what stands before the first text: names and addresses there look like headings too.

    What looks like the headings further on is kept.
    """
    first_text = next((index for index, rank in enumerate(ranks) if rank is None), len(ranks))
    known = {rank for rank in ranks[first_text:] if rank is not None}
    if first_text:
        known.add(max(rank for rank in ranks[:first_text] if rank is not None))
    return [rank if rank in known else None for rank in ranks]


def _rank(paragraph: Paragraph, body: float, bold_body: bool, outline: dict[str, int]) -> Rank | None:
    """How high a heading stands: by the size of its letters, then by its place in the outline; `None`: no heading."""
    size = round(2 * median(line.size for line in paragraph.lines)) / 2
    level = outline.get(paragraph.text.casefold())
    if level is not None:
        return (size, -level)
    if len(paragraph.text) > LONGEST_HEADING or re.search(r"[.;,:][\"'”’)]*$", paragraph.text):
        return None
    if size >= LARGER * body:
        return (size, 0)
    bold = all(line.bold for line in paragraph.lines) and not bold_body and len(paragraph.lines) <= 2
    return (size, 0) if bold and size >= SMALLER * body else None
