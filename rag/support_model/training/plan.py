"""How a training run goes, what of the network learns in it, and what the network is before its first step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch

from rag.evidence_model.training.network import load_minilm
from rag.evidence_model.training.prepare import MODEL_FOLDER

from .checkpoints import load_network
from .losses import RANKED_WEIGHT
from .network import SupportNetwork

HEADS_FASTER = 3.0  # times the encoder's rate: they begin with nothing
FIXED = ("words", "positions", "segments", "norm")  # half of all parameters; rare words would only drift


@dataclass(frozen=True)
class Plan:
    """How a run goes: it ends after `epochs` passes, or earlier, after `minutes` of work."""

    rate: float = 1e-4
    decay: float = 0.5
    epochs: float = 1.0
    minutes: float | None = None
    batch_tokens: int = 4096
    frozen: int = 0
    seed: int = 1
    dev_steps: int = 400
    ranked: float = RANKED_WEIGHT


def parameter_groups(network: SupportNetwork, plan: Plan) -> list[dict[str, object]]:
    """What learns, and how fast: neither the embeddings nor the lowest `frozen` layers; heads faster than the encoder."""
    fixed = (*FIXED, *(f"layers.{number}" for number in range(plan.frozen)))
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(not name.startswith(tuple(f"{part}." for part in fixed)))
    learning = [(name.startswith("layers."), p) for name, p in network.named_parameters() if p.requires_grad]
    rates = {True: plan.rate, False: HEADS_FASTER * plan.rate}
    return [
        {"params": [p for inner, p in learning if inner is encoder], "lr": rate, "full": rate}
        for encoder, rate in rates.items()
    ]


def start(from_weights: Path | None, seed: int) -> SupportNetwork:
    """The network before its first step: MiniLM, the encoder of released weights (.onnx), or a checkpoint (.pt)."""
    torch.manual_seed(seed)
    if from_weights and from_weights.suffix == ".pt":
        return load_network(from_weights).train()
    network = SupportNetwork()
    if from_weights is None:
        load_minilm(network, MODEL_FOLDER / "model.safetensors")
        return network
    from rag.evidence_model.training.released import load_released

    load_released(network, from_weights, new_heads=True)
    return network
