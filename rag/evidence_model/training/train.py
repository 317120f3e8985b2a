"""`python -m rag.evidence_model.training.train DATA OUT`. Kill it and start it again: it goes on where it was."""

from __future__ import annotations

import argparse
import json
import logging
import pickle
import random
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch

from .batches import Batch, batched, collate
from .examples import Group
from .losses import losses, total
from .network import EvidenceNetwork, Scores, load_minilm
from .prepare import MODEL_FOLDER

LOG = logging.getLogger(__name__)
WARM_UP_STEPS = 150
CHECKPOINT_SECONDS = 240
LOG_STEPS = 50
# Share of a source's groups that a run reads: what is far from the product's questions, or plentiful, is thinned.
KEPT = {
    "boolq": 0.4,
    "reqa_squad": 0.35,
    "bioasq": 0.35,
    "fm2": 0.3,
    "contractnli": 0.3,
    "scifact": 0.2,
    "entailmentbank": 0.3,
}


def rate_at(step: int, steps: int, decay_share: float) -> float:
    """Share of the full rate: a warm-up, a plateau, then a straight line to zero over the last `decay_share`."""
    left = (steps - step) / (steps * decay_share)
    return max(0.0, min(1.0, (step + 1) / WARM_UP_STEPS, left))


def run_batch(network: EvidenceNetwork, batch: Batch) -> Scores:
    """One forward pass in bf16 where the operations allow it."""
    with torch.autocast("cpu", torch.bfloat16):
        result: Scores = network(batch.tokens, batch.segments, batch.attention, batch.membership)
    return result


def thinned(groups: Sequence[Group], claims: float, seed: int) -> list[Group]:
    """The groups of a run: each source cut to its share in `KEPT`, claims to `claims`."""
    rng = random.Random(seed)
    return [g for g in groups if rng.random() < (claims if g.source.startswith("claim_") else KEPT.get(g.source, 1.0))]


def parameter_groups(network: EvidenceNetwork, rate: float) -> list[dict[str, object]]:
    """Word vectors stay as they are (half of all parameters; rare words would only drift); new heads learn faster."""
    network.words.weight.requires_grad_(False)
    heads = ("sentence_", "answerable_", "support_", "span")
    encoder = [p for name, p in network.named_parameters() if p.requires_grad and not name.startswith(heads)]
    new = [p for name, p in network.named_parameters() if name.startswith(heads)]
    return [{"params": encoder, "lr": rate, "full": rate}, {"params": new, "lr": 3 * rate, "full": 3 * rate}]


def train(groups: Sequence[Group], dev: Sequence[Group], out: Path, arguments: argparse.Namespace) -> EvidenceNetwork:
    """Run to `arguments.steps` from the last checkpoint in `out`, if there is one."""
    torch.manual_seed(arguments.seed)
    network = EvidenceNetwork()
    load_minilm(network, MODEL_FOLDER / "model.safetensors")
    optimiser = torch.optim.AdamW(parameter_groups(network, arguments.rate), weight_decay=0.01, fused=True)
    done = _resume(network, optimiser, out)
    batches = list(batched(groups, arguments.batch_tokens, arguments.seed))
    LOG.info("%d batches of %d tokens; from step %d to %d", len(batches), arguments.batch_tokens, done, arguments.steps)
    sums: dict[str, float] = defaultdict(float)
    saved = clock = time.monotonic()
    for step in range(done, arguments.steps):
        batch = collate(batches[step % len(batches)])
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * rate_at(step, arguments.steps, arguments.decay)
        parts = losses(run_batch(network, batch), batch)
        total(parts).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        for name, part in parts.items():
            sums[name] += float(part.detach())
        if (step + 1) % LOG_STEPS == 0:
            record = {"step": step + 1, "seconds": round(time.monotonic() - clock, 1)}
            _log(out, record | {name: round(value / LOG_STEPS, 4) for name, value in sums.items()})
            sums.clear()
            clock = time.monotonic()
        if (step + 1) % arguments.dev_steps == 0:
            _log(out, {"dev": step + 1, **dev_losses(network, dev)})
        if time.monotonic() - saved > CHECKPOINT_SECONDS:
            _save(network, optimiser, step + 1, out)
            saved = time.monotonic()
    _save(network, optimiser, arguments.steps, out)
    return network


@torch.no_grad()
def dev_losses(network: EvidenceNetwork, dev: Sequence[Group]) -> dict[str, float]:
    """Mean of every loss over the development groups."""
    sums: dict[str, float] = defaultdict(float)
    batches = list(batched(dev, 8192, 0))
    for groups in batches:
        batch = collate(groups)
        for name, part in losses(run_batch(network, batch), batch).items():
            sums[name] += float(part) / len(batches)
    return {name: round(value, 4) for name, value in sums.items()}


def _log(out: Path, record: Mapping[str, object]) -> None:
    LOG.info("%s", record)
    with (out / "log.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(record) + "\n")


def _save(network: EvidenceNetwork, optimiser: torch.optim.Optimizer, step: int, out: Path) -> None:
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step}
    torch.save(state, out / "checkpoint.part")
    (out / "checkpoint.part").replace(out / "checkpoint.pt")
    LOG.info("saved step %d", step)


def _resume(network: EvidenceNetwork, optimiser: torch.optim.Optimizer, out: Path) -> int:
    if not (out / "checkpoint.pt").exists():
        return 0
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    return int(state["step"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that prepare wrote")
    parser.add_argument("out", type=Path, help="checkpoints and log")
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--decay", type=float, default=0.4, help="share of the steps over which the rate falls to zero")
    parser.add_argument("--batch-tokens", type=int, default=6144)
    parser.add_argument("--dev-steps", type=int, default=500)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--claims", type=float, default=1.0, help="share of the claims to train on")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    groups, dev = (pickle.loads((arguments.data / f"{name}.pickle").read_bytes()) for name in ("train", "dev"))  # noqa: S301 - our own file
    train(thinned(groups, arguments.claims, arguments.seed), dev, arguments.out, arguments)


if __name__ == "__main__":
    main()
