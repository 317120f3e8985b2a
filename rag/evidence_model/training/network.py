"""The network: a six-layer MiniLM encoder that reads two texts together, and the evidence model's three heads on top."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ENCODER_PARTS = ("words", "positions", "segments", "norm", "layers")


@dataclass(frozen=True)
class Scores:
    """Raw logits of one batch. Shapes: B rows, S sentences at most, T tokens."""

    answerable: Tensor  # (B,)
    sentences: Tensor  # (B, S); rows with fewer sentences hold noise behind their last
    starts: Tensor  # (B, T)
    ends: Tensor  # (B, T)


def attend(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
    """Plain attention: trains 1.5 times faster on a CPU than the fused kernel, whose backward pass is slow."""
    rows, heads, tokens, width = query.shape
    query, key, value = (part.reshape(rows * heads, tokens, width) for part in (query * width**-0.5, key, value))
    with torch.autocast(query.device.type, enabled=False):
        weights = torch.bmm(query, key.transpose(1, 2)).view(rows, heads, tokens, tokens) + mask
        weights = torch.softmax(weights, -1).view(rows * heads, tokens, tokens)
        mixed: Tensor = torch.bmm(weights, value).view(rows, heads, tokens, width)
    return mixed


class Layer(nn.Module):
    """One post-norm transformer layer. No dropout: one pass over varied data hardly overfits, and masks cost time."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention_out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        rows, tokens, _ = states.shape
        packed = self.query_key_value(states).view(rows, tokens, 3, HEADS, WIDTH // HEADS)
        query, key, value = packed.permute(2, 0, 3, 1, 4).unbind(0)
        mixed = attend(query, key, value, mask).transpose(1, 2).reshape(rows, tokens, WIDTH)
        states = self.attention_norm(states + self.attention_out(mixed))
        result: Tensor = self.norm(states + self.outer(functional.gelu(self.inner(states))))
        return result


class Encoder(nn.Module):
    """Token ids to states; whoever adds heads derives from it. Its parameters are those of `ENCODER_PARTS`, and no others."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segments = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def encode(self, tokens: Tensor, segments: Tensor, attention: Tensor) -> Tensor:
        """(B, T) ids to (B, T, WIDTH) states; `attention` is 1 for a real token, 0 for padding."""
        places = torch.arange(tokens.shape[1], device=tokens.device)
        states: Tensor = self.norm(self.words(tokens) + self.positions(places) + self.segments(segments))
        mask = torch.zeros(attention.shape, dtype=states.dtype, device=tokens.device)
        mask = mask.masked_fill(attention == 0, -1e4)[:, None, None, :]
        if torch.is_autocast_enabled(tokens.device.type):
            mask = mask.to(torch.get_autocast_dtype(tokens.device.type))
        for layer in self.layers:
            states = layer(states, mask)
        return states


class EvidenceNetwork(Encoder):
    """Tokens of `[CLS] question [SEP] passage [SEP]` to `Scores`."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence_hidden = nn.Linear(3 * WIDTH, WIDTH)
        self.sentence_out = nn.Linear(WIDTH, 1)
        self.answerable_hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.answerable_out = nn.Linear(WIDTH, 1)
        self.span = nn.Linear(WIDTH, 2)

    def forward(self, tokens: Tensor, segments: Tensor, attention: Tensor, membership: Tensor) -> Scores:
        """`membership` (B, S, T) weighs the tokens of each sentence so that they sum to 1 (all 0: no such sentence)."""
        states = self.encode(tokens, segments, attention)
        first = states[:, 0]
        passage = (segments * attention).to(states.dtype)
        mean = torch.bmm((passage / passage.sum(1, keepdim=True).clamp(min=1))[:, None], states)[:, 0]
        pooled = torch.cat([first, mean], -1)
        means = torch.bmm(membership.to(states.dtype), states)
        context = first[:, None].expand_as(means)
        joined = torch.cat([means, context, means * context], -1)
        sentences = self.sentence_out(functional.gelu(self.sentence_hidden(joined)))[..., 0]
        answerable = self.answerable_out(functional.gelu(self.answerable_hidden(pooled)))[..., 0]
        starts, ends = self.span(states).unbind(-1)
        return Scores(answerable, sentences, starts, ends)


def is_head(parameter: str) -> bool:
    """Whether a parameter of this name belongs to a head, not to the encoder that the networks share."""
    return parameter.split(".", 1)[0] not in ENCODER_PARTS


def load_minilm(network: Encoder, weights: Path) -> None:
    """Copy the encoder of all-MiniLM-L6-v2 (`model.safetensors`) into `network`; the heads stay as they are."""
    source = load_file(str(weights))
    network.words.weight.data.copy_(source["embeddings.word_embeddings.weight"])
    network.positions.weight.data.copy_(source["embeddings.position_embeddings.weight"])
    network.segments.weight.data.copy_(source["embeddings.token_type_embeddings.weight"])
    _copy(network.norm, source, "embeddings.LayerNorm")
    for number, layer in enumerate(network.layers):
        if not isinstance(layer, Layer):
            raise TypeError(layer)
        prefix = f"encoder.layer.{number}"
        parts = [f"{prefix}.attention.self.{name}" for name in ("query", "key", "value")]
        layer.query_key_value.weight.data.copy_(torch.cat([source[f"{part}.weight"] for part in parts]))
        layer.query_key_value.bias.data.copy_(torch.cat([source[f"{part}.bias"] for part in parts]))
        _copy(layer.attention_out, source, f"{prefix}.attention.output.dense")
        _copy(layer.attention_norm, source, f"{prefix}.attention.output.LayerNorm")
        _copy(layer.inner, source, f"{prefix}.intermediate.dense")
        _copy(layer.outer, source, f"{prefix}.output.dense")
        _copy(layer.norm, source, f"{prefix}.output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, source: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(source[f"{name}.weight"])
    module.bias.data.copy_(source[f"{name}.bias"])
