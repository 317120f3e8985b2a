"""Training: it ends when it should, can be broken off, and released weights give back the network they came from."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest
import torch

from rag.evidence_model.training.examples import Example, Group
from rag.evidence_model.training.network import EvidenceNetwork
from rag.evidence_model.training.schedule import Clock, rate_at
from rag.evidence_model.training.train import dev_losses, parameter_groups, start


def test_the_rate_rises_stays_and_falls_to_nought() -> None:
    rates = [rate_at(step, step / 1000, 0.5) for step in range(1001)]
    assert rates[0] < 0.1
    assert max(rates) == rates[300] == 1
    assert rates[750] == pytest.approx(0.5)
    assert rates[-1] == 0


def test_a_run_ends_by_steps_or_by_the_time_spent_whichever_is_first() -> None:
    assert Clock(steps=10, minutes=None, spent=1e9).over(5) == 0.5
    assert Clock(steps=10, minutes=2.0, spent=60.0).over(1) == 0.5
    assert Clock(steps=10, minutes=2.0, spent=120.0).over(1) == 1


def test_frozen_layers_and_word_vectors_learn_nothing() -> None:
    network = EvidenceNetwork()
    learning = {id(p) for group in parameter_groups(network, 1e-4, frozen=2) for p in group["params"]}  # type: ignore[attr-defined]
    names = {name for name, p in network.named_parameters() if id(p) in learning}
    assert not any(name.startswith(("words", "positions", "layers.0.", "layers.1.")) for name in names)
    assert any(name.startswith("layers.2.") for name in names)
    assert "sentence_out.weight" in names


def test_losses_are_of_the_rows_that_carry_the_label() -> None:
    import numpy as np

    torch.manual_seed(0)
    tokens = np.array([101, 2000, 102, 3000, 102], dtype=np.uint16)
    short = Group("squad", (Example(tokens, 3, ((3, 4),), (1.0,), 1, (3, 3)),))
    long = Group("selqa", (Example(tokens, 3, ((3, 4),), (1.0,), 1),))
    network = EvidenceNetwork()
    together, alone = dev_losses(network, [short, long]), dev_losses(network, [long])
    assert together["answerable"] == pytest.approx(alone["answerable"], abs=1e-3)
    assert alone["span"] == 0 < together["span"]


def test_released_weights_give_back_the_network(tmp_path: Path) -> None:
    pytest.importorskip("onnx")
    pytest.importorskip("onnxscript")
    from rag.evidence_model.training.export import export, quantise
    from rag.evidence_model.training.released import load_released

    torch.manual_seed(0)
    network, again = EvidenceNetwork().eval(), EvidenceNetwork().eval()
    for parameter in network.parameters():  # the exporter stores equal ones, as all norms are at first, only once
        parameter.data.add_(0.01 * torch.randn_like(parameter))
    export(network, tmp_path / "full.onnx")
    quantise(tmp_path / "full.onnx", tmp_path / "model.onnx")
    load_released(again, tmp_path / "model.onnx")
    for (name, one), other in zip(network.named_parameters(), again.parameters(), strict=True):
        step = float((one.max() - one.min()).detach()) / 120  # 7 bits, or 8
        assert torch.allclose(one, other, atol=step), name


def test_a_run_may_begin_with_the_weights_of_another_ones_checkpoint(tmp_path: Path) -> None:
    torch.manual_seed(0)
    before = EvidenceNetwork()
    torch.save({"network": before.state_dict()}, tmp_path / "checkpoint.pt")
    again = start(Namespace(from_weights=tmp_path / "checkpoint.pt", seed=1))
    assert all(torch.equal(one, other) for one, other in zip(before.parameters(), again.parameters(), strict=True))
