"""Words and phrases of a class, found in a text, each with whether it is denied there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_DENIAL = re.compile(
    r"\b(?:no|not|never|none|neither|nor|without|nobody|cannot|hardly|scarcely|nothing|yet to|fails? to|failed to|unable to"
    r"|refus\w+ to|\w+n['’]t)\b"
)
_REACH = 34  # characters: a denial further before a word seldom governs it


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or phrase of a class, at `text[start:end]`."""

    kind: str
    text: str
    start: int
    end: int
    denied: bool


class Marker:
    """Finds the words of several classes; each class is given as alternatives of a regular expression."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._patterns = {kind: _compiled(words) for kind, words in classes.items()}

    def marks(self, text: str) -> tuple[Mark, ...]:
        """All that is found, in the order of the text."""
        return _marks(self, text)

    def kinds(self, text: str) -> frozenset[str]:
        """The classes of what is found and not denied."""
        return frozenset(mark.kind for mark in self.marks(text) if not mark.denied)

    def find(self, text: str) -> list[Mark]:
        """`marks`, without a cache."""
        found = [
            Mark(kind, match.group(), match.start(), match.end(), _denied(text, match.start()))
            for kind, pattern in self._patterns.items()
            for match in pattern.finditer(text)
        ]
        return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.kind))


@lru_cache(maxsize=8192)
def _marks(marker: Marker, text: str) -> tuple[Mark, ...]:
    return tuple(marker.find(text))


def _compiled(words: str) -> re.Pattern[str]:
    """Alternatives separated by white space; `_` stands for a blank and `*` for an ending."""
    alternatives = [word.replace("_", r"\s+").replace("*", r"\w*") for word in words.split()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


def _denied(text: str, start: int) -> bool:
    before = text[max(0, start - _REACH) : start].lower()
    clause = re.split(r"[,;:.]|\b(?:but|and|although|though|while|whereas|until|unless|before)\b", before)[-1]
    return bool(_DENIAL.search(clause))
