"""Uncited sentences: of the sentences that answers show, the share without a usable citation.

A citation is usable when it points into a document that is there and holds the text that it quotes. Pooled over questions; a
question that was declined shows none. Lower is better.
Source: this project; Liu, Zhang, Liang, "Evaluating Verifiability in Generative Search Engines", 2023, ask of every sentence
that it be cited.
"""

from collections.abc import Collection, Iterable
from typing import Any

from evals.measures.ratio import Ratio


def uncited_sentences(usable: Iterable[Collection[Any]]) -> Ratio:
    """Sentences without one over sentences, of one answer.

    Args:
        usable: the usable citations of each sentence.
    """
    usable = list(usable)
    return Ratio(sum(not citations for citations in usable), len(usable))
