"""What of an answer is held against short answers, as exact match and F1 take it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Emphasised(Protocol):
    """A sentence, and the ranges of it that are set apart as the fact asked for."""

    @property
    def text(self) -> str:
        """The whole sentence."""
        ...

    @property
    def emphasis(self) -> tuple[tuple[int, int], ...]:
        """Ranges of it, in code points."""
        ...


def short_answer_given(sentences: Iterable[Emphasised]) -> str:
    """The first fact that is set apart, in reading order; else the first sentence; nothing where nothing was said.

    One text is taken, and not the best of several: an answer that sets two facts apart is held to the first.
    """
    sentences = list(sentences)
    facts = (one.text[start:end] for one in sentences for start, end in sorted(one.emphasis))
    return next(facts, sentences[0].text if sentences else "")
