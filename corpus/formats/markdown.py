"""Markdown: the text as it is written, without its front matter, with the blocks that the markup makes."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.content import Content
from corpus.document import METADATA_FIELDS, Heading, Metadata, Span
from corpus.encoding import decode
from corpus.metadata import usable_values

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
LONGEST_FRONT_MATTER = 50_000  # code points; what stands between two thin lines further apart is text
_YAML = yaml.BaseLoader  # every value stays the text it is; in C it is faster but ends the process on deep nesting
_OTHER_SPELLINGS = {"license": "licence", "lang": "language", "authors": "author", "source_url": "url"}
_ONLY_PICTURES = re.compile(r"(?:!\[[^\]\n]*\]\([^)\n]*\)\s*)+")
_TASK = re.compile(r"\[[ xX]\]\s+")
_TAG_OR_TEXT = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>|([^<]+|<)", re.DOTALL)
_NO_PROSE = re.compile(r"\s*<(?:script|style|svg|template)\b", re.IGNORECASE)


def read(data: bytes) -> Content:
    """What of the front matter cannot be used stays unknown, with a warning."""
    metadata, text, warnings = _without_front_matter(decode(data))
    blocks, headings = structure(text)
    return Content(text, blocks, headings, metadata=metadata, warnings=tuple(warnings))


def structure(text: str) -> tuple[tuple[Span, ...], tuple[Heading, ...]]:
    """The blocks of a Markdown text and the headings among them, without the marks around their words."""
    lines = _Lines(text)
    blocks: list[Span] = []
    headings: list[Heading] = []
    for token, content in pairwise([*_parser().parse(text), Token("end", "", 0)]):
        span = _span(lines, token, content)
        if span is None or (blocks and span.start < blocks[-1].end):
            continue
        blocks.append(span)
        if token.type == "heading_open":
            headings.append(Heading(span.start, span.end, int(token.tag[1:])))
    return tuple(blocks), tuple(headings)


def _without_front_matter(text: str) -> tuple[Metadata, str, list[str]]:
    """The metadata of the front matter, the text without it, and what of it could not be used."""
    match = _FRONT_MATTER.match(text)
    if match is None or len(match[1]) > LONGEST_FRONT_MATTER:
        return Metadata(), text, []
    try:
        values = yaml.load(match[1], Loader=_YAML)  # noqa: S506 - it makes nothing but strings, lists and dicts
    except (yaml.YAMLError, RecursionError) as error:
        return Metadata(), text[match.end() :], [_unreadable(error)]
    if values and not isinstance(values, dict):
        return Metadata(), text, []
    metadata, warnings = usable_values(_known_fields(values or {}))
    return metadata, text[match.end() :], [f"front matter: {warning}" for warning in warnings]


def _unreadable(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f"line {mark.line + 2}: " if mark else ""
    return (
        f"its front matter cannot be read, so its values stay unknown: {line}{getattr(error, 'problem', None) or 'not YAML'}. "
        "Correct it, for example with quotation marks around a value that holds a colon."
    )


def _known_fields(values: dict[Any, Any]) -> dict[str, str]:
    named = {_OTHER_SPELLINGS.get(str(name).lower(), str(name).lower()): value for name, value in values.items()}
    return {name: _written(value) for name, value in named.items() if name in METADATA_FIELDS}


def _written(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) and value not in ("~", "null") else ""


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])  # what stands inside a block does not move its ends
    return parser


class _Lines:
    """A text by lines, to find the offsets that the parser leaves out."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def trimmed(self, first: int, left: int, last: int, right: int) -> Span | None:
        """From column `left` of the line `first` to column `right` of `last`, without white space at the ends."""
        while first <= last and not self.lines[first][left : right if first == last else None].strip():
            first, left = first + 1, 0
        if first > last:
            return None
        while not self.lines[last][left if first == last else 0 : right].strip():
            last -= 1
            right = len(self.lines[last])
        start_line = self.lines[first][left : right if first == last else None]
        end_line = self.lines[last][:right]
        start = self.starts[first] + left + len(start_line) - len(start_line.lstrip())
        return Span(start, self.starts[last] + len(end_line.rstrip()))

    def indent(self, number: int, content: str, row: int) -> int:
        """How many list and quotation marks stand before a line in the text but not in the parser's `content`."""
        return max(0, len(self.lines[number]) - len(content.split("\n")[row]))


def _span(lines: _Lines, token: Token, following: Token) -> Span | None:
    if token.map is None:
        return None
    first, last = token.map[0], min(token.map[1], len(lines.lines)) - 1
    if token.type in ("paragraph_open", "heading_open"):
        return _prose(lines, first, following.content, token.markup)
    if token.type == "tr_open":
        return _row(lines, first)
    if token.type == "fence":
        closed = last > first and lines.lines[last].lstrip(" \t>").startswith(token.markup)
        return lines.trimmed(first + 1, 0, last - closed, len(lines.lines[last - closed]))
    if token.type == "code_block":
        return lines.trimmed(first, 0, last, len(lines.lines[last]))
    return _html(lines, first, token.content) if token.type == "html_block" else None


def _prose(lines: _Lines, first: int, content: str, markup: str) -> Span | None:
    """The span of a paragraph or heading whose text without list and quotation marks is `content`."""
    if not any(map(str.isalnum, content)) or _ONLY_PICTURES.fullmatch(content):
        return None
    written = content.split("\n")
    last = first + len(written) - 1
    opening = lines.lines[first].rstrip()
    left = opening.rfind(written[0].rstrip()) if markup.startswith("#") else len(opening) - len(written[0].rstrip())
    if task := _TASK.match(content):
        left += task.end()
    right = left + len(content) if markup.startswith("#") else len(lines.lines[last])
    return lines.trimmed(first, max(left, 0), last, right)


def _row(lines: _Lines, number: int) -> Span | None:
    line = lines.lines[number]
    bare = line.lstrip(" \t>").lstrip("|").lstrip()
    left = len(line) - len(bare)
    return lines.trimmed(number, left, number, len(line.rstrip().removesuffix("|").rstrip()))


def _html(lines: _Lines, first: int, content: str) -> Span | None:
    """What a block of HTML says, without comments and without the tags at its ends."""
    if _NO_PROSE.match(content):
        return None
    said = [match.span(1) for match in _TAG_OR_TEXT.finditer(content) if any(map(str.isalnum, match[1] or ""))]
    if not said:
        return None
    start, end = said[0][0], said[-1][1]
    top, bottom = content.count("\n", 0, start), content.count("\n", 0, end)
    left = start - (content.rfind("\n", 0, start) + 1)
    right = end - (content.rfind("\n", 0, end) + 1)
    return lines.trimmed(
        first + top,
        lines.indent(first + top, content, top) + left,
        first + bottom,
        lines.indent(first + bottom, content, bottom) + right,
    )
