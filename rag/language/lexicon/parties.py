"""Parties and bodies that everybody calls by two names."""

from __future__ import annotations

from functools import lru_cache

from index.words import stem

_ROWS = """
conservative conservatives tory tories
republican republicans gop
democrat democrats democratic
liberal liberals libdems
labour labor
pope pontiff vatican
holland dutch netherlands
congress congressional
parliament parliamentary
senate senator
islam islamic muslim muslims
christian christians christianity
catholic catholics
jewish jews judaism
buddhist buddhists
army soldiers
navy naval
"""


@lru_cache(maxsize=1)
def _rows() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _ROWS.strip().splitlines():
        row = frozenset(stem(word) for word in line.split())
        for word in row:
            found[word] = found.get(word, frozenset()) | row
    return found


def same_party(word: str, other: str) -> bool:
    """Whether a word and a stem name the same."""
    return other in _rows().get(stem(word), ())
