"""A network to shipped weights and back: needs the packages that export needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

pytest.importorskip("onnx")
pytest.importorskip("onnxscript")

from rag.evidence_model.training.export import export as export_evidence
from rag.evidence_model.training.export import quantise
from rag.evidence_model.training.network import EvidenceNetwork, is_head
from rag.evidence_model.training.released import load_released
from rag.support_model import SupportReader
from rag.support_model.training.batches import collate
from rag.support_model.training.calibrate import calibrated, read_logits, write_calibration
from rag.support_model.training.export import release
from rag.support_model.training.network import SupportNetwork
from rag.support_model.training.plan import start
from tests.rag.support_model.ferry import LESSONS, examples


def stirred(network: torch.nn.Module) -> torch.nn.Module:
    """With no two parameters alike, as in a trained one: the exporter stores equal ones only once."""
    for parameter in network.parameters():
        parameter.data.add_(0.01 * torch.randn_like(parameter))
    return network.eval()


@pytest.fixture(scope="module")
def network() -> SupportNetwork:
    found = start(None, seed=0)
    stirred(found)
    return found


@pytest.fixture(scope="module")
def folder(network: SupportNetwork, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    out = tmp_path_factory.mktemp("weights")
    release(network, out, commit="abc")
    return out


def test_shipped_weights_say_nearly_what_the_network_said(network: SupportNetwork, folder: Path) -> None:
    batch = collate(examples())
    with torch.no_grad():
        expected = network(batch.tokens, batch.segments, batch.attention, batch.claim).support.numpy()
    found = read_logits(folder, [lesson.cited for lesson in LESSONS])
    assert np.abs(found - expected).max() < 0.25
    assert np.corrcoef(found.ravel(), expected.ravel())[0, 1] > 0.99


def test_the_reader_reads_them_and_the_calibration_is_applied(folder: Path) -> None:
    before = SupportReader.load(folder).read([lesson.cited for lesson in LESSONS])
    assert all(0 <= one.supported <= 1 for one in before)
    write_calibration(folder, calibrated(read_logits(folder, [lesson.cited for lesson in LESSONS]), LESSONS))
    after = SupportReader.load(folder).read([lesson.cited for lesson in LESSONS])
    assert [one.supported for one in after] != [one.supported for one in before]


def test_the_encoder_of_the_evidence_model_is_taken_and_its_heads_are_not(tmp_path: Path) -> None:
    theirs, ours = EvidenceNetwork(), SupportNetwork()
    stirred(theirs)
    export_evidence(theirs, tmp_path / "full.onnx")
    quantise(tmp_path / "full.onnx", tmp_path / "model.onnx")
    with pytest.raises(RuntimeError, match="lacks"):
        load_released(ours, tmp_path / "model.onnx")
    heads = {name: value.clone() for name, value in ours.state_dict().items() if is_head(name)}
    load_released(ours, tmp_path / "model.onnx", new_heads=True)
    assert all(torch.equal(ours.state_dict()[name], value) for name, value in heads.items())
    encoder = theirs.layers[3].get_parameter("inner.weight").detach()
    assert torch.allclose(
        ours.layers[3].get_parameter("inner.weight"), encoder, atol=float(encoder.max() - encoder.min()) / 120
    )
