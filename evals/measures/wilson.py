"""Wilson's interval of a share: what a count of successes says of the chance behind it.

Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927; computed by SciPy.
"""

from scipy.stats import binomtest


def wilson(successes: int, trials: int, confidence: float = 0.95) -> tuple[float, float] | None:
    """The lower and upper end, 0 to 1; `None` where nothing was tried."""
    if trials == 0:
        return None
    interval = binomtest(successes, trials).proportion_ci(confidence, method="wilson")
    return float(interval.low), float(interval.high)
