"""The rows of a Markdown table as sentences: `Country: Japan; Year: 2024 [3]`."""

from __future__ import annotations

import re

from rag.writing.markers import GROUP

_BAR = re.compile(r"(?<!\\)\|")


class Table:
    """Takes rows in order; the first one is the header if a line of dashes comes after it."""

    def __init__(self) -> None:
        self._waiting: list[str] | None = None
        self._header: list[str] = []

    def row(self, line: str) -> list[str]:
        """The sentences that are certain once this row is there."""
        cells = [cell.strip() for cell in _BAR.split(line.strip().strip("|"))]
        if self._header:
            return [self._sentence(cells)]
        before, self._waiting = self._waiting, cells
        return [self._sentence(before)] if before else []

    def rule(self) -> None:
        """The line of dashes: the row before it was the header."""
        if self._waiting:
            self._header, self._waiting = self._waiting, None

    def end(self) -> list[str]:
        """What was held back. The next row opens another table."""
        left = [self._sentence(self._waiting)] if self._waiting else []
        self._waiting, self._header = None, []
        return left

    def _sentence(self, cells: list[str]) -> str:
        names = self._header + [""] * (len(cells) - len(self._header))
        markers = "".join(match[0] for cell in cells for match in GROUP.finditer(cell))
        told = [(name, GROUP.sub("", cell).strip()) for name, cell in zip(names, cells, strict=False)]
        words = "; ".join(f"{name}: {cell}" if name else cell for name, cell in told if cell)
        return f"{words} {markers}".strip()
