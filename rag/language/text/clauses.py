"""Clauses and sentences of a text, by its marks and conjunctions."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

_BREAK = re.compile(
    r"[;:.!?–](?=\s|$)|,(?=\s)|[()]|\b(?:but|although|though|while|whereas|however|because|(?<!of )which|despite|if|unless|even (?:if|though|when|where))\b"
)
_ASIDE = re.compile(
    r", (?:however|therefore|moreover|though|in fact|indeed|of course|for example|for instance|(?:he|she|it|they) (?:say|said|says|add|adds|added)),"
)
STRONG_BREAK = re.compile(r"[;.!?–](?=\s|$)|\b(?:but|although|though|while|whereas|however)\b")
_STOP = re.compile(r"[.!?][\"')]*(?:\s+(?=[A-Z\"'(]|$)|$)|\n")


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches between marks and conjunctions, roughly the clauses."""
    whole = _ASIDE.sub(lambda aside: " " * len(aside.group()), text)
    starts = [0, *(m.start() for m in _BREAK.finditer(whole)), len(text)]
    return tuple((a, b) for a, b in itertools.pairwise(starts) if a < b)


def clause_of(text: str, position: int) -> tuple[int, int]:
    """The clause around a position."""
    return next((part for part in clauses(text) if part[0] <= position < part[1]), (0, position))


def sentence_of(text: str, position: int) -> tuple[int, int]:
    """The sentence around a position, by its full stops."""
    stops = [0, *(m.end() for m in _STOP.finditer(text)), len(text)]
    return next(((a, b) for a, b in itertools.pairwise(stops) if a <= position < b), (0, len(text)))
