"""The structure of plain text, from its line breaks: which lines belong together and which are headings.

Two ways of writing occur and are told apart by the lengths of the lines: a paragraph on each line, and lines broken
at a fixed width. In doubt a line stands by itself, except where it goes on in the middle of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus import markers
from corpus.document import Heading, Span

NARROWEST_WIDTH, WIDEST_WIDTH = 45, 130  # code points between which a text can be broken at a fixed width
LEAST_FULL = 0.6  # share of lines with no room for the next word, from which on the breaks come from the width
LONGEST_HEADING = 90  # code points
LONGEST_COLON_HEADING = 5  # words: "Key takeaways:", but not "The ministers agreed on the following:"
MOST_OF_A_LINE = (
    0.5  # of the width: such a line that ends in the middle of a sentence goes on, for breaks are not exact
)
SHORTEST_BROKEN = 30  # code points: a shorter line was ended on purpose, not broken

_UNDERLINE = re.compile(r"[=\-~_*#]{3,}")
_CLOSED = re.compile(r"[.!?…。！？;:][\"'”’»)\]]*$")
_NO_HEADING_END = re.compile(r"[.!?…。！？;,][\"'”’»)\]]*$")
_QUOTES = "\"'“‘«„([¿¡§"
_SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[.!?]\s+\S")
_BROKEN_OFF = re.compile(r"\b(?:a|an|the|of|to|and|or|for|with|from|in|at|by|as|that|if|is|are)$", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATED = re.compile(
    rf"\b(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}},?)\s+\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b", re.IGNORECASE
)
_SPOKEN = re.compile(
    r"\b(?:said|says|say|told|tells|added|adds|asked|asks|wrote|writes|argued|argues|warned|warns|stated|states|declared"
    r"|explained|replied|noted|notes|by|he|she|they|we|i|it)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int  # of the first character that is not white space
    text: str  # without white space at its ends
    indent: int
    after_blank: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_Group = list[_Line]
"""The lines of one paragraph."""


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    text: str
    lines: int
    after_blank: bool
    bullet: bool
    underlined: bool


def structure(text: str) -> tuple[tuple[Span, ...], tuple[Heading, ...]]:
    """The blocks of a text (paragraphs, headings, list items) and the headings among them, in order.

    List markers and lines of mere decoration belong to no block. Only what is surely a heading is one: of level 1 where
    it opens the text, of level 2 elsewhere.
    """
    lines = list(_lines(text))
    groups = list(_groups(lines, _width(lines)))
    marks = markers.lengths([group[0].text for group in groups])
    around = zip([None, *groups], groups, [*groups[1:], None], marks, strict=False)
    found = [
        block
        for before, group, after, mark in around
        if _says_something(block := _block(text, before, group, after, mark))
    ]
    titles = (
        Heading(block.start, block.end, 2 if index else 1)
        for index, block in enumerate(found)
        if _is_heading(found, index)
    )
    return tuple(Span(block.start, block.end) for block in found), tuple(titles)


def blocks(text: str) -> tuple[Span, ...]:
    """The blocks of `structure`."""
    return structure(text)[0]


def headings(text: str) -> tuple[Heading, ...]:
    """The headings of `structure`."""
    return structure(text)[1]


def _block(text: str, before: _Group | None, group: _Group, after: _Group | None, mark: int) -> _Block:
    first = group[0]
    if mark and _is_numbered_heading(before, group, after):
        mark = 0
    start, end = first.start + mark, group[-1].end
    underlined = after is not None and not after[0].after_blank and bool(_UNDERLINE.fullmatch(after[0].text))
    bullet = bool(markers.BULLET.match(first.text))
    return _Block(start, end, text[start:end], len(group), first.after_blank, bullet, underlined)


def _is_numbered_heading(before: _Group | None, group: _Group, after: _Group | None) -> bool:
    """Whether this may be "1. Scope": a short numbered line with other text above and below it keeps its number."""
    if len(group) > 1 or not markers.NUMBER.match(group[0].text) or not _may_be_heading(group[0].text):
        return False
    return not any(beside and markers.NUMBER.match(beside[0].text) for beside in (before, after))


def _says_something(block: _Block) -> bool:
    return block.text[:1].isalnum() or any(map(str.isalnum, block.text))


def _lines(text: str) -> Iterator[_Line]:
    position, after_blank = 0, True
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            indent = len(line) - len(line.lstrip())
            yield _Line(position + indent, bare, indent, after_blank)
        after_blank = not bare
        position += len(line) + 1


def _width(lines: list[_Line]) -> int | None:
    """The width at which the text is broken, or `None` where each line was ended on purpose."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    if not pairs:
        return None
    lengths = sorted(a.indent + len(a.text) for a, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not NARROWEST_WIDTH <= width <= WIDEST_WIDTH:
        return None
    full = sum(_full(a, b, width) for a, b in pairs)
    return width if full >= LEAST_FULL * len(pairs) else None


def _full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the following line had no room left."""
    return line.indent + len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def _groups(lines: list[_Line], width: int | None) -> Iterator[_Group]:
    group: _Group = []
    for line in lines:
        if group and not _goes_on(group[-1], line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(line: _Line, following: _Line, width: int | None) -> bool:
    if following.after_blank or markers.BULLET.match(following.text) or not any(map(str.isalnum, line.text)):
        return False
    closed = _CLOSED.search(line.text) is not None
    full = width is not None and _full(line, following, width)
    if markers.NUMBER.match(following.text) or markers.LETTER.match(following.text):
        return full and not closed
    if closed:
        return full
    long = len(line.text) >= (SHORTEST_BROKEN if width is None else MOST_OF_A_LINE * width)
    return full or (long and (width is not None or following.text[0].islower()))


def _is_heading(found: list[_Block], index: int) -> bool:
    block = found[index]
    if block.underlined and block.lines == 1 and len(block.text) <= LONGEST_HEADING:
        return True
    if block.lines > 1 or index + 1 == len(found) or block.bullet or not _may_be_heading(block.text):
        return False
    following = found[index + 1]
    if block.text.endswith(":"):
        return True
    is_title = index == 0 and following.after_blank
    if not (len(following.text) > LONGEST_HEADING or _CLOSED.search(following.text) or is_title):
        return False
    return index == 0 or block.after_blank or _CLOSED.search(found[index - 1].text) is not None


def _may_be_heading(line: str) -> bool:
    if len(line) > LONGEST_HEADING or _NO_HEADING_END.search(line) or _DATED.search(line):
        return False
    if not any(map(str.isalpha, line)) or line[0].islower() or not (line[0].isalnum() or line[0] in _QUOTES):
        return False
    if _SENTENCE_INSIDE.search(line) or _BROKEN_OFF.search(line):
        return False
    return not line.endswith(":") or (len(line.split()) <= LONGEST_COLON_HEADING and not _SPOKEN.search(line))
