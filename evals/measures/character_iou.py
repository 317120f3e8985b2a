"""Character IoU: characters both cited and gold, over characters cited or gold ("intersection over union").

A mean over questions; a question that was not answered has 0. Stricter than counting sentences: half a sentence too
much is seen. Characters are code points of the documents' texts, counted once however often they are cited.
Source: Jaccard 1912; for retrieved text, Smith and Troynikov, "Evaluating Chunking Strategies for Retrieval", 2024.
"""

from collections.abc import Iterable

from evals.measures.characters import shared_characters
from evals.measures.ratio import Ratio
from evals.spans import Stretch, length, merged


def character_iou(cited: Iterable[Stretch], gold: Iterable[Stretch]) -> Ratio:
    """The overlap of one question, over 1."""
    cited, gold = list(cited), list(gold)
    union = length(merged([*cited, *gold]))
    return Ratio(shared_characters(cited, gold) / union if union else 0.0)
