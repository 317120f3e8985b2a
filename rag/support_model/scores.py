"""What the support model says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SupportScores:
    """Calibrated chances, 0 to 1, that the text bears the claim out and that it contradicts it; the rest is "neither".

    `doubted` are the stretches of the claim, half-open ranges of code points, that the text does not bear out, in order.
    They explain a low chance, and mean little beside a high one. There may be none: what a claim leaves out has no words.
    """

    supported: float
    contradicted: float
    doubted: tuple[tuple[int, int], ...] = ()
