"""A checkpoint to shipped weights, ONNX in 8 bits: `python -m rag.support_model.training.export CHECKPOINT OUT`.

They are not calibrated yet: `calibrate` does that. Needs the packages `onnx`, `onnxscript` and `onnx-ir`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn

from rag.evidence_model.training.export import quantise
from rag.evidence_model.training.network import WIDTH
from rag.evidence_model.training.prepare import MODEL_FOLDER
from rag.evidence_model.weights import DEFAULT_FOLDER, word_vectors
from rag.model_files import write_manifest
from rag.support_model.weights import Calibration

from .checkpoints import load_network
from .network import SupportNetwork

FILES = ("model.onnx", "tokenizer.json")
_WORDS = "network.words.weight"
INPUTS = ("tokens", "segments", "attention", "claim")
OUTPUTS = ("support", "words")
ROWS = {"support": {0: "rows"}}
AXES = {name: {0: "rows", 1: "width"} for name in (*INPUTS, "words")} | ROWS


class _Flat(nn.Module):
    """The network with a tuple for its output, as the exporter wants it."""

    def __init__(self, network: SupportNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, tokens: Tensor, segments: Tensor, attention: Tensor, claim: Tensor) -> tuple[Tensor, ...]:
        logits = self.network(tokens, segments, attention, claim)
        return tuple(getattr(logits, name) for name in OUTPUTS)


def export(network: SupportNetwork, out: Path) -> None:
    """Write the network as fp32 ONNX, every axis but the widths of the layers free."""
    tokens = torch.randint(1000, 2000, (2, 9))
    inputs = (tokens, *(torch.ones_like(tokens) for _ in INPUTS[1:]))
    torch.onnx.export(
        _Flat(network), inputs, str(out), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=AXES, opset_version=17, dynamo=False,
    )  # fmt: skip


def release(network: SupportNetwork, folder: Path, commit: str = "") -> None:
    """Network, tokenizer and manifest into a folder that `SupportReader.load` takes; the calibration changes nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        export(network, Path(scratch) / "full.onnx")
        quantise(Path(scratch) / "full.onnx", folder / "model.onnx")
    share_words(folder / "model.onnx")
    shutil.copyfile(MODEL_FOLDER / "tokenizer.json", folder / "tokenizer.json")
    content = {"calibration": asdict(Calibration()), "training_commit": commit, "words_of": word_vectors().checksum}
    write_manifest(folder, content, FILES)


def share_words(path: Path, evidence: Path = DEFAULT_FOLDER / "model.onnx") -> None:
    """Take the word vectors out of an 8-bit network: it gets them as the input "vectors", rows of the evidence model's table,
    from which they were trained on unchanged. Halves the file."""
    import onnx  # type: ignore[import-not-found,unused-ignore]

    model, theirs = onnx.load(str(path)), onnx.load(str(evidence))
    graph = model.graph
    kept = [item for item in graph.initializer if not item.name.startswith(_WORDS)]
    kept += [item for item in theirs.graph.initializer if item.name in (f"{_WORDS}_scale", f"{_WORDS}_zero_point")]
    gather = next(node for node in graph.node if node.op_type == "Gather" and node.input[0].startswith(_WORDS))
    vectors = onnx.helper.make_tensor_value_info("vectors", onnx.TensorProto.UINT8, ["rows", "width", WIDTH])
    for node in graph.node:
        node.input[:] = ["vectors" if name == gather.output[0] else name for name in node.input]
    graph.node.remove(gather)
    del graph.initializer[:]
    graph.initializer.extend(kept)
    graph.input.append(vectors)
    onnx.save(model, str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path, help="the weights folder")
    parser.add_argument("--commit", default="", help="of the training code")
    arguments = parser.parse_args()
    release(load_network(arguments.checkpoint), arguments.out, arguments.commit)


if __name__ == "__main__":
    main()
