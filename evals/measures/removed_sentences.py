"""Removed sentences: of the sentences that were written, the share that the assistant's checks took out of the answer.

Pooled over questions, those that ended without an answer because nothing stood included. Neither more nor less is better: it
falls when the writer keeps to its evidence, and also when the checks grow lax.
Source: this project.
"""

from evals.measures.ratio import Ratio


def removed_sentences(shown: int, removed: int) -> Ratio:
    """Sentences removed over sentences written, of one question."""
    return Ratio(removed, shown + removed)
