"""Any cross-encoder of the Hugging Face kind as the support model: a natural language inference model, or a MiniCheck-style one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.errors import ModelMissing
from rag.errors import BadSetting
from rag.verify.support.port import Pair, Support

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

Scores = npt.NDArray[np.float64]
ToSupport = Callable[[Scores], Support]
_BATCH = 16


class CrossEncoderModel:
    """A cross-encoder, loaded when first used. Reads (text, claim), the order of inference models.

    What its outputs mean comes from its configuration: labels called entailment and contradiction; or two classes, of which
    the second is support (MiniCheck); or a single output, the log-odds of support.

    Args:
        name: a folder or a Hugging Face id, looked up in the local cache only unless `allow_download`.
        threshold: the chance from which a claim counts as supported.
    """

    outweighs: Mapping[str, float] = MappingProxyType({})

    def __init__(self, name: str, *, allow_download: bool = False, threshold: float = 0.5) -> None:
        self.name = name
        self.threshold = threshold
        self._allow_download = allow_download
        self._lock = Lock()

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        """See `SupportModel.judge`.

        Raises:
            ModelMissing: it cannot be loaded. BadSetting: it does not say which of its outputs means support.
        """
        if not pairs:
            return []
        from torch.nn import Identity

        with self._lock:
            model, to_support = self._loaded
            inputs = [(pair.text, pair.claim) for pair in pairs]
            logits = model.predict(inputs, batch_size=_BATCH, activation_fn=Identity(), show_progress_bar=False)
        return [to_support(row) for row in np.asarray(logits, np.float64).reshape(len(pairs), -1)]

    @cached_property
    def _loaded(self) -> tuple[CrossEncoder, ToSupport]:
        model = self._load()
        labels: dict[int, str] = dict(getattr(model.config, "id2label", None) or {})
        return model, _meaning([str(labels[i]) for i in sorted(labels)], self.name)

    def _load(self) -> CrossEncoder:
        from sentence_transformers import CrossEncoder

        try:
            model: CrossEncoder = CrossEncoder(self.name, device="cpu", local_files_only=not self._allow_download)
        except (
            Exception
        ) as error:  # the library raises whatever its back ends raise: OSError, ValueError, safetensors errors
            raise ModelMissing(
                f"The support model {self.name!r} cannot be loaded ({type(error).__name__}: {str(error)[:200]}).",
                "Name a folder that holds a cross-encoder, allow its download with RAG_ALLOW_DOWNLOAD=1, "
                "or set RAG_SUPPORT_MODEL=built-in.",
            ) from error
        return model


def _meaning(labels: Sequence[str], name: str) -> ToSupport:
    """How a row of outputs is read."""
    lowered = [label.lower() for label in labels]
    if len(labels) == 1:
        return lambda row: Support(float(1 / (1 + np.exp(-row[0]))))
    supports = next((i for i, label in enumerate(lowered) if _means(label, "entail", "support")), None)
    contradicts = next((i for i, label in enumerate(lowered) if _means(label, "contradict", "refute")), None)
    if supports is None and len(labels) == 2 and contradicts is None:
        supports = 1
    if supports is None:
        raise BadSetting(
            f"The support model {name!r} does not say which of its outputs means support: {', '.join(labels)}.",
            "Take a model whose labels are entailment, neutral and contradiction, or one with two labels.",
        )
    return lambda row: _from_classes(row, supports, contradicts)


def _means(label: str, *beginnings: str) -> bool:
    return label.startswith(beginnings)


def _from_classes(row: Scores, supports: int, contradicts: int | None) -> Support:
    exponents = np.exp(row - row.max())
    chances = exponents / exponents.sum()
    return Support(float(chances[supports]), 0.0 if contradicts is None else float(chances[contradicts]))
