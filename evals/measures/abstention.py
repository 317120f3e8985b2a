"""Abstention: how well declining to answer fits the questions that have no answer.

- precision: of the questions declined, the share that has no answer in the collection
- recall: of the questions without an answer, the share declined
- F1: from the two
- wrong-abstention rate: of the questions with an answer, the share declined

Pooled over questions; precision is undefined where nothing was declined.
Source: selective question answering, for example Rajpurkar et al. 2018 (SQuAD 2.0, "no answer") and Feng et al. 2024
("Don't Hallucinate, Abstain"), with "has no answer" as the positive class.
"""

from evals.measures.ratio import Ratio


def abstention_precision(declined: bool, answerable: bool) -> Ratio:
    """One question: whether declining was right, if it was declined."""
    return Ratio(declined and not answerable, declined)


def abstention_recall(declined: bool, answerable: bool) -> Ratio:
    """One question: whether it was declined, if it has no answer."""
    return Ratio(declined and not answerable, not answerable)


def abstention_f1(declined: bool, answerable: bool) -> Ratio:
    """One question: its part of the harmonic mean of precision and recall."""
    return Ratio(2 * (declined and not answerable), declined + (not answerable))


def wrong_abstention(declined: bool, answerable: bool) -> Ratio:
    """One question: whether it was declined, if it has an answer."""
    return Ratio(declined and answerable, answerable)
