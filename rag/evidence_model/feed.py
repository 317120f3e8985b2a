"""A window as the arrays that the network reads; one row, so that nothing is padded."""

from __future__ import annotations

import numpy as np

from rag.evidence_model.encoding import Window


def feed(window: Window) -> dict[str, np.ndarray]:
    """The network's inputs: tokens, segments and attention (1, T), and membership (1, S, T)."""
    width, most = len(window.tokens), max(1, len(window.sentences))
    membership = np.zeros((1, most, width), dtype=np.float32)
    for number, (start, end) in enumerate(window.sentences):
        membership[0, number, start:end] = 1 / max(1, end - start)
    tokens = np.array([window.tokens], dtype=np.int64)
    segments = (np.arange(width)[None] >= window.passage_start).astype(np.int64)
    return {"tokens": tokens, "segments": segments, "attention": np.ones_like(tokens), "membership": membership}


def place_of_sentences(window: Window) -> np.ndarray:
    """(T,) the number of the sentence that each token belongs to; -1: none."""
    place = np.full(len(window.tokens), -1)
    for number, (start, end) in enumerate(window.sentences):
        place[start:end] = number
    return place
