"""Exact match: whether the short answer given is one of the right ones, word for word.

A mean over answerable questions that have short answers; 0 where the question was declined. What is compared is the fact that
the answer sets apart, else its first sentence (`evals/short_answers.py`); an assistant that answers in sentences and sets
nothing apart has hardly any.
Source: the SQuAD scorer, `exact` (Rajpurkar et al. 2016), on its questions with an answer.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.measures.squad_text import squad_normalised


def exact_match(said: str, answers: Iterable[str]) -> Ratio:
    """1 if the words are those of any of the answers, else 0."""
    wanted = {squad_normalised(answer) for answer in answers} - {""}
    return Ratio(float(squad_normalised(said) in wanted))
