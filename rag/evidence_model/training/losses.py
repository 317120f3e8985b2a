"""What each head is asked for. Every part is a mean over the rows that carry its label; a part without rows is zero."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from .batches import Batch
from .network import Scores

WEIGHTS = {"answerable": 1.0, "listwise": 0.5, "evidence": 1.5, "contrast": 0.5, "span": 0.3}


def losses(scores: Scores, batch: Batch) -> dict[str, Tensor]:
    """Unweighted loss of every head, fp32."""
    return {
        "answerable": _answerable(scores.answerable.float(), batch.answerable),
        "listwise": _listwise(scores.answerable.float(), batch.answerable, batch.groups),
        "evidence": _evidence(scores.sentences.float(), batch.evidence),
        "contrast": _contrast(scores.sentences.float(), batch.evidence),
        "span": _span(scores, batch),
    }


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum that is minimised."""
    return torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()


def _answerable(logits: Tensor, labels: Tensor) -> Tensor:
    known = labels >= 0
    if not known.any():
        return logits.sum() * 0
    return functional.binary_cross_entropy_with_logits(logits[known], labels[known].float())


def _listwise(logits: Tensor, labels: Tensor, groups: Tensor) -> Tensor:
    """Cross-entropy of each answerable row against the unanswerable rows of its group."""
    rivals = (groups[:, None] == groups[None]) & (labels == 0)[None]
    ours = (labels == 1) & rivals.any(1)
    if not ours.any():
        return logits.sum() * 0
    against = logits[None].expand(len(logits), -1).masked_fill(~rivals, -1e4)[ours]
    return (torch.logsumexp(torch.cat([logits[ours][:, None], against], 1), 1) - logits[ours]).mean()


def _evidence(logits: Tensor, labels: Tensor) -> Tensor:
    """Binary cross-entropy of every sentence. A row weighs as the root of its length, so that long rows do not drown
    short ones; rows without evidence weigh half."""
    known = labels >= 0
    if not known.any():
        return logits.sum() * 0
    each = functional.binary_cross_entropy_with_logits(logits, labels.clamp(min=0), reduction="none")
    positive = (labels == 1).any(1, keepdim=True).float()
    weight = known * (0.5 + 0.5 * positive) / known.sum(1, keepdim=True).clamp(min=1).float().sqrt()
    return (each * weight).sum() / weight.sum()


def _contrast(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy of each evidence sentence against the sentences of its passage that are none."""
    ours = labels == 1
    both = ours.any(1) & (labels == 0).any(1)
    if not both.any():
        return logits.sum() * 0
    against = torch.logsumexp(logits.masked_fill(labels != 0, -1e4), 1, keepdim=True)
    each = torch.logaddexp(logits, against) - logits
    return ((each * ours).sum(1) / ours.sum(1).clamp(min=1))[both].mean()


def _span(scores: Scores, batch: Batch) -> Tensor:
    """Start and end among the passage's tokens and the first token, which stands for "no short answer"."""
    known = batch.spans[:, 0] >= 0
    if not known.any():
        return scores.starts.sum() * 0
    allowed = batch.segments[known] * batch.attention[known] == 1
    allowed[:, 0] = True
    starts = scores.starts.float()[known].masked_fill(~allowed, -1e4)
    ends = scores.ends.float()[known].masked_fill(~allowed, -1e4)
    spans = batch.spans[known]
    return (functional.cross_entropy(starts, spans[:, 0]) + functional.cross_entropy(ends, spans[:, 1])) / 2
