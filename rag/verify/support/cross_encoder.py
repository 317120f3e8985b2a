"""Any cross-encoder of the Hugging Face kind as the support model: a natural language inference model, or a MiniCheck-style one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from rag.cross_encoder import Scores, load, outputs
from rag.errors import BadSetting
from rag.verify.support.port import Pair, Support

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

ToSupport = Callable[[Scores], Support]
INSTEAD = "RAG_SUPPORT_MODEL=built-in"


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
        with self._lock:
            model, to_support = self._loaded
            rows = outputs(model, [(pair.text, pair.claim) for pair in pairs])
        return [to_support(row) for row in rows]

    @cached_property
    def _loaded(self) -> tuple[CrossEncoder, ToSupport]:
        model = load(self.name, what="support model", instead=INSTEAD, allow_download=self._allow_download)
        labels: dict[int, str] = dict(getattr(model.config, "id2label", None) or {})
        return model, _meaning([str(labels[i]) for i in sorted(labels)], self.name)


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
