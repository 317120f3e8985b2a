"""Macro-F1: the plain mean of the F1 of "supported" and the F1 of "not supported".

Source: Opitz and Burst, "Macro F1 and Macro F1", 2019 (the mean of the F1 scores); computed by scikit-learn.
"""

from collections.abc import Sequence

from sklearn.metrics import f1_score


def macro_f1(judged: Sequence[bool], labels: Sequence[bool]) -> float | None:
    """0 to 1; `None` where there are no labels. A kind that is neither there nor judged to be counts as 0."""
    if not labels:
        return None
    return float(f1_score(labels, judged, average="macro", labels=[True, False], zero_division=0))
