"""A reply without the reasoning that some models write before it, between `<think>` and `</think>`."""

from __future__ import annotations

_OPEN, _CLOSE = "<think>", "</think>"


class WithoutThinking:
    """Takes a reply in pieces and gives it on without its reasoning. Reasoning that never ends is all there is."""

    def __init__(self) -> None:
        self._waiting = ""
        self._thinking: bool | None = None

    def feed(self, piece: str) -> str:
        """What of the reply is certain now."""
        if self._writes:
            return piece
        self._waiting += piece
        if self._thinking is None:
            self._decide()
        if self._thinking:
            self._think()
        return self._given() if self._writes else ""

    def finish(self) -> str:
        """What was held back to the end, if it was no reasoning."""
        return "" if self._thinking else self._given()

    @property
    def _writes(self) -> bool:
        return self._thinking is False

    def _decide(self) -> None:
        start = self._waiting.lstrip()[: len(_OPEN)]
        if start == _OPEN:
            self._thinking = True
        elif not _OPEN.startswith(start):
            self._thinking = False

    def _think(self) -> None:
        """Of the reasoning no more is kept than what may be the beginning of its end."""
        _, found, after = self._waiting.partition(_CLOSE)
        self._thinking = not found
        self._waiting = after if found else self._waiting[-len(_CLOSE) + 1 :]

    def _given(self) -> str:
        given, self._waiting = self._waiting, ""
        return given
