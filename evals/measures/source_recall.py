"""Source recall: of the documents that people cited for a question, the share that the answer cites.

Pooled over questions that have several right documents. A question that was not answered missed them all.
Source: recall over sets, as for source precision.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio


def source_recall(cited: Iterable[str], right: Iterable[str]) -> Ratio:
    """Right documents cited over right documents, of one question."""
    right = set(right)
    return Ratio(len(set(cited) & right), len(right))
