"""How our small models run: on ONNX Runtime, one window at a time on as many threads as there are cores.

Windows run side by side instead of splitting small matrices: less waiting. Nothing is padded.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, cast

import numpy as np
import onnxruntime
from tokenizers import Tokenizer


class Session(Protocol):
    """What runs a network; an ONNX Runtime session is one."""

    def run(self, outputs: list[str], inputs: dict[str, np.ndarray], /) -> Sequence[np.ndarray]:
        """The named outputs for the inputs."""
        ...


def session(network: Path) -> Session:
    """A session of one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    made = onnxruntime.InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
    return cast("Session", made)


def plain(tokenizer: Tokenizer) -> Tokenizer:
    """The tokenizer, so that it neither pads nor cuts; and a "[SEP]" in a document is text, and parts nothing."""
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True
    return tokenizer


def workers(name: str, threads: int | None = None) -> ThreadPoolExecutor:
    """Threads for windows; as many as there are cores, if no number is given."""
    return ThreadPoolExecutor(threads or _cores(), thread_name_prefix=name)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
