"""AP@k: the mean, over a question's right documents, of the precision at the rank where each is found; not found is 0.

Its mean over questions is MAP@k. Source: ir-measures (`AP`), after trec_eval's `map_cut`.
"""

from ir_measures import AP

from evals.measures.ranking import Gold, Rankings, per_question


def average_precision(rankings: Rankings, gold: Gold, k: int) -> dict[str, float]:
    """The value for each question."""
    return per_question(AP @ k, rankings, gold)
