"""What the two heads are asked for, and that true claims look likelier than broken ones about the same words."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from .batches import Batch
from .lessons import LABELS
from .network import Logits

NOT_SUPPORTED = LABELS.index("not_supported")
RANKED_WEIGHT, WORDS_WEIGHT = 0.5, 0.5
DOUBTED_COUNTS = 3.0  # times as much as a word that is borne out: there are far fewer of them


def losses(logits: Logits, batch: Batch) -> dict[str, Tensor]:
    """Unweighted losses, fp32."""
    return {
        "verdict": _verdict(logits.support.float(), batch.labels, batch.weights),
        "words": _words(logits.words.float(), batch.doubted),
        "ranked": _ranked(logits.support.float(), batch.labels, batch.rivals),
    }


def total(parts: dict[str, Tensor], ranked: float = RANKED_WEIGHT) -> Tensor:
    """The weighted sum that is minimised; `ranked` is the weight of the comparison of rivals."""
    return parts["verdict"] + WORDS_WEIGHT * parts["words"] + ranked * parts["ranked"]


def _verdict(support: Tensor, labels: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean of the negative log-likelihood; "not supported" is borne by the last two classes together."""
    chances = functional.log_softmax(support, -1)
    told = chances.gather(1, labels.clamp(max=NOT_SUPPORTED - 1)[:, None])[:, 0]
    either = torch.logsumexp(chances[:, 1:], -1)
    each = -torch.where(labels == NOT_SUPPORTED, either, told)
    return (each * weights).sum() / weights.sum()


def _words(words: Tensor, doubted: Tensor) -> Tensor:
    """Binary cross-entropy over the tokens that carry a label, of all rows together; zero where there are none."""
    known = doubted >= 0
    if not known.any():
        return words.sum() * 0
    weight = torch.tensor(DOUBTED_COUNTS)
    return functional.binary_cross_entropy_with_logits(words[known], doubted[known], pos_weight=weight)


def _ranked(support: Tensor, labels: Tensor, rivals: Tensor) -> Tensor:
    """Mean over all pairs of a true and a broken rival: minus the log-chance, by their log-odds of support, that the true one
    is the true one (Burges et al., "Learning to rank using gradient descent", 2005); zero where there are none."""
    odds = support[:, 0] - torch.logsumexp(support[:, 1:], -1)
    pairs = (rivals[:, None] == rivals[None]) & (rivals >= 0)[:, None] & (labels == 0)[:, None] & (labels != 0)[None]
    if not pairs.any():
        return support.sum() * 0
    return functional.softplus(odds[None] - odds[:, None])[pairs].mean()
