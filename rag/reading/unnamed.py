"""Names of a question that none of the passages holds: a hint that the documents are about somebody or somewhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.search import Hit
from index.words import stem, words
from rag.language.text.places import alias_pattern, aliases, with_wholes
from rag.reading.question import Question
from rag.reading.signals import stems


def unnamed(question: Question, hits: Sequence[Hit]) -> tuple[str, ...]:
    """The names of a question, in lower case, that none of the passages holds.

    A country or a body goes by all its names and those of its parts: who asks of the Americans is not told that nobody names them, where the
    passages write "U.S.", nor who asks of the EU, where they write "the European Commission".
    """
    texts = [held_text(hit) for hit in hits]
    held = set().union(*map(stems, texts))
    missing = tuple(name for name in question.names if not name[0].isdigit() and stem(name) not in held)
    if not missing:
        return ()
    elsewhere = _written_otherwise(question.text, texts)
    return tuple(name for name in missing if name not in elsewhere)


def held_text(hit: Hit) -> str:
    """A passage with the headings above it."""
    return " ".join((*hit.passage.heading, hit.passage.text))


def _written_otherwise(question: str, texts: Sequence[str]) -> set[str]:
    """The words of those names of places and bodies in a question that the texts name, if by another name."""
    asked = {m.group(): _place(m.group()) for m in alias_pattern().finditer(question) if not _of_a_longer_name(m)}
    named = {_place(name) for text in texts for name in alias_pattern().findall(text)} if asked else set()
    return {word for name, place in asked.items() if place in with_wholes(named) for word in words(name)}


def _place(name: str) -> str:
    return aliases()[name.lower()]


def _of_a_longer_name(found: re.Match[str]) -> bool:
    """Whether a name stands before it, as in "Teachers Union"; the first word's capital tells nothing."""
    before = found.string[: found.start()].split()
    return len(before) > 1 and before[-1][0].isupper()
