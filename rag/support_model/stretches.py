"""Stretches of a claim, from word pieces to words that people can read."""

from __future__ import annotations

import re
from collections.abc import Iterable

Stretch = tuple[int, int]
"""A half-open range of code points."""
_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")


def whole_words(claim: str, pieces: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The words that the pieces are of; words that only white space parts are one stretch."""
    touched = sorted(pieces)
    found: list[Stretch] = []
    for word in _WORD.finditer(claim):
        if not any(start < word.end() and end > word.start() for start, end in touched):
            continue
        if found and not claim[found[-1][1] : word.start()].strip():
            found[-1] = (found[-1][0], word.end())
        else:
            found.append(word.span())
    return tuple(found)
