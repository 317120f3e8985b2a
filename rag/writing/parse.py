"""A writer's reply, whole or in pieces, into sentences that name the evidence they rest on.

`parse` is `SentenceStream` fed once: in whatever pieces a reply comes, the same sentences come out. Every sentence is given as
soon as nothing that follows can change it, so that it can be checked while the rest is being written.

What belongs to what: markers inside a sentence, before or right after its full stop, are its own. A paragraph whose only
markers stand at its end has them on its last sentence alone: that the sentences before rest on the same is the writer's
hint, not its claim. A line of markers alone belongs to the sentence before it. Left out are headings, lines that only lead
in to a list, lists of sources, code, and what models say around an answer (`rag.writing.talk`).
"""

from __future__ import annotations

import re

from corpus.markup import plain
from rag.drafts import DraftSentence
from rag.writing.lines import Kind, Line, read_line, read_part
from rag.writing.markers import GROUP, lift, without_half
from rag.writing.sentences import cut, starts_with_marker
from rag.writing.table import Table
from rag.writing.talk import statement_of
from rag.writing.thinking import WithoutThinking

_WRAPPED = 60  # characters from which a line without a full stop was broken for its length, and the next goes on
_PROSE = ("", "text", "txt", "plaintext", "markdown", "md")  # languages of code blocks that hold no code
_FULL_STOP = re.compile(r"[.!?…。:;][\"'”’»)*_]*$")
_BOLD_ALONE = re.compile(r"(?:\*\*|__)[^*_]+(?:\*\*|__)\s*:?")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def parse(reply: str, count: int) -> list[DraftSentence]:
    """The sentences of a whole reply.

    Args:
        count: how many evidence sentences the writer was given; other numbers are `unknown`.
    """
    stream = SentenceStream(count)
    return [*stream.feed(reply), *stream.finish()]


class SentenceStream:
    """Takes a reply in pieces and gives its sentences as they are complete. `count` as for `parse`."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._thinking = WithoutThinking()
        self._line = ""  # the line being written, while it is not known to be text
        self._in_text = False  # it is known to be, and is part of the paragraph
        self._paragraph = ""  # what is not cut off yet, white space single
        self._marker_first = False
        self._written = ""  # the line of it that is being written
        self._last_line: str | None = None  # of the paragraph, which the next line may continue
        self._held = ""  # the last sentence of a paragraph: a line of markers may follow
        self._table = Table()
        self._skipping: bool | None = None  # inside a code block: whether it is code
        self._over = False  # a list of sources has begun
        self._brackets = False  # a marker in square brackets has been seen
        self._given = 0
        self._found: list[DraftSentence] = []

    def feed(self, piece: str) -> list[DraftSentence]:
        """The sentences that this piece completes."""
        self._take(self._thinking.feed(piece))
        return self._out()

    def finish(self) -> list[DraftSentence]:
        """The sentences that were waiting for what would follow. A last one that was broken off is left out."""
        self._take(self._thinking.finish())
        self._paragraph = without_half(self._paragraph)
        self._end_of_line(without_half(self._line))
        self._close()
        self._end_of_table()
        if not (self._given and self._is_broken_off(self._held)):
            self._release()
        return self._out()

    def _take(self, text: str) -> None:
        *lines, last = text.replace("\r", "").split("\n")
        for line in lines:
            self._append(line)
            self._end_of_line(self._line)
            self._line, self._in_text = "", False
        self._append(last)

    def _append(self, text: str) -> None:
        if self._over or not text:
            return
        if self._in_text:
            self._lengthen(text)
        else:
            self._line += text
            part = read_part(self._line) if self._skipping is not True else None
            if part:
                self._open(part)
                self._in_text, self._line = True, ""
        if self._in_text:
            self._settle(whole=False)

    # -- lines --------------------------------------------------------------------------------------------------------

    def _end_of_line(self, raw: str) -> None:
        if self._over:
            return
        if self._in_text:
            self._last_line = self._written.strip()
            return
        line = read_line(raw)
        if self._skipping and line.kind is not Kind.CODE_FENCE:
            return
        if line.kind not in (Kind.TABLE_ROW, Kind.TABLE_RULE):
            self._end_of_table()
        self._READERS[line.kind](self, line)

    def _text(self, line: Line) -> None:
        self._open(line)
        self._last_line = self._written.strip()

    def _blank(self, line: Line) -> None:
        self._close()

    def _fence(self, line: Line) -> None:
        self._close()
        self._skipping = None if self._skipping is not None else line.text not in _PROSE

    def _row(self, line: Line) -> None:
        self._close()
        self._release()
        for row in self._table.row(line.text):
            self._give(row)

    def _rule(self, line: Line) -> None:
        self._close()
        self._table.rule()

    def _markers(self, line: Line) -> None:
        self._close()
        labelled = line.text[:1].isalpha()
        if self._held and not (labelled and GROUP.search(self._held)):
            self._held += " " + "".join(match[0] for match in GROUP.finditer(line.text))

    def _sources(self, line: Line) -> None:
        self._close()
        self._over = True

    _READERS = {
        Kind.TEXT: _text,
        Kind.BLANK: _blank,
        Kind.CODE_FENCE: _fence,
        Kind.HEADING: _blank,
        Kind.TABLE_ROW: _row,
        Kind.TABLE_RULE: _rule,
        Kind.MARKERS: _markers,
        Kind.SOURCES: _sources,
    }

    def _end_of_table(self) -> None:
        for row in self._table.end():
            self._give(row)

    # -- paragraphs ---------------------------------------------------------------------------------------------------

    def _open(self, line: Line) -> None:
        """Text begins, in a paragraph of its own or as the next line of the one before."""
        self._written = ""
        self._end_of_table()
        if self._goes_on(line):
            self._lengthen(" ")
        else:
            self._close()
            self._release()
            self._marker_first = starts_with_marker(line.text)
        self._lengthen(line.text)

    def _goes_on(self, line: Line) -> bool:
        before = self._last_line
        if before is None or line.fresh or _FULL_STOP.search(before) or _BOLD_ALONE.fullmatch(before):
            return False
        return line.text[:1].islower() or len(before) >= _WRAPPED

    def _lengthen(self, text: str) -> None:
        self._written += text
        self._paragraph = _SPACE.sub(" ", self._paragraph + text)

    def _settle(self, *, whole: bool) -> None:
        done = cut(self._paragraph, marker_first=self._marker_first, whole=whole)
        self._paragraph = done.rest
        for sentence in done.sentences:
            self._give(sentence)

    def _close(self) -> None:
        """The paragraph is over; its last sentence waits for a line of markers."""
        self._last_line = None
        if not self._paragraph.strip():
            self._paragraph = ""
            return
        self._settle(whole=True)
        last, self._paragraph = self._paragraph.strip(), ""
        if last and not _leads_in(last):
            self._release()
            self._held = last

    # -- sentences ----------------------------------------------------------------------------------------------------

    def _release(self) -> None:
        held, self._held = self._held, ""
        if held:
            self._give(held)

    def _give(self, raw: str) -> None:
        """A sentence with its markers, as a draft."""
        cited = lift(raw, bare=0 if self._brackets else self._count)
        self._brackets = self._brackets or bool(GROUP.search(raw))
        words = " ".join(plain(_BREAK.sub(" ", cited.text), "text/markdown").replace("**", "").split())
        text = statement_of(words, cites=bool(cited.numbers), opens=not self._given)
        if not any(character.isalnum() for character in text):
            return
        known = tuple(n for n in cited.numbers if 1 <= n <= self._count)
        unknown = tuple(n for n in cited.numbers if n not in known)
        self._given += 1
        self._found.append(DraftSentence(text, known, unknown))

    def _out(self) -> list[DraftSentence]:
        found, self._found = self._found, []
        return found

    def _is_broken_off(self, sentence: str) -> bool:
        return not GROUP.search(sentence) and not _FULL_STOP.search(sentence)


def _leads_in(text: str) -> bool:
    """A heading in bold, or a line like "It does three things:"."""
    if _BOLD_ALONE.fullmatch(text):
        return text.strip("*_ :")[-1:] not in ".!?…"
    return text.rstrip("*_ ").endswith(":") and not GROUP.search(text)
