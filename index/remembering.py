"""Vectors of texts that were seen lately are not made again: the sentences of a collection come up with many questions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from index.embed import Embedder, Vectors

MOST_REMEMBERED = 10_000
"""Texts; 15 MB of vectors of 384 dimensions."""


class RememberingEncoder:
    """Encodes texts, each once. As safe to share between threads as its embedder."""

    def __init__(self, embedder: Embedder, most: int = MOST_REMEMBERED) -> None:
        self._embedder = embedder
        self._most = most
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def encode(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """The vector of each text, of shape `(dimension,)` and length 1."""
        with self._lock:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known |= dict(zip(new, self._embedder.encode(new), strict=True)) if new else {}
        with self._lock:
            for text, vector in known.items():
                self._vectors[text] = vector
                self._vectors.move_to_end(text)
            while len(self._vectors) > self._most:
                self._vectors.popitem(last=False)
        return known
