"""Token F1: the harmonic mean of the precision and recall of words between the short answer given and the nearest right one.

A mean over answerable questions that have short answers; 0 where the question was declined. What is compared is what exact
match compares. Words count as often as they stand; their order does not matter.
Source: the SQuAD scorer, `f1` (Rajpurkar et al. 2016), on its questions with an answer.
"""

from collections import Counter
from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.measures.squad_text import squad_normalised


def token_f1(said: str, answers: Iterable[str]) -> Ratio:
    """The best F1 over the right answers of one question, over 1."""
    return Ratio(
        max((_f1(squad_normalised(said).split(), squad_normalised(one).split()) for one in answers), default=0.0)
    )


def _f1(said: list[str], right: list[str]) -> float:
    shared = (Counter(said) & Counter(right)).total()
    return 2 * shared / (len(said) + len(right)) if shared else 0.0
