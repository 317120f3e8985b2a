"""nDCG@k: right documents count less the later they come (by the logarithm of the rank), over the best order possible.

Source: ir-measures (`nDCG`), after trec_eval's `ndcg_cut`; Järvelin and Kekäläinen 2002.
"""

from ir_measures import nDCG

from evals.measures.ranking import Gold, Rankings, per_question


def ndcg(rankings: Rankings, gold: Gold, k: int) -> dict[str, float]:
    """The value for each question."""
    return per_question(nDCG @ k, rankings, gold)
