"""A stretch of a document typeset for reading: paragraphs, headings, list items, page numbers, the quote marked."""

from __future__ import annotations

import re

from corpus import markup, plain
from corpus.document import Document, Span
from ui.page.words import escape

_LIST_MARKER = re.compile(r"(?:[-*+•]|\d{1,3}[.)])(?=\s*$)")
_DEEPEST_HEADING = 6
# Stand for the ends of the mark while the markup is taken away. Punctuation, so that `**` beside them still ends or
# begins what it did; of a script that died out in the third century, so that no text misses them.
_OPEN, _CLOSE = "\U00010a50", "\U00010a51"
_NO_ENDS = str.maketrans("", "", _OPEN + _CLOSE)


def typeset(document: Document, start: int, end: int, mark: Span | None = None, pages: bool = False) -> str:
    """HTML of `document.text[start:end]`, with `mark` in `<mark>` and, if `pages`, the page numbers between."""
    known = bool(document.blocks)
    blocks = list(document.blocks if known else plain.blocks(document.text))
    headings = document.headings if known else plain.headings(document.text)
    blocks = [b for b in blocks if b.start < end and b.end > start]
    if mark and not _hold(document.text, blocks, mark):
        blocks = [Span(start, mark.start), mark, Span(mark.end, end)]
    levels = {h.start: h.level for h in headings}
    if _is_title(document, blocks, mark):
        blocks = blocks[1:]
    numbers = _page_numbers(document, blocks) if pages else {}
    return "".join(
        numbers.get(block.start, "")
        + _block(document, Span(max(block.start, start), min(block.end, end)), mark, levels.get(block.start))
        for block in blocks
    )


def _is_title(document: Document, blocks: list[Span], mark: Span | None) -> bool:
    """Whether the first block only repeats the label that already stands above the text."""
    first = blocks[0] if blocks else Span(0, 0)
    return document.text[first.start : first.end].strip() == document.label and not (mark and mark.start < first.end)


def _hold(text: str, blocks: list[Span], mark: Span) -> bool:
    """Whether the blocks hold words of the mark; where they do not, it is shown as it stands."""
    return any(text[max(b.start, mark.start) : min(b.end, mark.end)].strip() for b in blocks)


def _page_numbers(document: Document, blocks: list[Span]) -> dict[int, str]:
    """For the first block of each page, the line that goes above it."""
    lines: dict[int, str] = {}
    pages = iter(document.pages)
    page = next(pages, None)
    for block in blocks:
        while page and page.start <= block.start:
            lines[block.start] = f'<p class="page-number">p. {page.number}</p>'
            page = next(pages, None)
    return lines


def _block(document: Document, span: Span, mark: Span | None, level: int | None) -> str:
    words = _words(document, span, mark)
    if not words:
        return ""
    if level is not None:
        return f'<p class="heading" role="heading" aria-level="{min(level + 3, _DEEPEST_HEADING)}">{words}</p>'
    marker = _list_marker(document.text, span.start)
    if marker:
        return f'<p class="item"><span class="marker">{escape(marker)}</span>{words}</p>'
    return f"<p>{words}</p>"


def _list_marker(text: str, start: int) -> str:
    match = _LIST_MARKER.search(text[text.rfind("\n", 0, start) + 1 : start])
    return "" if not match else match[0] if match[0][0].isdigit() else "•"


def _words(document: Document, span: Span, mark: Span | None) -> str:
    """The words of a block as HTML, the marked ones in `<mark>`.

    The ends of the mark are put in as two rare characters before the markup is taken away: read in pieces,
    `**` before the mark would not know of `**` inside it.
    """
    first, last = (max(mark.start, span.start), min(mark.end, span.end)) if mark else (span.end, span.end)
    parts = [document.text[a:b].translate(_NO_ENDS) for a, b in ((span.start, first), (first, last), (last, span.end))]
    if not mark or first >= last or not parts[1].strip():
        return escape(markup.plain(document.text[span.start : span.end], document.media_type))
    plain_text = markup.plain(f"{parts[0]}{_OPEN}{parts[1]}{_CLOSE}{parts[2]}", document.media_type)
    before, _, rest = plain_text.rpartition(_OPEN)
    inside, _, after = rest.partition(_CLOSE)
    return f"{escape(before)}<mark>{escape(inside)}</mark>{escape(after)}"
