"""Vectors kept in memory: an evaluation reads the same sentences for hundreds of questions.

Figures are the same but for rounding (in bfloat16 a text's vector depends a little on the texts encoded with it);
timings are not those of a user. `python -m evals latency` measures without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from index.embed import SentenceTransformerEmbedder, Vectors


class Remembering(SentenceTransformerEmbedder):
    """The product's embedding model; vectors are kept for as long as it lives."""

    def __init__(self, name: str, *, allow_download: bool = False) -> None:
        super().__init__(name, allow_download=allow_download)
        self._texts: dict[str, Vectors] = {}
        self._questions: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """See `Embedder.encode`. Only texts not seen before reach the model."""
        new = [text for text in dict.fromkeys(texts) if text not in self._texts]
        if new:
            self._texts.update(zip(new, super().encode(new, progress), strict=True))
        if progress and len(texts) > len(new):
            progress(len(texts) - len(new))
        return np.stack([self._texts[text] for text in texts]) if texts else super().encode([])

    def encode_question(self, question: str) -> Vectors:
        """See `Embedder.encode_question`."""
        if question not in self._questions:
            self._questions[question] = super().encode_question(question)
        return self._questions[question]
