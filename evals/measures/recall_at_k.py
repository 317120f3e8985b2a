"""R@k: of a question's right documents, the share among the first k found. A mean over answerable questions.

With one right document it is the share of questions that found it.
Source: ir-measures (`R`), after trec_eval's `recall`.
"""

from ir_measures import R

from evals.measures.ranking import Gold, Rankings, per_question


def recall_at_k(rankings: Rankings, gold: Gold, k: int) -> dict[str, float]:
    """The share for each question."""
    return per_question(R @ k, rankings, gold)
