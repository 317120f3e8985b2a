"""Top sentence is gold: whether the sentence that the assistant trusts most is gold evidence.

A mean over questions; 0 where nothing was cited. It is precision at 1 over sentences.
Source: the baseline row of the benchmarks' notes, which takes the sentence of highest cosine in the top passage.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.spans import Unit


def top_sentence(top: Unit | None, gold: Iterable[Unit]) -> Ratio:
    """1 if the top sentence of one question is gold, else 0."""
    return Ratio(float(top is not None and top in set(gold)))
