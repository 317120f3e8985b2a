"""A writer's reply, whole or in pieces, into sentences that name the evidence they rest on.

`parse` is `SentenceStream` fed once: in whatever pieces a reply comes, the same sentences come out. Every sentence is given as
soon as nothing that follows can change it, so that it can be checked while the rest is being written.

What belongs to what: markers inside a sentence, before or right after its full stop, are its own. A paragraph whose only
markers stand at its end has them on its last sentence alone: that the sentences before rest on the same is the writer's
hint, not its claim. A line of markers alone belongs to the sentence before it. Left out are headings, lines that only lead
in to a list, lists of sources, code, and what models say around an answer ("Sure", "I hope this helps").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.markup import plain
from rag.language.phrases import states_nothing
from rag.records.drafts import DraftSentence
from rag.writing.layout import Layout
from rag.writing.markers import GROUP, lift
from rag.writing.paragraph import FULL_STOP
from rag.writing.talk import without_opening
from rag.writing.thinking import WithoutThinking

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


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
        self._layout = Layout()
        self._square = False  # a marker other than "(3)" has been seen: "(3)" is none in this reply
        self._given = 0

    def feed(self, piece: str) -> list[DraftSentence]:
        """The sentences that this piece completes."""
        return list(self._drafts(self._layout.feed(self._thinking.feed(piece))))

    def finish(self) -> list[DraftSentence]:
        """The sentences that were waiting for what would follow. A last one that was broken off is left out."""
        drafts = list(self._drafts(self._layout.feed(self._thinking.finish())))
        *raw, last = self._layout.finish() or [""]
        drafts.extend(self._drafts(raw))
        if self._given and not GROUP.search(last) and not FULL_STOP.search(last):
            return drafts
        return [*drafts, *self._drafts([last])]

    def _drafts(self, sentences: Iterable[str]) -> Iterator[DraftSentence]:
        for raw in sentences:
            cited = lift(raw, bare=0 if self._square else self._count)
            self._square = self._square or bool(GROUP.search(raw))
            text = without_opening(_words(cited.text))
            if not _is_empty(text) and (cited.numbers or not states_nothing(text)):
                self._given += 1
                known = tuple(number for number in cited.numbers if 1 <= number <= self._count)
                yield DraftSentence(text, known, tuple(n for n in cited.numbers if n not in known))


def _words(text: str) -> str:
    """Without the marks of Markdown; a stray one of bold type goes as well."""
    return " ".join(plain(_BREAK.sub(" ", text), "text/markdown").replace("**", "").split())


def _is_empty(text: str) -> bool:
    return not any(character.isalnum() for character in text)
