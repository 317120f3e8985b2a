"""What the evidence model is given, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageInput:
    """A passage: its text and its sentences as half-open ranges of code points; text outside them is not read."""

    text: str
    sentences: Sequence[tuple[int, int]]
    title: str = ""


@dataclass(frozen=True, slots=True)
class PassageScores:
    """What the model thinks of one passage.

    Attributes:
        relevance: 0 to 1, the calibrated chance that the passage answers the question.
        sentences: 0 to 1 for each sentence, the calibrated chance that it is evidence for the answer.
        span: the likeliest short answer, as a range of the passage's text, inside one sentence; `None`: no sentence.
        span_score: 0 to 1, the chance that the passage holds a short answer at all.
    """

    relevance: float
    sentences: list[float]
    span: tuple[int, int] | None
    span_score: float


@dataclass(frozen=True, slots=True)
class RawScores:
    """Log-odds of one window before calibration. `margin` is the best span's score over that of "no short answer"."""

    answerable: float
    sentences: tuple[float, ...]
    margin: float
    span: tuple[int, int] | None  # first and last token
