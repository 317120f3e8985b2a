"""Words and marks of a text with their places, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|No|Art)\.(?=\s)|\w+(?:[-'’.,&/]\w+)*['’]?|[^\w\s]"
)
_SENTENCE_END = re.compile(r"[.?!…]['\"”’)\]]*\s+(?=['\"“‘(\[]*[A-ZÀ-Þ0-9])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|No|Art|vs|cf|ca|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z]|[A-Z]\.[A-Z])\.\s+$"
)
QUOTES = frozenset('"“”„«»')


@dataclass(frozen=True)
class Token:
    """A word or a mark, at `text[start:end]`."""

    text: str
    start: int
    end: int

    @cached_property
    def lower(self) -> str:
        """The word in small letters, with a straight apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.text[0].isalnum()

    @property
    def is_name(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


Phrase = Sequence[Token]
"""Words that belong together: a noun phrase, for one."""


def tokens(text: str) -> list[Token]:
    """The words and marks of a text, in order."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """The ranges of the sentences of a text, in order; they cover all its words."""
    starts = [0]
    for match in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[: match.end()]) and not _inside_quotes(text, starts[-1], match):
            starts.append(match.end())
    ranges = zip(starts, [*starts[1:], len(text)], strict=True)
    return [(start, end) for start, end in ranges if text[start:end].strip()]


def _inside_quotes(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sentence that ends here ends within a quotation that has not been closed."""
    held = text[start : match.end()]
    return held.count("“") > held.count("”") and "”" in text[match.end() :]


def in_quotation_marks(text: str) -> list[tuple[int, int]]:
    """The ranges of what stands between quotation marks, without the marks."""
    found, opened = [], None
    for position, mark in enumerate(text):
        if mark not in QUOTES:
            continue
        if opened is None:
            opened = position + 1
        else:
            found.append((opened, position))
            opened = None
    return found if opened is None else [*found, (opened, len(text))]
