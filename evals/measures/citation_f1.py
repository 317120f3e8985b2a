"""Citation F1: the harmonic mean of pooled citation precision and pooled citation recall.

It equals twice the cited gold sentences over cited plus gold sentences (Dice), so that it too can be pooled.
Source: van Rijsbergen, "Information Retrieval", 1979, with equal weights.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.spans import Unit


def citation_f1(cited: Iterable[Unit], gold: Iterable[Unit]) -> Ratio:
    """Twice the cited gold sentences over cited plus gold sentences, of one question."""
    cited, gold = set(cited), set(gold)
    return Ratio(2 * len(cited & gold), len(cited) + len(gold))
