"""What a training run keeps on disk, so that a run that was killed goes on where it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch

from corpus.errors import RagError
from rag.evidence_model.training.schedule import Clock

from .network import SupportNetwork


class OtherRun(RagError):
    """The folder holds a run that was begun with other batches."""


@dataclass(frozen=True)
class Run:
    """Everything of a run that a checkpoint holds. `batches` tells the order of its batches: seed, size and number of examples."""

    network: SupportNetwork
    optimiser: torch.optim.Optimizer
    clock: Clock
    batches: str

    def save(self, step: int, out: Path) -> None:
        """Replace the checkpoint in `out`; the old one stays whole until the new one is."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": step,
            "spent": self.clock.spent,
            "batches": self.batches,
        }
        torch.save(state, out / "checkpoint.part")
        (out / "checkpoint.part").replace(out / "checkpoint.pt")

    def resume(self, out: Path) -> int:
        """Go back to the checkpoint in `out`: the step that it was saved at; 0 where there is none.

        Raises:
            OtherRun: it was made with another order of batches.
        """
        if not (out / "checkpoint.pt").exists():
            return 0
        state = torch.load(out / "checkpoint.pt", weights_only=True)
        if state["batches"] != self.batches:
            message = f"The run in {out} was begun with {state['batches']}, not with {self.batches}."
            raise OtherRun(message, "Use the same data and options, or another folder.")
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.clock.spent = float(state["spent"])
        return int(state["step"])


def load_network(checkpoint: Path) -> SupportNetwork:
    """The network of a checkpoint, for inference."""
    network = SupportNetwork()
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    return network.eval()


def log(out: Path, record: Mapping[str, object]) -> None:
    """One more line of `log.jsonl`."""
    with (out / "log.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(record) + "\n")
