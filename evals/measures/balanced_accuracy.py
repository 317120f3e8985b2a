"""Balanced accuracy: the mean of the shares of supported and of unsupported claims that are judged right. Guessing is .5.

Source: Brodersen et al., "The Balanced Accuracy and Its Posterior Distribution", 2010; computed by scikit-learn.
"""

from collections.abc import Sequence

from sklearn.metrics import balanced_accuracy_score


def balanced_accuracy(judged: Sequence[bool], labels: Sequence[bool]) -> float | None:
    """0 to 1; `None` unless both kinds of label are there."""
    if len(set(labels)) < 2:
        return None
    return float(balanced_accuracy_score(labels, judged))
