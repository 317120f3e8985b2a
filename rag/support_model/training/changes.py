"""Which words of a broken claim are to blame: those in which it differs from the nearest line that is true."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

LEAST_ALIKE = 0.62
"""Share of words in common (difflib's ratio) below which two lines say too different things for their words to be compared."""
_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")


def changed(claim: str, true_lines: Iterable[str]) -> tuple[tuple[int, int], ...] | None:
    """Stretches of the claim, in code points, that are other words than the nearest true line has there.

    `None`: it is like none of them, or differs only by what it leaves out, for which no word of it is to blame.
    """
    words = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(claim)]
    matchers = [_matcher([word for word, _, _ in words], line) for line in true_lines]
    nearest = max(matchers, key=lambda one: one.ratio(), default=None)
    if nearest is None or nearest.ratio() < LEAST_ALIKE:
        return None
    others = [(first, end) for kind, first, end, _, _ in nearest.get_opcodes() if kind in ("replace", "delete")]
    return tuple((words[first][1], words[end - 1][2]) for first, end in others) or None


def _matcher(words: list[str], line: str) -> SequenceMatcher[str]:
    return SequenceMatcher(None, words, [match[0].lower() for match in _WORD.finditer(line)], autojunk=False)
