"""Texts are encoded once, and what was used longest ago is forgotten first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from index.embed import Vectors
from index.remembering import RememberingEncoder


class Counting:
    """An embedder that notes what it was asked for."""

    name = "counting"
    longest = 100

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        self.asked += texts
        return np.array([[len(text), 1.0] for text in texts], dtype=np.float32)

    def encode_question(self, question: str) -> Vectors:
        return self.encode([question])[0]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text) for text in texts]


def test_each_text_is_encoded_once() -> None:
    embedder = Counting()
    encoder = RememberingEncoder(embedder)
    first = encoder.encode(["one", "three", "one"])
    second = encoder.encode(["three", "four"])
    assert embedder.asked == ["one", "three", "four"]
    assert first["three"].tolist() == second["three"].tolist() == [5.0, 1.0]


def test_nothing_to_encode_asks_nothing() -> None:
    embedder = Counting()
    assert RememberingEncoder(embedder).encode([]) == {}
    assert embedder.asked == []


def test_the_longest_unused_is_forgotten() -> None:
    embedder = Counting()
    encoder = RememberingEncoder(embedder, most=2)
    encoder.encode(["a", "b"])
    encoder.encode(["a"])
    encoder.encode(["c"])
    encoder.encode(["a"])
    assert embedder.asked == ["a", "b", "c"]
    encoder.encode(["b"])
    assert embedder.asked[-1] == "b"
