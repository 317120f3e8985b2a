"""How well a network tells supported claims from others, while it is trained."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

from .batches import collate, one_pass
from .examples import Example
from .lessons import LABELS
from .network import SupportNetwork

SUPPORTED = LABELS.index("supported")


@torch.no_grad()
def support_scores(network: SupportNetwork, examples: Sequence[Example], most_tokens: int = 4096) -> np.ndarray:
    """(N,) log-chances of support, in the order of the examples."""
    network.eval()
    scores: dict[int, float] = {}
    for batch in one_pass(examples, most_tokens, seed=0):
        read = collate(batch)
        logits = network(read.tokens, read.segments, read.attention, read.claim).support.float()
        found = torch.log_softmax(logits, -1)[:, SUPPORTED].tolist()
        scores |= {id(one): score for one, score in zip(batch, found, strict=True)}
    network.train()
    return np.array([scores[id(one)] for one in examples])


def aurocs(sources: Sequence[str], labels: Sequence[int] | np.ndarray, scores: np.ndarray) -> dict[str, float]:
    """For each part, and each kind of a part: its claims that are not supported against the part's supported ones.

    A part or kind without both is left out. `sources` are written "part/kind" or "part/kind/maker".
    """
    parts = np.array([source.split("/")[0] for source in sources])
    kinds = np.array(["/".join(source.split("/")[:2]) for source in sources])
    true = np.array(labels) == SUPPORTED
    rows = {part: parts == part for part in sorted(set(parts))}
    rows |= {kind: (kinds == kind) & ~true | (parts == kind.split("/")[0]) & true for kind in sorted(set(kinds))}
    mixed = {name: own for name, own in rows.items() if 0 < true[own].sum() < own.sum()}
    return {str(name): round(float(roc_auc_score(true[own], scores[own])), 4) for name, own in mixed.items()}


def development_aurocs(network: SupportNetwork, examples: Sequence[Example]) -> dict[str, float]:
    """`aurocs` of the network on development examples."""
    scores = support_scores(network, examples)
    return aurocs([one.source for one in examples], [one.label for one in examples], scores)
