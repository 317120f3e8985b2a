"""A training run on a handful of lessons: it learns, can be broken off, and starts from what it is told to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from rag.evidence_model.training.network import EvidenceNetwork, load_minilm
from rag.support_model.training import checkpoints
from rag.support_model.training.batches import collate
from rag.support_model.training.checkpoints import OtherRun, load_network
from rag.support_model.training.development import aurocs, development_aurocs
from rag.support_model.training.losses import losses, total
from rag.support_model.training.network import SupportNetwork
from rag.support_model.training.plan import Plan, parameter_groups, start
from rag.support_model.training.prepare import MODEL_FOLDER
from rag.support_model.training.train import train
from tests.rag.support_model.ferry import examples

EXAMPLES = examples()
PLAN = Plan(rate=3e-4, decay=0.1, epochs=3, batch_tokens=100_000, frozen=5)


@pytest.fixture(scope="module", autouse=True)
def _few_threads() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


def loss(network: SupportNetwork) -> float:
    """Over all lessons at once."""
    batch = collate(EXAMPLES)
    with torch.no_grad():
        logits = network(batch.tokens, batch.segments, batch.attention, batch.claim)
        return float(total(losses(logits, batch)))


def test_a_few_steps_lower_the_loss_and_are_logged(tmp_path: Path) -> None:
    network = start(None, seed=1)
    before = loss(network)
    train(EXAMPLES, EXAMPLES, tmp_path, PLAN, network)
    assert loss(network) < before
    assert loss(load_network(tmp_path / "checkpoint.pt")) == pytest.approx(loss(network), abs=1e-5)
    last = json.loads((tmp_path / "log.jsonl").read_text().splitlines()[-1])
    assert last["dev"] == 3
    assert set(last["auroc"]) == {"ferry", "ferry/negate", "ferry/number", "ferry/name", "ferry/invent"}


def test_a_run_that_was_killed_ends_where_an_unbroken_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ends, taken = [], []
    for name in ("unbroken", "killed"):
        out = tmp_path / name
        out.mkdir()
        if name == "killed":
            with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
                patch.setattr("rag.support_model.training.train.CHECKPOINT_SECONDS", -1.0)  # after every step
                train(EXAMPLES, [], out, PLAN, _dying(start(None, seed=1), steps=1))
        network, steps = start(None, seed=1), []
        network.register_forward_pre_hook(lambda *_, steps=steps: steps.append(1))
        train(EXAMPLES, [], out, PLAN, network)
        taken.append(len(steps))
        ends.append(loss(network))
    assert taken == [3, 2]
    assert ends[0] == pytest.approx(ends[1], abs=1e-5)


def _dying(network: SupportNetwork, steps: int) -> SupportNetwork:
    """Stands for a process that is killed in a step."""
    asked = []

    def count(*_: object) -> None:
        asked.append(1)
        if len(asked) > steps:
            raise KeyboardInterrupt

    network.register_forward_pre_hook(count)
    return network


def test_a_run_with_other_batches_is_not_gone_on_with(tmp_path: Path) -> None:
    state = {"network": {}, "optimiser": {}, "step": 3, "spent": 1.0, "batches": "seed 9"}
    torch.save(state, tmp_path / "checkpoint.pt")
    with pytest.raises(OtherRun, match="was begun with seed 9, not with seed 1") as caught:
        train(EXAMPLES, [], tmp_path, PLAN, SupportNetwork())
    assert "another folder" in caught.value.remedy


def test_embeddings_and_frozen_layers_learn_nothing_and_heads_learn_faster() -> None:
    network = SupportNetwork()
    encoder, heads = parameter_groups(network, PLAN)
    learning = {name for name, parameter in network.named_parameters() if parameter.requires_grad}
    assert not any(name.startswith(("words", "positions", "segments", "norm", "layers.4.")) for name in learning)
    assert {"layers.5.norm.weight", "word_hidden.weight", "out.bias", "pull"} <= learning
    assert heads["lr"] == 3 * encoder["lr"]  # type: ignore[operator]
    assert any(parameter is network.pull for parameter in heads["params"])  # type: ignore[attr-defined]


def test_the_encoder_is_the_evidence_models_one() -> None:
    ours, theirs = SupportNetwork(), EvidenceNetwork()
    for network in (ours, theirs):
        load_minilm(network, MODEL_FOLDER / "model.safetensors")
    shared = ours.state_dict().keys() & theirs.state_dict().keys()
    assert len(shared) == 5 + 6 * 12
    assert all(torch.equal(ours.state_dict()[name], theirs.state_dict()[name]) for name in shared)
    assert ours.state_dict().keys() - shared == {
        *(f"{head}.{part}" for head in ("hidden", "out", "word_hidden", "word_out") for part in ("weight", "bias")),
        "pull",
    }


def test_a_run_may_start_from_a_checkpoint(tmp_path: Path) -> None:
    first = start(None, seed=4)
    torch.save({"network": first.state_dict()}, tmp_path / "checkpoint.pt")
    again = start(tmp_path / "checkpoint.pt", seed=5)
    assert torch.equal(again.hidden.weight, first.hidden.weight)
    assert checkpoints.load_network(tmp_path / "checkpoint.pt").training is False


def test_a_doubted_word_of_the_claim_lowers_support_and_one_of_the_text_does_not() -> None:
    network = start(None, seed=1).eval()
    batch = collate(EXAMPLES[:1])
    with torch.no_grad():
        told = network(batch.tokens, batch.segments, batch.attention, batch.claim)
        network.word_out.bias.fill_(8.0)
        doubted = network(batch.tokens, batch.segments, batch.attention, batch.claim)
        nowhere = network(batch.tokens, batch.segments, batch.attention, torch.zeros_like(batch.claim))
    assert doubted.support[0, 0] < told.support[0, 0] - 5
    assert torch.equal(doubted.support[:, 1:], told.support[:, 1:])
    assert nowhere.support[0, 0] > 1000


def test_development_figures_are_of_parts_and_kinds() -> None:
    sources = ["a/true", "a/true", "a/name/hand", "a/name/code", "a/negate", "b/true"]
    figures = aurocs(sources, [0, 0, 3, 3, 1, 0], np.array([0.9, 0.5, 0.1, 0.7, 0.2, 0.3]))
    assert figures == {"a": pytest.approx(5 / 6, abs=1e-4), "a/name": 0.75, "a/negate": 1.0}
    assert 0 <= development_aurocs(start(None, seed=1), EXAMPLES)["ferry"] <= 1
