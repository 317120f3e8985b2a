"""The marks before list items: bullets, letters, and numbers that count on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

BULLET = re.compile(r"[-*+•‣◦▪●○■–—·]\s+(?=\S)")
LETTER = re.compile(r"(?:\([a-zA-Z]\)|[a-z]\)|\(?[ivx]{1,5}\))\s+(?=\S)")
NUMBER = re.compile(
    r"\(?(\d{1,3})[.)]\s+(?=\S)(?!(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]))", re.IGNORECASE
)  # "26. Juli" is a date


def lengths(openings: Sequence[str]) -> list[int]:
    """How many characters of the mark each block begins with; 0 where there is none.

    A number is a mark only beside another that is one higher or lower: otherwise it may belong to the sentence.
    """
    counted = _counted(openings)
    return [_length(opening, index in counted) for index, opening in enumerate(openings)]


def _length(opening: str, counted: bool) -> int:
    mark = BULLET.match(opening) or LETTER.match(opening) or (NUMBER.match(opening) if counted else None)
    return mark.end() if mark else 0


def _counted(openings: Sequence[str]) -> set[int]:
    numbered = [(index, int(mark[1])) for index, opening in enumerate(openings) if (mark := NUMBER.match(opening))]
    pairs = [(a, b) for (a, first), (b, second) in pairwise(numbered) if second == first + 1]
    return {index for pair in pairs for index in pair}
