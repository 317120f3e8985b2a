"""The network: the encoder of the evidence model reads claim, text and context together; two heads judge the claim."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from rag.evidence_model.training.network import WIDTH, Encoder

FIRST_PULL = 0.3  # before the softplus
_NEVER = 1e4  # a logit beyond any


@dataclass(frozen=True)
class Logits:
    """Of one batch: B rows, T tokens."""

    support: Tensor  # (B, 3): supported, contradicted, neither
    words: Tensor  # (B, T): that a token is not borne out; means something on the claim's tokens only


class SupportNetwork(Encoder):
    """Tokens of `[CLS] claim [SEP] text [SEP] context [SEP]` to `Logits`.

    The more a word of the claim is doubted, the less the claim is supported: `pull` learns how much less.
    """

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(4 * WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, 3)
        self.word_hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.word_out = nn.Linear(WIDTH, 1)
        self.pull = nn.Parameter(torch.tensor(FIRST_PULL))

    def forward(self, tokens: Tensor, segments: Tensor, attention: Tensor, claim: Tensor) -> Logits:
        """All (B, T); `segments` is 1 on the text, `claim` on the claim's tokens, `attention` on all but the padding."""
        states = self.encode(tokens, segments, attention)
        first = states[:, 0]
        said, text = _mean(states, claim), _mean(states, segments * attention)
        support = self.out(functional.gelu(self.hidden(torch.cat([first, said, text, said * text], -1))))
        joined = torch.cat([states, first[:, None] * states], -1)
        words = self.word_out(functional.gelu(self.word_hidden(joined)))[..., 0]
        most = torch.logsumexp(words + (claim.to(states.dtype) - 1) * _NEVER, 1)
        supported = support[:, :1] - functional.softplus(self.pull) * most[:, None]
        return Logits(torch.cat([supported, support[:, 1:]], -1), words)


def _mean(states: Tensor, mask: Tensor) -> Tensor:
    """(B, WIDTH) mean of the states where the mask is 1; zero where it is nowhere."""
    share = mask.to(states.dtype)
    share = share / share.sum(1, keepdim=True).clamp(min=1)
    return torch.bmm(share[:, None], states)[:, 0]
