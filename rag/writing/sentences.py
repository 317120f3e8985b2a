"""A paragraph that is still being written into sentences: each is cut off once nothing that follows can change it.

Where one ends is for `sentencex` to say, as elsewhere, of the words so far and the one after them. Every decision looks at a
fixed stretch of text, so that the same sentences come out however the text came in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex

from rag.writing.markers import GROUP, LONGEST, lift

_END = re.compile(r"[.!?…。！？](?:[\"'”’»)*_])*")
_AFTER = re.compile(rf" ?{GROUP.pattern}(?:\.(?= |$))?", re.IGNORECASE)
_STARTS_WITH_MARKER = re.compile(rf"\W{{0,3}}?{GROUP.pattern}", re.IGNORECASE)
_WORD = re.compile(r" (?!(?:and|&) )(\w\S*) ")
_NEXT = re.compile(r" (\S{1,20})")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}|[A-Za-z])\.\W*")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Cut:
    """Sentences with their markers, and the rest of the text, which is not decided."""

    sentences: tuple[str, ...]
    rest: str


def starts_with_marker(paragraph: str) -> bool:
    """Whether the markers of a paragraph stand before what they belong to: `[1] One. [2] Two.`"""
    return bool(_STARTS_WITH_MARKER.match(paragraph))


def cut(text: str, *, marker_first: bool, whole: bool) -> Cut:
    """The sentences of a paragraph (white space single) as far as they are certain.

    A marker after a full stop belongs to the sentence before it; where `marker_first`, one set off by a space belongs to
    the sentence after it. Quotations and brackets are kept whole; one that never closes is not.

    Args:
        whole: nothing follows `text`.
    """
    found, rest = _cut(text, marker_first, whole, keep_pairs=True)
    if whole and not _closed(rest):
        more, rest = _cut(rest, marker_first, whole, keep_pairs=False)
        found += more
    return Cut(tuple(found), rest)


def _cut(text: str, marker_first: bool, whole: bool, keep_pairs: bool) -> tuple[list[str], str]:
    found, start = [], 0
    for end, after in _stops(text):
        if end <= start:
            continue
        if not whole and not _certain(text, after):
            break
        following = _NEXT.match(text, after)
        if following and _ends(text[start:end], following[1], keep_pairs):
            stop = end if marker_first and text[end : end + 1] == " " else after
            found.append(text[start:stop].strip())
            start = stop
    return found, text[start:]


def _stops(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence may end, and where the markers after it do."""
    for stop in _END.finditer(text):
        markers = _AFTER.match(text, stop.end())
        yield stop.end(), markers.end() if markers else stop.end()


def _certain(text: str, after: int) -> bool:
    """Whether what stands after a stop and its markers is enough to decide, whatever else follows."""
    following = text[after : after + 1]
    return following.isalnum() or bool(_WORD.match(text, after)) or len(text) - after >= LONGEST


def _ends(sentence: str, following: str, keep_pairs: bool) -> bool:
    words = lift(sentence).text
    if _ENUMERATOR.fullmatch(words) or (keep_pairs and not _closed(words)):
        return False
    ends = [found["end_index"] for found in sentencex.get_sentence_boundaries("en", f"{words} {following}")]
    return any(len(words) <= end <= len(words) + 1 for end in ends)


def _closed(text: str) -> bool:
    """Whether every quotation, bracket and bold stretch that opens also closes."""
    return (
        all(text.count(left) <= text.count(right) for left, right in _PAIRS)
        and text.count('"') % 2 == 0
        and text.count("**") % 2 == 0
    )
