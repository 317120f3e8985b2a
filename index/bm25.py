"""What BM25 scores of different questions can be compared by: the share that a passage has of all it could have.

A keyword score says how much of a question's rare words a passage holds, and every question has a best one, also that whose words stand
nowhere. Divided by the best one found, as is usual, that would count as a perfect match; divided by what a passage would have that holds
every word ever so often, it counts for little.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

_MOST_OF_A_WORD = 2.2  # k1 + 1, as FTS5 has k1: what a word's weight grows to with the times that it occurs
_LEAST_WEIGHT = 1e-6  # FTS5's, of a word that more than half of the passages hold
_LEAST = 1.5  # about what one word reaches that a third of the passages hold


def ceiling(frequencies: Iterable[int], passages: int) -> float:
    """What the BM25 score of a passage stays below, whatever it holds; at least `_LEAST`, so that common words alone decide little.

    Args:
        frequencies: for each word of the question, the number of passages that hold it.
        passages: how many there are.
    """
    return max(sum(_MOST_OF_A_WORD * _weight(holding, passages) for holding in frequencies), _LEAST)


def _weight(holding: int, passages: int) -> float:
    """The inverse document frequency as FTS5 computes it."""
    others = max(passages - holding, 0)  # another process may have removed some between the two counts
    return max(math.log((others + 0.5) / (holding + 0.5)), _LEAST_WEIGHT)
