"""The shipped 8-bit weights back into a float network, so that training can go on where an earlier one ended.

Needs the package `onnx`, which nothing at run time needs.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx  # type: ignore[import-not-found,unused-ignore]
import torch

from .network import Encoder, is_head

PREFIX = "/network/"


def load_released(network: Encoder, path: Path, new_heads: bool = False) -> None:
    """Fill `network` from an ONNX file that `export` wrote; what 8 bits lost stays lost.

    Parameters of the file that the network does not have are left out. With `new_heads`, heads of the network that the
    file lacks stay as they are: so the encoder of one model becomes the start of another.

    Raises:
        RuntimeError: the file lacks a parameter of the encoder, or, without `new_heads`, of a head.
    """
    stored = _state(path)
    wanted = network.state_dict().keys()
    lacking = [name for name in wanted if name not in stored and not (new_heads and is_head(name))]
    if lacking:
        raise RuntimeError(f"{path.name} lacks {', '.join(lacking)}")
    state = {name: torch.tensor(np.ascontiguousarray(stored[name])) for name in wanted if name in stored}
    network.load_state_dict(state, strict=False)


def _state(path: Path) -> dict[str, np.ndarray]:
    """The parameters of the file by the names that they have in the network."""
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
    return state


def _floats(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A quantised matrix in fp32; one scale for all of it, or one a column."""
    base = name.removesuffix("_quantized")
    centred = stored[name].astype(np.float32) - stored[f"{base}_zero_point"].astype(np.float32)
    result: np.ndarray = (centred * stored[f"{base}_scale"]).astype(np.float32)
    return result
