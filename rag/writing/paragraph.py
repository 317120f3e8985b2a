"""The paragraph that is being written, and the sentence before it that may still get markers."""

from __future__ import annotations

import re

from rag.writing.lines import Line
from rag.writing.markers import GROUP
from rag.writing.sentences import Sentences, starts_with_marker

FULL_STOP = re.compile(r"[.!?…。:;][\"'”’»)*_]*$")
_WRAPPED = 60  # characters from which a line without a full stop was broken for its length, and the next goes on
_BOLD_ALONE = re.compile(r"(?:\*\*|__)[^*_]+(?:\*\*|__)\s*:?")


class Paragraph:
    """Takes text and gives sentences with their markers, each once it is certain.

    The last sentence of a paragraph is held back: a line of markers alone may follow.
    """

    def __init__(self) -> None:
        self._sentences = Sentences()
        self._line = ""  # the line of it that is being written
        self._last_line: str | None = None  # the one before, where the next may continue it
        self._held = ""

    def open(self, line: Line) -> list[str]:
        """Text begins, in a paragraph of its own or as the next line of the one before."""
        done = []
        if self._goes_on(line):
            self._sentences.add(" ")
        else:
            done = [*self.close(), *self.release()]
            self._sentences = Sentences(marker_first=starts_with_marker(line.text))
        self._line = ""
        self.lengthen(line.text)
        return done

    def lengthen(self, text: str) -> None:
        """The line goes on."""
        self._line += text
        self._sentences.add(text)

    def end_line(self) -> None:
        """The line is over; whether the paragraph is, the next one tells."""
        self._last_line = self._line.strip()

    def settled(self) -> list[str]:
        """The sentences that are certain."""
        return self._sentences.certain()

    def close(self) -> list[str]:
        """The paragraph is over, and its last sentence is held."""
        self._last_line = None
        done = self._sentences.whole()
        last, self._sentences = self._sentences.rest.strip(), Sentences()
        if last and not _leads_in(last):
            self._held = last
        return done

    def release(self) -> list[str]:
        """The sentence that was held: something else follows."""
        held, self._held = self._held, ""
        return [held] if held else []

    def mark(self, line: str) -> None:
        """A line of markers for the sentence that is held. `Sources: [1], [2]` adds nothing to one that has its own."""
        labelled = line[:1].isalpha()
        if self._held and not (labelled and GROUP.search(self._held)):
            self._held += " " + "".join(match[0] for match in GROUP.finditer(line))

    def drop_half(self) -> None:
        """The reply is over: a marker that was cut off goes."""
        self._sentences.drop_half()

    def _goes_on(self, line: Line) -> bool:
        before = self._last_line
        if before is None or line.fresh or FULL_STOP.search(before) or _BOLD_ALONE.fullmatch(before):
            return False
        return line.text[:1].islower() or len(before) >= _WRAPPED


def _leads_in(text: str) -> bool:
    """A heading in bold, or a line like "It does three things:"."""
    if _BOLD_ALONE.fullmatch(text):
        return text.strip("*_ :")[-1:] not in ".!?…"
    return text.rstrip("*_ ").endswith(":") and not GROUP.search(text)
