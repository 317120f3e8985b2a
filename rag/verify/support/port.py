"""The port of the support models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and the text that should bear it out (the cited sentences, joined by a space).

    `context` is what a reader of that text knows besides: its document, the sentence before. It bears nothing out.
    """

    claim: str
    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Support:
    """Calibrated chances, 0 to 1: that the text supports the claim, and that it contradicts it.

    What is left to 1 is the chance that it does neither. `note` keeps what a person may want to see (a judge's raw reply).
    `failed` says that the model gave no usable judgement; then the chances mean nothing. `partial` says that the text
    supports a part of the claim, and `doubted` holds the words of the claim that it does not support, for models that can tell.
    """

    supported: float
    contradicted: float = 0.0
    note: str = ""
    failed: bool = False
    partial: bool = False
    doubted: tuple[str, ...] = ()


class SupportModel(Protocol):
    """Judges pairs of claim and text.

    `threshold` is the chance from which a claim counts as supported, chosen on other data than it is reported on.
    `outweighs` says, by the name of a guard, from which chance on the model is believed against its objection; a guard that
    is not in it is always believed.
    """

    name: str
    threshold: float
    outweighs: Mapping[str, float]

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        """One judgement a pair, in order."""
        ...
