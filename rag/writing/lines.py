"""One line of a reply: what it is, and its words without the marks of Markdown that stand before them. Pure functions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from rag.writing.markers import GROUP, only_markers

_PREFIX = re.compile(r"(?:>\s?|[-*+•‣–—·]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+|\[[ xX]\]\s+)(?=\S)")
_MAYBE_PREFIX = re.compile(r"(?:[>#*+•‣–—·|`=~_-]+|\(?\d{1,2}[.)]?|\(?[a-z]\)|\(\w?|\[[ xX]?\]?)")
_LABEL = re.compile(r"(?:\*\*)?(?:(?:Final |Short )?Answer|Response|Summary|A)\s?:\s?(?:\*\*)?\s*", re.IGNORECASE)
_LIST_OF_SOURCES = re.compile(
    r"[#*_\s]{0,8}(?:Sources?|References?|Citations?|Evidence|Bibliography|Footnotes?|Works cited)(?: used| cited)?"
    r"[*_\s]{0,4}(?::[*_\s]{0,4}(?=[\[(【［]|https?:|$)|$)",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"\[\^?\d{1,3}\]:")
_RULE = re.compile(r"[\s|:+=_*~-]*")
_ENOUGH = 40  # characters after which no label, heading or list of sources can still be taking shape


class Kind(Enum):
    """What a line is to the reader of a reply."""

    TEXT = auto()
    BLANK = auto()
    CODE_FENCE = auto()
    HEADING = auto()
    TABLE_ROW = auto()
    TABLE_RULE = auto()
    MARKERS = auto()
    SOURCES = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """`fresh`: it opens a paragraph of its own whatever stands before it, as an item of a list does."""

    kind: Kind
    text: str
    fresh: bool = False


def read_line(raw: str) -> Line:
    """A whole line."""
    text = raw.strip()
    if text.startswith(("```", "~~~")):
        return Line(Kind.CODE_FENCE, text[3:].strip().lower())
    bare, fresh = _without_prefixes(text)
    return Line(_kind(bare), bare, fresh)


def read_part(raw: str) -> Line | None:
    """A line of text that is still being written; `None` while what follows may make it something else."""
    bare, fresh = _without_prefixes(raw.lstrip())
    first = re.match(r"(\S+)\s+\S", bare)
    if len(bare) < _ENOUGH or bare.startswith(("`", "~", "|", "#")) or not first or _MAYBE_PREFIX.fullmatch(first[1]):
        return None
    bare_of_markers = GROUP.sub("", bare).strip(" .,;:-–()[]【")
    return Line(Kind.TEXT, bare, fresh) if bare_of_markers and _kind(bare) is Kind.TEXT else None


def _kind(text: str) -> Kind:
    return next((kind for kind, fits in _TESTS if fits(text)), Kind.TEXT)


def _without_prefixes(text: str) -> tuple[str, bool]:
    """Without marks of lists and quotations, and whether one was there; without a label such as `Answer:`."""
    start = 0
    while match := _PREFIX.match(text, start):
        start = match.end()
    bare, fresh = text[start:], start > 0
    label = _LABEL.match(bare)
    return (bare[label.end() :] if label else bare), fresh


def _labels_markers(text: str) -> bool:
    """`Sources: [1], [2]` says of the sentence before it what it rests on."""
    match = _LIST_OF_SOURCES.match(text)
    return only_markers(text[match.end() :] if match else text)


_TESTS = (
    (Kind.BLANK, lambda text: not text),
    (Kind.MARKERS, _labels_markers),
    (Kind.SOURCES, lambda text: bool(_LIST_OF_SOURCES.match(text))),
    (Kind.HEADING, lambda text: text.startswith("#") or bool(_DEFINITION.match(text))),
    (Kind.TABLE_RULE, lambda text: "-" in text and bool(_RULE.fullmatch(text))),
    (Kind.TABLE_ROW, lambda text: text.startswith("|") and text.count("|") > 1),
)
