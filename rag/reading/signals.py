"""Plain signals that a text answers a question, and how readers weigh them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.words import stem, words
from rag.reading.question import Question


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much each stem of the question says: its inverse document frequency among the passages."""

    weights: dict[str, float]

    @classmethod
    def of(cls, counts: dict[str, int], passages: int) -> Rarity:
        """From the number of passages that hold each content word of the question, and of all passages."""
        return cls({stem(w): math.log((passages + 1) / (n + 0.5)) for w, n in counts.items()})

    def coverage(self, held: set[str]) -> float:
        """The share of the question's weight that a set of stems holds, 0 to 1."""
        total = sum(self.weights.values())
        return sum(w for s, w in self.weights.items() if s in held) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: features to a chance."""

    bias: float
    by_name: dict[str, float]

    def chance(self, features: dict[str, float]) -> float:
        """0 to 1."""
        return 1 / (1 + math.exp(-self.bias - sum(weight * features[name] for name, weight in self.by_name.items())))


Frequencies = Callable[[Sequence[str]], tuple[dict[str, int], int]]
"""Words to the number of passages that hold each, and the number of passages."""


def stems(text: str) -> set[str]:
    """The stems of a text's words."""
    return {stem(w) for w in words(text)}


def held_names(question: Question, held: set[str]) -> float:
    """The share of the question's names that a set of stems holds; 1 where it has none."""
    return sum(stem(name) in held for name in question.names) / len(question.names) if question.names else 1.0


def names_the_speaker(question: Question, held: set[str]) -> bool:
    """Whether a set of stems holds a name of the person whose words are asked for; true where nobody is named."""
    return not question.speaker or any(stem(name) in held for name in question.speaker)


def log_odds(chance: float) -> float:
    """Of a chance from 0 to 1, kept within about 14 of zero."""
    bounded = min(max(chance, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))
