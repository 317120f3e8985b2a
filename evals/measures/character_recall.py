"""Character recall: of the characters of the gold excerpts, the share that was found (or cited).

A mean over questions. What was not found at all has 0. It does not mind how much else was found: read it beside precision.
Source: Smith and Troynikov, "Evaluating Chunking Strategies for Retrieval", Chroma 2024: what is relevant and retrieved
over what is relevant. They name the measure after tokens; their data and ours mark characters.
"""

from collections.abc import Iterable

from evals.measures.characters import shared_characters
from evals.measures.ratio import Ratio
from evals.spans import Stretch, length, merged


def character_recall(found: Iterable[Stretch], gold: Iterable[Stretch]) -> Ratio:
    """The share of one question, over 1."""
    gold = list(gold)
    relevant = length(merged(gold))
    return Ratio(shared_characters(found, gold) / relevant if relevant else 0.0)
