"""Evidence at hand: of the answerable questions that were declined, the share where what is shown instead holds gold evidence.

Pooled over questions; undefined where no answerable question was declined. It says what a wrong abstention costs: the evidence
is there to be read, or it is not. Source: our own; recall at k of sentences, over the questions wrongly declined.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.spans import Unit


def evidence_at_hand(declined: bool, nearest: Iterable[Unit], gold: Iterable[Unit]) -> Ratio:
    """One answerable question: whether a gold sentence is among those shown, if it was declined."""
    return Ratio(declined and not set(gold).isdisjoint(nearest), declined)
