"""Character precision: of the characters found (or cited), the share that lies in the gold excerpts.

A mean over the questions for which something was found; the others are reported as a count. Characters in two overlapping
passages are counted once, where the report counts them twice; passages of one document do not overlap here.
Source: Smith and Troynikov, "Evaluating Chunking Strategies for Retrieval", Chroma 2024: what is relevant and retrieved
over what is retrieved.
"""

from collections.abc import Iterable

from evals.measures.characters import shared_characters
from evals.measures.ratio import Ratio
from evals.spans import Stretch, length, merged


def character_precision(found: Iterable[Stretch], gold: Iterable[Stretch]) -> Ratio:
    """The share of one question, over 1; over 0 where nothing was found."""
    found = list(found)
    retrieved = length(merged(found))
    return Ratio(shared_characters(found, gold) / retrieved) if retrieved else Ratio(0, 0)
