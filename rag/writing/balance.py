"""Whether the quotations, brackets and bold stretches of a text are closed; the text is read once, from left to right."""

from __future__ import annotations

_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
_ALIKE = ('"', "**")  # what opens and closes with the same mark


class Balance:
    """Counts as it reads, so that asking again after a few more words costs a few words."""

    def __init__(self) -> None:
        self._open = [0] * len(_PAIRS)
        self._marks = [0] * len(_ALIKE)

    def read(self, text: str) -> None:
        """The next stretch of the text."""
        for i, (left, right) in enumerate(_PAIRS):
            self._open[i] += text.count(left) - text.count(right)
        for i, mark in enumerate(_ALIKE):
            self._marks[i] += text.count(mark)

    @property
    def closed(self) -> bool:
        """Whether everything that opened in what was read is closed."""
        return all(count <= 0 for count in self._open) and all(count % 2 == 0 for count in self._marks)
