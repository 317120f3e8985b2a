"""Whether a passage names the person whose words a question asks for, by the question's name or the passages' own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.search import Hit
from index.words import stem
from rag.reading.question import Question
from rag.reading.signals import names_the_speaker

_NAMES_BEHIND = r"\s+((?:[A-Z][\w'’-]+\s+){0,2}[A-Z][\w'’-]+)"


def knows_the_speaker(question: Question, held: set[str], hits: Sequence[Hit]) -> bool:
    """Like `names_the_speaker`, and true also for "Li" where the question has "the Premier" and some hit "Premier Li Qiang"."""
    return names_the_speaker(question, held) or any(stem(name) in held for name in _called(question, hits))


def _called(question: Question, hits: Sequence[Hit]) -> Iterator[str]:
    """The names that passages put right behind the last word for the speaker, in lower case."""
    pattern = re.compile(rf"\b{re.escape(question.speaker[-1].capitalize())}{_NAMES_BEHIND}")
    return (name.lower() for hit in hits for found in pattern.findall(hit.passage.text) for name in found.split())
