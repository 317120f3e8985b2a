"""RR@k: 1 over the rank of the first right document, 0 if none is among the first k. Its mean over questions is MRR@k.

Source: ir-measures (`RR`), after trec_eval's `recip_rank`; Voorhees 1999.
"""

from ir_measures import RR

from evals.measures.ranking import Gold, Rankings, per_question


def reciprocal_rank(rankings: Rankings, gold: Gold, k: int) -> dict[str, float]:
    """The value for each question."""
    return per_question(RR @ k, rankings, gold)
