"""An answer on its way: what is written but not yet checked, what is checked, and what of it is new to the page."""

from __future__ import annotations

import re
from typing import Any

from rag.exports.formats import Numbers
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.records.events import Settled, StartedOver, Wrote
from rag.wording import clean
from rag.writing.markers import GROUP, lift, without_half
from rag.writing.thinking import WithoutThinking
from ui.page.sentences import paragraph
from ui.page.verdicts import verdict_words

STOPPED = "Stopped. What was not checked yet is left out."
_LONGEST_SHOWN = 4000  # characters; more than that has no sentence end in it and is no prose
_WORD = re.compile(rf"{GROUP.pattern}|(?P<word>\w+)", re.IGNORECASE)
_ENDING = re.compile(rf"(?:{GROUP.pattern}|[.,:;!?…)\]”’\"'*\s])*", re.IGNORECASE)


class Draft:
    """Takes the events of one answer and says what the page is to show of each.

    An answer that nobody writes comes at once: its sentences are not shown one by one.
    """

    def __init__(self) -> None:
        self._thinking = WithoutThinking()
        self._raw = ""
        self._is_written = False
        self._numbers: Numbers = {}
        self.kept: list[AnswerSentence] = []
        self.removed: list[AnswerSentence] = []

    @property
    def was_shown(self) -> bool:
        """Whether the page has shown sentences as they came."""
        return self._is_written and bool(self.kept)

    def take(self, event: Wrote | Settled | StartedOver) -> dict[str, Any] | None:
        """What the page is told; `None`: nothing that it would show."""
        match event:
            case Wrote(piece):
                return self._write(piece)
            case Settled(sentence, kept):
                (self.kept if kept else self.removed).append(sentence)
                return self._settle(sentence, kept) if self._is_written else None
            case StartedOver():
                return self._start_over()

    def stopped(self, question: str) -> Answer:
        """What stands when the reader stops it. For showing alone: nothing gave it a confidence."""
        kept, removed = tuple(self.kept), tuple(self.removed)
        return Answer(question, kept, abstained=False, confidence=0.0, notes=(STOPPED,), removed=removed)

    def _write(self, piece: str) -> dict[str, Any]:
        self._raw += self._thinking.feed(piece)
        self._is_written = True
        return {"pending": pending(self._raw)}

    def _settle(self, sentence: AnswerSentence, kept: bool) -> dict[str, Any]:
        self._raw = rest_after(sentence.text, self._raw)
        new = self._numbered(sentence) if kept else []
        said = f"{verdict_words(sentence, kept=kept).capitalize()}: {clean(sentence.text)}"
        html = paragraph(sentence, self._numbers, kept=kept)
        return {"settled": html, "said": said, "cited": new, "pending": pending(self._raw)}

    def _start_over(self) -> dict[str, Any]:
        self._raw, self._is_written = "", False
        for found in (self._numbers, self.kept, self.removed):
            found.clear()
        return {"over": True}

    def _numbered(self, sentence: AnswerSentence) -> list[Citation]:
        """The citations that have no number yet; they have one from now on."""
        new = list({c.key: c for c in sentence.citations if c.key not in self._numbers}.values())
        for citation in new:
            self._numbers[citation.key] = len(self._numbers) + 1
        return new


def pending(raw: str) -> str:
    """What a language model wrote, for reading: without the numbers, which nobody has checked. Not escaped."""
    return clean(lift(without_half(raw[-_LONGEST_SHOWN:])).text)


def rest_after(sentence: str, raw: str) -> str:
    """What follows `sentence` in `raw`; empty where the sentence does not stand there in these words."""
    wanted = re.findall(r"\w+", sentence.casefold())
    words = [found for found in _WORD.finditer(raw) if found["word"]]
    for i in range(len(words) - len(wanted) + 1):
        if wanted and [word[0].casefold() for word in words[i : i + len(wanted)]] == wanted:
            ending = _ENDING.match(raw, words[i + len(wanted) - 1].end())
            return raw[ending.end() :] if ending else ""
    return ""
