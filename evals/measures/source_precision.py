"""Source precision: of the documents that an answer cites, the share that people cited for the question.

Pooled over questions that have several right documents. A citation that points to no document counts as a wrong source.
Source: precision over sets, as Schuster et al. 2024 (SEMQA) ask of answers that they quote the right sources.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio


def source_precision(cited: Iterable[str], right: Iterable[str]) -> Ratio:
    """Right documents cited over documents cited, of one question."""
    cited = set(cited)
    return Ratio(len(cited & set(right)), len(cited))
