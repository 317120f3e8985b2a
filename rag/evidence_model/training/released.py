"""The shipped 8-bit weights back into a float network, so that training can go on where an earlier one ended.

Needs the package `onnx`, which nothing at run time needs.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx  # type: ignore[import-not-found,unused-ignore]
import torch

from .network import EvidenceNetwork

PREFIX = "/network/"


def load_released(network: EvidenceNetwork, path: Path) -> None:
    """Fill `network` from an ONNX file that `export` wrote; what 8 bits lost stays lost.

    Raises:
        RuntimeError: the file lacks a parameter of the network, or has one more.
    """
    graph = onnx.load(str(path)).graph
    stored = {item.name: onnx.numpy_helper.to_array(item) for item in graph.initializer}
    state = {name.removeprefix("network."): array for name, array in stored.items() if name.startswith("network.")}
    state = {name: array for name, array in state.items() if name.endswith((".weight", ".bias"))}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            module = node.name.removeprefix(PREFIX).removesuffix("MatMul_quant").removesuffix("Gemm_").strip("/")
            state[f"{module.replace('/', '.')}.weight"] = _floats(stored, node.input[1]).T
        if node.op_type == "Gather" and node.input[0].endswith(".weight_quantized"):
            module = node.name.removeprefix(PREFIX).removesuffix("/Gather")
            state[f"{module}.weight"] = _floats(stored, node.input[0])
    network.load_state_dict({name: torch.tensor(np.ascontiguousarray(array)) for name, array in state.items()})


def _floats(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A quantised matrix in fp32; one scale for all of it, or one a column."""
    base = name.removesuffix("_quantized")
    centred = stored[name].astype(np.float32) - stored[f"{base}_zero_point"].astype(np.float32)
    result: np.ndarray = (centred * stored[f"{base}_scale"]).astype(np.float32)
    return result
