"""A paragraph that is still being written into sentences: each is cut off once nothing that follows can change it.

Where one ends is for `sentencex` to say, as elsewhere, of the words so far and the one after them. Every decision looks at a
fixed stretch of text, so that the same sentences come out however the text came in; and none is made twice, so that the work
grows with the text and no faster.
"""

from __future__ import annotations

import re

import sentencex

from rag.writing.balance import Balance
from rag.writing.markers import GROUP, LONGEST, lift, without_half

_LONGEST_SENTENCE = 600  # characters after which the next full stop ends a sentence, whatever else speaks against it
_END = re.compile(r"[.!?…。！？](?:[\"'”’»)*_]){0,8}")
_AFTER = re.compile(rf" ?{GROUP.pattern}(?:\.(?= |$))?", re.IGNORECASE)
_STARTS_WITH_MARKER = re.compile(rf"\W{{0,3}}?{GROUP.pattern}", re.IGNORECASE)
_WORD = re.compile(r" (?!(?:and|&) )(\w\S*) ")
_NEXT = re.compile(r" (\S{1,20})")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}|[A-Za-z])\.\W*")
_SPACE = re.compile(r"\s+")


def starts_with_marker(paragraph: str) -> bool:
    """Whether the markers of a paragraph stand before what they belong to: `[1] One. [2] Two.`"""
    return bool(_STARTS_WITH_MARKER.match(paragraph))


class Sentences:
    """Takes the text of a paragraph and gives its sentences with their markers.

    A marker after a full stop belongs to the sentence before it; where `marker_first`, one set off by a space belongs to
    the sentence after it. Quotations and brackets are kept whole; one that never closes is not.

    Attributes:
        rest: the text that is in no sentence yet, white space single.
    """

    def __init__(self, text: str = "", *, marker_first: bool = False, keep_pairs: bool = True) -> None:
        self.rest = text
        self._marker_first, self._keep_pairs = marker_first, keep_pairs
        self._from = 0  # where in `rest` the next full stop is looked for: those before it are decided
        self._balance, self._counted = Balance(), 0  # of `rest` up to there

    def add(self, text: str) -> None:
        """The paragraph goes on."""
        single = _SPACE.sub(" ", text)
        self.rest += single[1:] if single.startswith(" ") and self.rest.endswith(" ") else single

    def drop_half(self) -> None:
        """The reply is over: a marker that was cut off goes."""
        self.rest, self._from, self._balance, self._counted = without_half(self.rest), 0, Balance(), 0

    def certain(self) -> list[str]:
        """The sentences that nothing can change any more; they are gone from `rest`."""
        return self._cut(whole=False)

    def whole(self) -> list[str]:
        """The same where nothing follows. The last sentence stays in `rest`."""
        found = self._cut(whole=True)
        self._count(len(self.rest))
        if self._balance.closed:
            return found
        loose = Sentences(self.rest, marker_first=self._marker_first, keep_pairs=False)
        found += loose._cut(whole=True)
        self.rest, self._from = loose.rest, len(loose.rest)
        return found

    def _cut(self, whole: bool) -> list[str]:
        found, start, seen = [], 0, len(self.rest)
        for stop in _END.finditer(self.rest, self._from):
            if stop.start() < start:  # inside the markers of the sentence before
                continue
            after = _after_markers(self.rest, stop.end())
            if not whole and not _certain(self.rest, after):
                seen = stop.start()
                break
            if self._ends(start, stop.end(), after):
                end = stop.end() if self._marker_first and self.rest[stop.end()] == " " else after
                found.append(self.rest[start:end].strip())
                start, self._balance, self._counted = end, Balance(), end
        self._forget(start, seen)
        return found

    def _ends(self, start: int, end: int, after: int) -> bool:
        """Whether a sentence ends at a full stop; the costly question comes last."""
        following = _NEXT.match(self.rest, after)
        if not following or end - start >= _LONGEST_SENTENCE:
            return bool(following)
        self._count(end)
        return (self._balance.closed or not self._keep_pairs) and _is_sentence(self.rest[start:end], following[1])

    def _count(self, end: int) -> None:
        self._balance.read(GROUP.sub("", self.rest[self._counted : end]))  # markers may be lopsided: `[[1]`
        self._counted = max(end, self._counted)

    def _forget(self, start: int, seen: int) -> None:
        self.rest = self.rest[start:]
        self._from = max(seen - start, 0)
        self._counted = max(self._counted - start, 0)


def _after_markers(text: str, end: int) -> int:
    markers = _AFTER.match(text, end)
    return markers.end() if markers else end


def _certain(text: str, after: int) -> bool:
    """Whether what stands after a stop and its markers is enough to decide, whatever else follows."""
    following = text[after : after + 1]
    return following.isalnum() or bool(_WORD.match(text, after)) or len(text) - after >= LONGEST


def _is_sentence(sentence: str, following: str) -> bool:
    words = lift(sentence).text
    if _ENUMERATOR.fullmatch(words):
        return False
    ends = [found["end_index"] for found in sentencex.get_sentence_boundaries("en", f"{words} {following}")]
    return any(len(words) <= end <= len(words) + 1 for end in ends)
