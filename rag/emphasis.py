"""Which words of an answer sentence are the fact that was asked for."""

from __future__ import annotations

from rag.facts import facts
from rag.question import Asked, Question

_MOST_FACTS = 3  # with more of them set apart, none stands out

Ranges = tuple[tuple[int, int], ...]


def emphasis(question: Question, text: str, answer: str = "") -> Ranges:
    """Ranges of `text`: the short answer where it stands there, or else what looks like a fact of the asked kind."""
    if question.broad:
        return ()
    start = text.find(answer) if answer else -1
    if start >= 0:
        return ((start, start + len(answer)),)
    asked_for = facts(text, question.asked, question.text)
    most = 1 if question.asked in (Asked.PERSON, Asked.PLACE) else _MOST_FACTS
    return asked_for if len(asked_for) <= most else ()
