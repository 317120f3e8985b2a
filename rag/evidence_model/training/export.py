"""A checkpoint to shipped weights, ONNX in 8 bits: `python -m rag.evidence_model.training.export CHECKPOINT OUT`.

Needs the packages `onnx`, `onnxscript` and `onnx-ir`, which nothing else here needs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from rag.model_files import write_manifest

from .network import EvidenceNetwork
from .prepare import MODEL_FOLDER

INPUTS = ("tokens", "segments", "attention", "membership")
OUTPUTS = ("answerable", "sentences", "starts", "ends")
AXES = {
    "tokens": {0: "rows", 1: "width"}, "segments": {0: "rows", 1: "width"}, "attention": {0: "rows", 1: "width"},
    "membership": {0: "rows", 1: "most", 2: "width"}, "answerable": {0: "rows"}, "sentences": {0: "rows", 1: "most"},
    "starts": {0: "rows", 1: "width"}, "ends": {0: "rows", 1: "width"},
}  # fmt: skip


class _Flat(nn.Module):
    """The network with a tuple for its output, as the exporter wants it."""

    def __init__(self, network: EvidenceNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, tokens: Tensor, segments: Tensor, attention: Tensor, membership: Tensor) -> tuple[Tensor, ...]:
        scores = self.network(tokens, segments, attention, membership)
        return tuple(getattr(scores, name) for name in OUTPUTS)


def load_checkpoint(path: Path) -> EvidenceNetwork:
    """The network of a training checkpoint, for inference."""
    network = EvidenceNetwork()
    network.load_state_dict(torch.load(path, weights_only=True)["network"])
    return network.eval()


def export(network: EvidenceNetwork, out: Path) -> None:
    """Write the network as fp32 ONNX, every axis but the widths of the layers free."""
    tokens = torch.randint(1000, 2000, (2, 9))
    ones = torch.ones_like(tokens)
    inputs = (tokens, ones, ones, torch.full((2, 3, 9), 1 / 9))
    torch.onnx.export(
        _Flat(network), inputs, str(out), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=AXES, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantise(source: Path, out: Path) -> None:
    """Weights and word vectors to 8 bits. Matrices keep a scale for every column and use 7 bits, so that processors
    without VNNI instructions do not overflow and every machine gives nearly the same scores."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(out), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def place_of_words(path: Path) -> dict[str, object]:
    """Where the word vectors lie in an 8-bit network's file, for those who share them: offset in bytes, and shape."""
    import onnx  # type: ignore[import-not-found,unused-ignore]

    table = next(i for i in onnx.load(str(path)).graph.initializer if i.name.endswith("words.weight_quantized"))
    return {"offset": path.read_bytes().index(table.raw_data), "shape": list(table.dims)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path, help="the weights folder")
    parser.add_argument("--calibration", type=Path, help="calibration.json, written by calibrate")
    parser.add_argument("--commit", default="", help="of the training code")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export(load_checkpoint(arguments.checkpoint), full)
        quantise(full, arguments.out / "model.onnx")
    shutil.copyfile(MODEL_FOLDER / "tokenizer.json", arguments.out / "tokenizer.json")
    calibration = json.loads(arguments.calibration.read_text("utf-8")) if arguments.calibration else {}
    words = place_of_words(arguments.out / "model.onnx")
    content = {"calibration": calibration, "training_commit": arguments.commit, "words": words}
    write_manifest(arguments.out, content, ("model.onnx", "tokenizer.json"))


if __name__ == "__main__":
    main()
