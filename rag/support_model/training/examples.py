"""Lessons to token-level examples: the window that the model would read at run time, and what it should say of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from rag.support_model.encoding import windows

from .lessons import LABELS, Lesson


@dataclass(frozen=True, slots=True)
class Example:
    """One window and its labels.

    Attributes:
        tokens, segments: (T,) as in `rag.support_model.encoding.Window`.
        doubted: (C,) 1 on each token of the claim that is not borne out, 0 on the others; `None`: not known.
        claim_size: C, the tokens of the claim; they start at token 1.
        label: a place in `LABELS`.
        rivals: as in `Lesson`.
    """

    source: str
    tokens: np.ndarray
    segments: np.ndarray
    claim_size: int
    doubted: np.ndarray | None
    label: int
    weight: float
    rivals: str = ""

    @property
    def size(self) -> int:
        """T."""
        return len(self.tokens)


def example(lesson: Lesson, tokenizer: Tokenizer) -> Example | None:
    """`None`: claim or text take several windows, and nobody knows which of them bears the claim out.

    `tokenizer` must neither pad nor cut.
    """
    found = [window for parts in windows(tokenizer, lesson.cited) for window in parts]
    if len(found) > 1:
        return None
    tokens, segments = np.array(found[0].tokens, np.uint16), np.array(found[0].segments, np.int8)
    doubted = None if lesson.doubted is None else _marked(found[0].offsets, lesson.doubted)
    size, label = len(found[0].offsets), LABELS.index(lesson.label)
    return Example(lesson.source, tokens, segments, size, doubted, label, lesson.weight, lesson.rivals)


def _marked(offsets: tuple[tuple[int, int], ...], stretches: tuple[tuple[int, int], ...]) -> np.ndarray:
    inside = [any(start < high and end > low for low, high in stretches) for start, end in offsets]
    return np.array(inside, np.int8)
