"""Unsupported sentences: of the sentences that answers show, the share whose verdict is not "supported".

Supported in part, unchecked and without a verdict count as not supported. Pooled over questions; a question that was declined
shows none. The verdicts are the assistant's own; where it gives none, those of this project's checker, if it was asked
(`evals/judging.py`). Both say what a checker believes, not what is so: read it beside how often the checks err (`rag eval
mutations`). Lower is better.
Source: this project.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio

SUPPORTED = "supported"


def unsupported_sentences(verdicts: Iterable[str | None]) -> Ratio:
    """Sentences that are not supported over sentences, of one answer."""
    verdicts = list(verdicts)
    return Ratio(sum(verdict != SUPPORTED for verdict in verdicts), len(verdicts))
