"""Expected calibration error: how far the stated confidence is from how often it is right.

The questions are put into ten bins of equal width by confidence; in each, the mean confidence is compared with the
share of questions that are answerable. The error is the mean gap, weighted by the size of the bins: 0 is perfect.
Source: Naeini, Cooper, Hauskrecht 2015; Guo et al., "On Calibration of Modern Neural Networks", 2017.
"""

from collections.abc import Sequence

import numpy as np

BINS = 10


def calibration_error(confidences: Sequence[float], answerable: Sequence[bool]) -> float | None:
    """The error, over all questions; `None` without questions. Confidences lie within 0..1."""
    if not len(confidences):
        return None
    stated, right = np.asarray(confidences, dtype=float), np.asarray(answerable, dtype=float)
    bins = np.minimum((stated * BINS).astype(int), BINS - 1)
    gaps = [abs(float(np.sum(stated[bins == b] - right[bins == b]))) for b in np.unique(bins)]
    return sum(gaps) / len(stated)
