"""Citation precision: of the sentences cited, the share that is gold evidence.

Pooled over questions. A question that got no citation has none to be wrong about: its denominator is 0, and such
questions are reported as a count. A sentence is cited when at least half of its characters are covered (`spans.py`).
Source: Rosenthal et al. 2024 (CLAPNQ) score evidence in sentences; Gao et al. 2023 (ALCE) name the measure.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.spans import Unit


def citation_precision(cited: Iterable[Unit], gold: Iterable[Unit]) -> Ratio:
    """Cited gold sentences over cited sentences, of one question."""
    cited = set(cited)
    return Ratio(len(cited & set(gold)), len(cited))
