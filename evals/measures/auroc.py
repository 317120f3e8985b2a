"""AUROC of the confidence: the chance that an answerable question gets a higher confidence than one without an answer.

.5 is guessing, 1 a perfect order; ties count half. It judges the score, whatever threshold is set on it.
Source: Hanley and McNeil, "The Meaning and Use of the Area under a ROC Curve", 1982; computed by scikit-learn.
"""

from collections.abc import Sequence

from sklearn.metrics import roc_auc_score


def auroc(confidences: Sequence[float], answerable: Sequence[bool]) -> float | None:
    """The area, over all questions; `None` unless there are questions of both kinds."""
    if len(set(answerable)) < 2:
        return None
    return float(roc_auc_score(answerable, confidences))
