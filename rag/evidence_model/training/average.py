"""The mean of a checkpoint and the weights it started from: `python -m rag.evidence_model.training.average A B OUT`.

Training on new tasks costs the old ones a little; the mean keeps more of the old, for a price in the new (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .network import EvidenceNetwork
from .released import load_released


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("weights", type=Path, help="what the run started from: another checkpoint, or a model.onnx")
    parser.add_argument("out", type=Path, help="a checkpoint")
    parser.add_argument("--share", type=float, default=0.6, help="of the checkpoint")
    arguments = parser.parse_args()
    before = EvidenceNetwork()
    if arguments.weights.suffix == ".pt":
        before.load_state_dict(torch.load(arguments.weights, weights_only=True)["network"])
    else:
        load_released(before, arguments.weights)
    after = torch.load(arguments.checkpoint, weights_only=True)["network"]
    old = before.state_dict()
    mixed = {name: torch.lerp(old[name], value, arguments.share) for name, value in after.items()}
    torch.save({"network": mixed}, arguments.out)


if __name__ == "__main__":
    main()
