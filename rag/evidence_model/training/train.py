"""`python -m rag.evidence_model.training.train DATA OUT`. Kill it and start it again: it goes on where it was."""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import pickle
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from .batches import Batch, batched, collate
from .examples import Group
from .losses import losses, total
from .network import EvidenceNetwork, Scores, load_minilm
from .prepare import MODEL_FOLDER
from .schedule import Clock, rate_at

LOG = logging.getLogger(__name__)
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


def run_batch(network: EvidenceNetwork, batch: Batch, half: bool = False) -> Scores:
    """One forward pass; `half`: in bf16 where the operations allow it, which only some processors are fast at."""
    with torch.autocast("cpu", torch.bfloat16) if half else contextlib.nullcontext():
        result: Scores = network(batch.tokens, batch.segments, batch.attention, batch.membership)
    return result


def thinned(groups: Sequence[Group], seed: int) -> list[Group]:
    """The groups of a run: each source cut to its share in `KEPT`, all in another order."""
    rng = random.Random(seed)
    kept = [group for group in groups if rng.random() < KEPT.get(group.source, 1.0)]
    return rng.sample(kept, len(kept))


def parameter_groups(network: EvidenceNetwork, rate: float, frozen: int) -> list[dict[str, object]]:
    """Word vectors stay as they are (half of all parameters; rare words would only drift), and with `frozen` layers all
    that comes before the first free one, which saves its backward pass; heads learn faster."""
    network.words.weight.requires_grad_(False)
    if frozen:
        fixed = [network.positions, network.segments, network.norm, *network.layers[:frozen]]
        for parameter in (p for module in fixed for p in module.parameters()):
            parameter.requires_grad_(False)
    heads = ("sentence_", "answerable_", "span")
    encoder = [p for name, p in network.named_parameters() if p.requires_grad and not name.startswith(heads)]
    new = [p for name, p in network.named_parameters() if name.startswith(heads)]
    return [{"params": encoder, "lr": rate, "full": rate}, {"params": new, "lr": 3 * rate, "full": 3 * rate}]


def start(arguments: argparse.Namespace) -> EvidenceNetwork:
    """The network before its first step: MiniLM with new heads, released weights, or those of another run's checkpoint."""
    torch.manual_seed(arguments.seed)
    network = EvidenceNetwork()
    if not arguments.from_weights:
        load_minilm(network, MODEL_FOLDER / "model.safetensors")
        return network
    if arguments.from_weights.suffix == ".pt":
        network.load_state_dict(torch.load(arguments.from_weights, weights_only=True)["network"])
        return network
    from .released import load_released

    load_released(network, arguments.from_weights)
    return network


def train(groups: Sequence[Group], dev: Sequence[Group], out: Path, arguments: argparse.Namespace) -> EvidenceNetwork:
    """Run to the end of the clock from the last checkpoint in `out`, if there is one."""
    network = start(arguments)
    optimiser = torch.optim.AdamW(
        parameter_groups(network, arguments.rate, arguments.frozen), weight_decay=0.01, fused=True
    )
    clock = Clock(arguments.steps, arguments.minutes)
    step = _resume(network, optimiser, clock, out)
    batches = list(batched(groups, arguments.batch_tokens, arguments.seed))
    LOG.info("%d batches; from step %d", len(batches), step)
    sums: dict[str, float] = defaultdict(float)
    saved = clock.spent
    while clock.over(step) < 1:
        share = rate_at(step, clock.over(step), arguments.decay)
        for group in optimiser.param_groups:
            group["lr"] = group["full"] * share
        batch = collate(batches[step % len(batches)])
        parts = losses(run_batch(network, batch, arguments.half), batch)
        total(parts).backward()  # type: ignore[no-untyped-call]
        _count(sums, parts, batch)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        clock.tick()
        if step % LOG_STEPS == 0:
            _log(out, {"step": step, "minutes": round(clock.spent / 60, 1), "rate": round(share, 3), **_means(sums)})
            sums.clear()
        if step % arguments.dev_steps == 0:
            _log(out, {"dev": step, **dev_losses(network, dev, arguments.half)})
        if clock.spent - saved > CHECKPOINT_SECONDS:
            _save(network, optimiser, step, clock, out)
            saved = clock.spent
    _save(network, optimiser, step, clock, out)
    _log(out, {"dev": step, **dev_losses(network, dev, arguments.half)})
    return network


def _count(sums: dict[str, float], parts: Mapping[str, Tensor], batch: Batch) -> None:
    """Add losses, each weighed by the rows it was taken over: not every row has a short answer's label."""
    rows = {"span": int((batch.spans[:, 0] >= 0).sum())}
    for name, part in parts.items():
        count = rows.get(name, int((batch.answerable >= 0).sum()))
        sums[name] += float(part.detach()) * count
        sums[f"{name} rows"] += count
    sums["tokens rows"] += batch.tokens.numel()


def _means(sums: Mapping[str, float]) -> dict[str, float]:
    means = {name: round(sums[name] / max(1.0, sums[f"{name} rows"]), 4) for name in sums if not name.endswith("rows")}
    return {**means, "tokens": sums["tokens rows"]}


@torch.no_grad()
def dev_losses(network: EvidenceNetwork, dev: Sequence[Group], half: bool = False) -> dict[str, float]:
    """Mean of every loss over the rows of the development groups that carry its label."""
    sums: dict[str, float] = defaultdict(float)
    for groups in batched(dev, 4096, 0):
        batch = collate(groups)
        _count(sums, losses(run_batch(network, batch, half), batch), batch)
    return _means(sums)


def _log(out: Path, record: Mapping[str, object]) -> None:
    LOG.info("%s", record)
    with (out / "log.jsonl").open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(record) + "\n")


def _save(network: EvidenceNetwork, optimiser: torch.optim.Optimizer, step: int, clock: Clock, out: Path) -> None:
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "spent": clock.spent}
    torch.save(state, out / "checkpoint.part")
    (out / "checkpoint.part").replace(out / "checkpoint.pt")
    LOG.info("saved step %d", step)


def _resume(network: EvidenceNetwork, optimiser: torch.optim.Optimizer, clock: Clock, out: Path) -> int:
    if not (out / "checkpoint.pt").exists():
        return 0
    state = torch.load(out / "checkpoint.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    clock.spent = float(state["spent"])
    return int(state["step"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that prepare wrote")
    parser.add_argument("out", type=Path, help="checkpoints and log")
    parser.add_argument("--steps", type=int, required=True)
    parser.add_argument("--minutes", type=float, help="end after this time, if the steps are not over before")
    parser.add_argument(
        "--from", dest="from_weights", type=Path, help="released weights (model.onnx) or a checkpoint (.pt)"
    )
    parser.add_argument("--frozen", type=int, default=0, help="lower layers that stay as they are")
    parser.add_argument("--half", action="store_true", help="bf16, for processors that are fast at it")
    parser.add_argument("--dev-groups", type=int, default=500)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--decay", type=float, default=0.4, help="share of the steps over which the rate falls to zero")
    parser.add_argument("--batch-tokens", type=int, default=6144)
    parser.add_argument("--dev-steps", type=int, default=500)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    groups, dev = (pickle.loads((arguments.data / f"{name}.pickle").read_bytes()) for name in ("train", "dev"))  # noqa: S301 - our own file
    groups = thinned(groups, arguments.seed)
    train(groups, dev[: arguments.dev_groups], arguments.out, arguments)


if __name__ == "__main__":
    main()
