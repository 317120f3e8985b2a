"""A search hit made by hand."""

from __future__ import annotations

import numpy as np

from index.passage import Passage, Sentence
from index.search import Hit


def hit(text: str) -> Hit:
    """A passage of a document about a harbour; its scores are made up."""
    passage = Passage(text[:8], "harbour.md", 0, len(text), text, (Sentence(0, len(text)),), "0")
    return Hit(passage, 1.0, 0.5, 1.0, 1, 1, np.zeros(3, np.float32))
