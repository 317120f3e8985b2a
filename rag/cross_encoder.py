"""Cross-encoders of the Hugging Face kind, which read two texts together: loaded with a clear error, and asked for their outputs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.errors import ModelMissing

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

Scores = npt.NDArray[np.float64]
_BATCH = 16
_CACHE = "SENTENCE_TRANSFORMERS_HOME"  # where the library keeps models, if not where Hugging Face does
_USUAL_OWNER = "cross-encoder"  # of an id that names no owner, as the library has it


def load(name: str, *, what: str, instead: str, allow_download: bool = False) -> CrossEncoder:
    """The cross-encoder of a folder, or of a Hugging Face id: out of the local cache only, unless `allow_download`.

    Args:
        what: what it is for, in the message of the error.
        instead: the setting that does without it, in the remedy.

    Raises:
        ModelMissing: it is not there, or cannot be loaded.
    """
    remedy = (
        f"Name a folder that holds a cross-encoder, allow its download with RAG_ALLOW_DOWNLOAD=1, or set {instead}."
    )
    place = name if allow_download else _on_this_machine(name)
    if place is None:
        raise ModelMissing(
            f"The {what} {name!r} is neither a folder nor in the local cache, and nothing is downloaded.", remedy
        )
    from sentence_transformers import CrossEncoder
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model: CrossEncoder = CrossEncoder(place, device="cpu", local_files_only=not allow_download)
    except Exception as error:  # whatever the library's back ends raise: OSError, ValueError, safetensors errors
        about = f"{type(error).__name__}: {str(error)[:200]}"
        raise ModelMissing(f"The {what} {name!r} cannot be loaded ({about}).", remedy) from error
    return model


def outputs(model: CrossEncoder, pairs: Sequence[tuple[str, str]]) -> Scores:
    """What the model puts out, before any activation, of shape `(len(pairs), number of outputs)`.

    Pairs that are longer than the model reads are cut by its tokenizer.
    """
    from torch.nn import Identity

    found = model.predict(list(pairs), batch_size=_BATCH, activation_fn=Identity(), show_progress_bar=False)
    return np.asarray(found, np.float64).reshape(len(pairs), -1)


def _on_this_machine(name: str) -> str | None:
    """The folder of a model. Looked up here: asked for an id, the library asks the network even where it may load nothing."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    if Path(name).is_dir():
        return name
    identity = name if "/" in name else f"{_USUAL_OWNER}/{name}"
    try:
        found = try_to_load_from_cache(identity, "config.json", cache_dir=os.environ.get(_CACHE))
    except HFValidationError:  # a path, or nothing that an id could be
        return None
    return str(Path(found).parent) if isinstance(found, str) else None
