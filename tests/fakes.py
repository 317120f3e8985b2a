"""An embedder that is quick and real-shaped (words hashed into a few dimensions, so that like texts have like vectors), and a writer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from index.embed import Vectors
from index.words import words
from rag.records.drafts import Numbered

DIMENSION = 64


class HashEmbedder:
    """Counts how many texts it was asked to embed; can be told to fail after some."""

    def __init__(self, name: str = "hash", fail_after: int | None = None) -> None:
        self.name = name
        self.encoded = 0
        self._fail_after = fail_after

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        self.encoded += len(texts)
        if self._fail_after is not None and self.encoded > self._fail_after:
            raise KeyboardInterrupt
        if progress:
            progress(len(texts))
        return np.stack([_vector(text) for text in texts]) if texts else np.zeros((0, DIMENSION), np.float32)

    def encode_question(self, question: str) -> Vectors:
        return _vector(question)

    @property
    def longest(self) -> int:
        return 512

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(words(text)) for text in texts]


def _vector(text: str) -> Vectors:
    vector = np.full(DIMENSION, 1e-3, np.float32)
    for word in words(text):
        vector[int(hashlib.sha256(word.encode()).hexdigest(), 16) % DIMENSION] += 1
    unit: Vectors = vector / np.linalg.norm(vector)
    return unit


class ScriptedWriter:
    """A writer that replies in the pieces it was given, an error among them raised; it keeps what it was asked."""

    def __init__(self, pieces: Sequence[str | Exception], name: str = "scripted") -> None:
        self.name = name
        self.asked: list[tuple[str, tuple[Numbered, ...]]] = []
        self.closed = False
        self._pieces = pieces

    def write(self, question: str, evidence: Sequence[Numbered]) -> Iterator[str]:
        self.asked.append((question, tuple(evidence)))
        try:
            for piece in self._pieces:
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            self.closed = True
