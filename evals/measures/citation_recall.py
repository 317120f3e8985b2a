"""Citation recall: of the gold evidence sentences, the share that was cited.

Pooled over questions. A question that was not answered cited nothing: it counts with all its gold sentences missed.
Source: as for citation precision.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.spans import Unit


def citation_recall(cited: Iterable[Unit], gold: Iterable[Unit]) -> Ratio:
    """Cited gold sentences over gold sentences, of one question."""
    gold = set(gold)
    return Ratio(len(set(cited) & gold), len(gold))
