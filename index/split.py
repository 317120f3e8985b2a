"""A document's text into sentences, and sentences into passages, with exact offsets.

Sentences come from `sentencex` (rules of about 300 languages), block by block, so that no sentence runs from a heading
into a paragraph. Compared with the Punkt data inside llama-index on the same text, it kept "Dr. Wu", "No. 14110",
"Sec. 4.2" and quotations of several sentences whole, where Punkt broke them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import sentencex

from corpus.document import Document, Span
from corpus.plain import blocks as plain_blocks
from index.passage import Passage, Sentence

SPLITTER_VERSION = 1
LONGEST_SENTENCE = (
    1_500  # code points: a longer "sentence" is a table or a lost full stop, and no reader cites it whole
)
# A list of sources names texts and states nothing, and it holds the words of nearly every question.
_REFERENCES = re.compile(r"(?:Sources?|References|Bibliography|Further reading|See also)\s*:", re.IGNORECASE)
_LABEL = re.compile(r"(?:\*\*|__)?(?:[A-Z0-9][\w,–-]*\s?){1,4}[.:](?:\*\*|__)?")

TokenCounter = Callable[[Sequence[str]], list[int]]


@dataclass(frozen=True, slots=True)
class SplitterSettings:
    """How large passages may be, in tokens of the embedding model, headings not counted."""

    max_tokens: int = 180
    min_tokens: int = 40


def sentences(document: Document) -> list[Sentence]:
    """All sentences of a document in order; together they hold every character of its blocks that is not white space."""
    headings = {(h.start, h.end) for h in document.headings}
    language = document.metadata.language or "en"
    return [
        Sentence(
            piece.start,
            piece.end,
            statement=(block.start, block.end) not in headings and not _REFERENCES.match(document.text, block.start),
            page=document.page_at(piece.start),
            heading=document.headings_at(piece.start),
        )
        for block in document.blocks or plain_blocks(document.text)
        for piece in _in_block(document.text, block, language)
    ]


def split(document: Document, count_tokens: TokenCounter, settings: SplitterSettings) -> list[Passage]:
    """The passages of a document, in order: every sentence is in exactly one of them.

    A passage ends where a section does, once it has `min_tokens`; a section longer than `max_tokens` becomes pieces of
    about equal size, so that none is a leftover. One sentence longer than `max_tokens` is a passage by itself.
    """
    found = sentences(document)
    if not found:
        return []
    counts = count_tokens([document.text[s.start : s.end] for s in found])
    groups = (
        piece for section in _sections(found, counts, settings) for piece in _balanced(section, settings.max_tokens)
    )
    return [_passage(document, [sentence for sentence, _ in group]) for group in groups]


def _trimmed(text: str, start: int, end: int) -> Iterable[Span]:
    stretch = text[start:end]
    if bare := stretch.strip():
        offset = start + stretch.index(bare)
        yield Span(offset, offset + len(bare))


def _in_block(text: str, block: Span, language: str) -> Iterable[Span]:
    start = block.start
    for found in sentencex.get_sentence_boundaries(language, text[block.start : block.end]):
        end = block.start + found["end_index"]
        if end < block.end and _opens_the_next(text[start:end]):
            continue
        for span in _trimmed(text, start, end):
            yield from _short_enough(text, span)
        start = end


def _opens_the_next(piece: str) -> bool:
    """Whether a piece is no sentence but the label of the next ("15 April 2025.", "Fines."), or ends inside bold type."""
    return bool(_LABEL.fullmatch(piece.strip())) or piece.count("**") % 2 == 1


def _short_enough(text: str, span: Span) -> Iterable[Span]:
    while span.end - span.start > LONGEST_SENTENCE:
        gaps = [m.start() for m in re.finditer(r"\s", text[span.start : span.start + LONGEST_SENTENCE])]
        cut = span.start + (gaps[-1] if gaps and gaps[-1] > 0 else LONGEST_SENTENCE)
        yield from _trimmed(text, span.start, cut)
        rest = list(_trimmed(text, cut, span.end))
        if not rest:
            return
        span = rest[0]
    yield span


Counted = tuple[Sentence, int]


def _sections(found: list[Sentence], counts: list[int], settings: SplitterSettings) -> Iterable[list[Counted]]:
    section: list[Counted] = []
    for sentence, count in zip(found, counts, strict=True):
        starts_section = not sentence.statement and any(s.statement for s, _ in section)
        if starts_section and sum(n for _, n in section) >= settings.min_tokens:
            yield section
            section = []
        section.append((sentence, count))
    yield section


def _balanced(section: list[Counted], max_tokens: int) -> Iterable[list[Counted]]:
    """Cut a section into as few pieces as fit, of about the same number of tokens."""
    total = sum(count for _, count in section)
    pieces = -(-total // max_tokens)
    target = total / max(pieces, 1)
    piece: list[Counted] = []
    size = 0
    for sentence, count in section:
        if piece and (size + count > max_tokens or size + count / 2 > target):
            yield piece
            piece, size = [], 0
        piece.append((sentence, count))
        size += count
    yield piece


def _passage(document: Document, group: list[Sentence]) -> Passage:
    start, end = group[0].start, group[-1].end
    return Passage(
        id=f"{document.id}#{start}-{end}@{document.sha256[:12]}",
        document_id=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        sentences=tuple(group),
        sha256=document.sha256,
    )
