"""`python -m rag.support_model.training.train DATA OUT`. Kill it and start it again: it goes on where it was."""

from __future__ import annotations

import argparse
import logging
import pickle
import random
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import torch

from rag.evidence_model.training.schedule import Clock, rate_at

from .batches import Batch, collate, one_pass, passes
from .checkpoints import Run, log
from .development import development_aurocs
from .examples import Example
from .losses import losses, total
from .network import SupportNetwork
from .plan import Plan, parameter_groups, start

LOG = logging.getLogger(__name__)
LOG_STEPS, CHECKPOINT_SECONDS = 50, 240


def train(examples: Sequence[Example], dev: Sequence[Example], out: Path, plan: Plan, network: SupportNetwork) -> None:
    """Run to the end of the plan, from the last checkpoint in `out` if there is one."""
    optimiser = torch.optim.AdamW(parameter_groups(network, plan), weight_decay=0.01)
    steps = int(len(one_pass(examples, plan.batch_tokens, plan.seed)) * plan.epochs)
    order = f"seed {plan.seed}, batches of {plan.batch_tokens} tokens, {len(examples)} examples"
    run = Run(network, optimiser, Clock(steps, plan.minutes), order)
    step = run.resume(out)
    LOG.info("%d steps; from step %d", steps, step)
    sums: dict[str, float] = defaultdict(float)
    saved = run.clock.spent
    for batch in islice(passes(examples, plan.batch_tokens, plan.seed), step, None):
        over = run.clock.over(step)
        if over >= 1:
            break
        _step(run, collate(batch), rate_at(step, over, plan.decay), plan.ranked, sums)
        step += 1
        run.clock.tick()
        if step % LOG_STEPS == 0:
            _report(out, step, run.clock, sums)
        if step % plan.dev_steps == 0:
            _measure(out, step, network, dev)
        if run.clock.spent - saved > CHECKPOINT_SECONDS:
            run.save(step, out)
            saved = run.clock.spent
    run.save(step, out)
    _measure(out, step, network, dev)


def _step(run: Run, batch: Batch, share: float, ranked: float, sums: dict[str, float]) -> None:
    for group in run.optimiser.param_groups:
        group["lr"] = group["full"] * share
    parts = losses(run.network(batch.tokens, batch.segments, batch.attention, batch.claim), batch)
    total(parts, ranked).backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
    run.optimiser.step()
    run.optimiser.zero_grad()
    for name, part in parts.items():
        sums[name] += float(part.detach())
    sums["steps"] += 1
    sums["tokens"] += batch.tokens.numel()


def _report(out: Path, step: int, clock: Clock, sums: dict[str, float]) -> None:
    """Log the mean losses since the last report, and begin anew."""
    means = {name: round(sums[name] / sums["steps"], 4) for name in ("verdict", "words", "ranked")}
    record = {"step": step, "of": clock.steps, "minutes": round(clock.spent / 60, 1), **means, "tokens": sums["tokens"]}
    sums.clear()
    LOG.info("%s", record)
    log(out, record)


def _measure(out: Path, step: int, network: SupportNetwork, dev: Sequence[Example]) -> None:
    record = {"dev": step, "auroc": development_aurocs(network, dev) if dev else {}}
    LOG.info("%s", record)
    log(out, record)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that prepare wrote")
    parser.add_argument("out", type=Path, help="checkpoints and log")
    parser.add_argument(
        "--from", dest="from_weights", type=Path, help="released weights (model.onnx) or a checkpoint (.pt)"
    )
    parser.add_argument("--minutes", type=float, help="end after this time, if the passes are not over before")
    parser.add_argument("--epochs", type=float, default=Plan.epochs)
    parser.add_argument("--rate", type=float, default=Plan.rate)
    parser.add_argument(
        "--decay", type=float, default=Plan.decay, help="share of the run over which the rate falls to zero"
    )
    parser.add_argument("--frozen", type=int, default=Plan.frozen, help="lower layers that stay as they are")
    parser.add_argument(
        "--ranked", type=float, default=Plan.ranked, help="weight of the comparison of true and broken claims"
    )
    parser.add_argument("--batch-tokens", type=int, default=Plan.batch_tokens)
    parser.add_argument("--dev-steps", type=int, default=Plan.dev_steps)
    parser.add_argument("--dev-most", type=int, default=2000, help="development examples, drawn by chance")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--threads", type=int, default=2)
    given = vars(parser.parse_args())
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(given.pop("threads"))
    torch.set_flush_denormal(True)
    data, out, from_weights, most = (given.pop(name) for name in ("data", "out", "from_weights", "dev_most"))
    out.mkdir(parents=True, exist_ok=True)
    examples, dev = (pickle.loads((data / f"{name}.pickle").read_bytes()) for name in ("train", "dev"))  # noqa: S301 - our own file
    dev = random.Random(0).sample(dev, min(len(dev), most))
    train(examples, dev, out, Plan(**given), start(from_weights, given["seed"]))


if __name__ == "__main__":
    main()
