"""Stretches within quotation marks, of all usual kinds and nested."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A single mark opens after a blank, bracket, dash or another mark, and closes before one: an apostrophe within a word does neither.
_DOUBLE = re.compile(r"[“„«]\s?([^“”„«»]*?)\s?[”“»](?!\w)|\"([^\"]*)\"|``(.*?)''|[「『](.*?)[」』]", re.DOTALL)
_SINGLE = re.compile(r"(?:(?<=[\s(\[–—\"“])|^)(?:[‘‚‛]([^‘]*?)[’‘]|'([^']*(?:\w'\w[^']*)*)')(?=[\s,.;:!?)\]–—\"”]|$)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two marks: `text[start:end] == words`."""

    start: int
    end: int
    words: str


def quoted(text: str) -> list[Quoted]:
    """The quoted stretches in order of place; those within others too."""
    found = [_stretch(match) for pattern in (_DOUBLE, _SINGLE) for match in pattern.finditer(text)]
    return sorted((q for q in found if re.search(r"\w", q.words)), key=lambda q: q.start)


def _stretch(match: re.Match[str]) -> Quoted:
    group = next(i for i, words in enumerate(match.groups(), start=1) if words is not None)
    return Quoted(match.start(group), match.end(group), match.group(group))
