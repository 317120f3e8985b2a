"""A reply in pieces into its sentences with their markers: lists, tables, quotations, headings and code are read through."""

from __future__ import annotations

from rag.writing.lines import Kind, Line, read_line, read_part
from rag.writing.markers import without_half
from rag.writing.paragraph import Paragraph
from rag.writing.table import Table

_PROSE = ("", "text", "txt", "plaintext", "markdown", "md")  # languages of code blocks that hold no code
_LOOKED_AT = 400  # characters of a line that is being written; one that is no text by then is read when it is over


class Layout:
    """Takes a reply in pieces. A line counts as text as soon as nothing can make it something else, and not before."""

    def __init__(self) -> None:
        self._line = ""  # the line being written, while it is not known to be text
        self._in_text = False  # it is known to be, and is part of the paragraph
        self._paragraph = Paragraph()
        self._table = Table()
        self._code: bool | None = None  # inside a code block: whether it is code
        self._over = False  # a list of sources has begun
        self._readers = {
            Kind.TEXT: self._read_text,
            Kind.TABLE_ROW: self._read_row,
            Kind.TABLE_RULE: self._read_rule,
            Kind.MARKERS: self._read_markers,
            Kind.SOURCES: self._read_sources,
            Kind.CODE_FENCE: self._read_fence,
        }

    def feed(self, text: str) -> list[str]:
        """The sentences that are certain now."""
        *lines, last = text.replace("\r", "").split("\n")
        done: list[str] = []
        for line in lines:
            done += self._lengthen(line)
            done += self._end_line(self._line)
            self._line, self._in_text = "", False
        return done + self._lengthen(last)

    def finish(self) -> list[str]:
        """The sentences that were held back. A marker that was cut off is gone from the last one."""
        self._paragraph.drop_half()
        done = self._end_line(without_half(self._line))
        return [*done, *self._paragraph.close(), *self._table.end(), *self._paragraph.release()]

    def _lengthen(self, text: str) -> list[str]:
        if self._over or not text:
            return []
        done: list[str] = []
        if self._in_text:
            self._paragraph.lengthen(text)
        else:
            may_tell = len(self._line) < _LOOKED_AT
            self._line += text
            done = self._look_for_text() if may_tell else []
        return done + self._paragraph.settled() if self._in_text else done

    def _look_for_text(self) -> list[str]:
        part = None if self._code else read_part(self._line)
        if part is None:
            return []
        self._line, self._in_text = "", True
        return self._open(part)

    def _end_line(self, raw: str) -> list[str]:
        if self._over:
            return []
        if self._in_text:
            self._paragraph.end_line()
            return []
        line = read_line(raw)
        if self._code and line.kind is not Kind.CODE_FENCE:
            return []
        read = self._readers.get(line.kind)
        return read(line) if read else self._close()

    def _open(self, line: Line) -> list[str]:
        return [*self._table.end(), *self._paragraph.open(line)]

    def _close(self) -> list[str]:
        return [*self._table.end(), *self._paragraph.close()]

    # -- one for each kind of line ------------------------------------------------------------------------------------

    def _read_text(self, line: Line) -> list[str]:
        done = self._open(line)
        self._paragraph.end_line()
        return done

    def _read_row(self, line: Line) -> list[str]:
        return [*self._paragraph.close(), *self._paragraph.release(), *self._table.row(line.text)]

    def _read_rule(self, line: Line) -> list[str]:
        self._table.rule()
        return self._paragraph.close()

    def _read_markers(self, line: Line) -> list[str]:
        done = self._close()
        self._paragraph.mark(line.text)
        return done

    def _read_sources(self, line: Line) -> list[str]:
        self._over = True
        return self._close()

    def _read_fence(self, line: Line) -> list[str]:
        self._code = None if self._code is not None else line.text not in _PROSE
        return self._close()
