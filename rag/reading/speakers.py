"""Whether a passage names the person whose words a question asks for, by the question's name or the passages' own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.search import Hit
from index.words import STOP_WORDS, stem
from rag.language.lexicon.people import TITLES
from rag.reading.question import Question
from rag.reading.signals import names_the_speaker

_NAMES_BEHIND = r"[ \t]+((?:[A-Z][\w'’-]+[ \t]+){0,2}[A-Z][\w'’-]+)"


def knows_the_speaker(question: Question, held: set[str], hits: Sequence[Hit]) -> bool:
    """Like `names_the_speaker`, and true also for "Li" where the question has "the Premier" and some hit "Premier Li Qiang"."""
    return names_the_speaker(question, held) or any(stem(name) in held for name in _called(question, hits))


def _called(question: Question, hits: Sequence[Hit]) -> Iterator[str]:
    """The names that passages put right behind all the words for the speaker, in lower case."""
    office = r"[ \t]+".join(map(re.escape, question.speaker))
    pattern = re.compile(rf"\b(?i:{office}){_NAMES_BEHIND}")
    found = (name.lower() for hit in hits for names in pattern.findall(hit.passage.text) for name in names.split())
    return (name for name in found if name not in STOP_WORDS and name not in TITLES)
