"""Which words of an answer sentence are the fact that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.words import content_words, stem, words
from rag.reading.facts import facts
from rag.reading.question import Asked, Question

_MOST_FACTS = 3  # with more of them set apart, none stands out
_NEAR = 3  # words between what was asked about and its date or number, at most
_BOUNDARY = re.compile(r"[,;:()]")

Range = tuple[int, int]
Ranges = tuple[Range, ...]


def emphasis(question: Question, text: str, answer: str = "") -> Ranges:
    """Ranges of `text`: of several dates or numbers the one that follows what the question asks about, or else the short
    answer where it stands there, or else what looks like a fact of the asked kind."""
    if question.broad:
        return ()
    found = facts(text, question.asked, question.text)
    if question.asked in (Asked.TIME, Asked.NUMBER) and len(found) > 1 and (bound := _bound(question, text, found)):
        return (bound,)
    start = text.find(answer) if answer else -1
    if start >= 0:
        return ((start, start + len(answer)),)
    most = 1 if question.asked in (Asked.PERSON, Asked.PLACE) else _MOST_FACTS
    return found if len(found) <= most else ()


def _bound(question: Question, text: str, found: Sequence[Range]) -> Range | None:
    """The only fact right behind a word of the question, in the same clause; `None` where none or several are."""
    wanted = {stem(word) for word in content_words(question.text)}
    near = [place for place in found if wanted & _just_before(text, place[0])]
    return near[0] if len(near) == 1 else None


def _just_before(text: str, start: int) -> set[str]:
    clause = _BOUNDARY.split(text[:start])[-1]
    return {stem(word) for word in words(clause)[-_NEAR:]}
