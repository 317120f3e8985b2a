"""The support model without training of its own: how well the words, numbers and meaning of a claim are covered by a text.

A logistic regression over plain signals. It knows paraphrase only through the embedding model's cosine, and it cannot tell
that a text says the opposite: that is left to the guards.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np

from index.embed import Embedder, Vectors
from index.words import content_words, stem, words
from rag.reading.signals import Weights
from rag.verify.support.port import Pair, Support

# Fitted by `python -m evals.fit_support`.
WEIGHTS = Weights(-3.67, {"coverage": 2.37, "numbers": 1.21, "denies": -0.76, "cosine": 2.06})
THRESHOLD = 0.5  # likelier than not
_SENTENCES_COMPARED = 3  # of a text, those that share most words with the claim: a longer text costs no more
_REMEMBERED = 2_000  # vectors: evidence is seen again with every sentence of an answer
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_DENIAL = re.compile(r"\b(?:not|no|nor|never|neither|none|nobody|nothing|without|cannot)\b|n['’]t\b", re.IGNORECASE)


class AlignmentModel:
    """Needs the embedding model alone. Safe to share between threads as far as that model is."""

    name = "alignment"
    threshold = THRESHOLD

    def __init__(self, embedder: Embedder, weights: Weights = WEIGHTS) -> None:
        self._embedder = embedder
        self._weights = weights
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        """See `SupportModel.judge`. Never says that a text contradicts."""
        return [Support(self._weights.chance(signals)) for signals in self.signals(pairs)]

    def signals(self, pairs: Sequence[Pair]) -> list[dict[str, float]]:
        """What speaks for support, each 0 to 1: what `WEIGHTS` weighs."""
        compared = [_nearest_sentences(pair) for pair in pairs]
        texts = [pair.claim for pair in pairs] + [text for texts in compared for text in texts]
        vectors = self._encoded(texts)
        cosines = [
            max((float(vectors[pair.claim] @ vectors[text]) for text in texts), default=0.0)
            for pair, texts in zip(pairs, compared, strict=True)
        ]
        return [{**_plain_signals(pair), "cosine": cosine} for pair, cosine in zip(pairs, cosines, strict=True)]

    def _encoded(self, texts: Sequence[str]) -> dict[str, Vectors]:
        with self._lock:
            known = {text: self._vectors[text] for text in texts if text in self._vectors}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known |= dict(zip(new, self._embedder.encode(new), strict=True)) if new else {}
        with self._lock:
            self._vectors.update(known)
            while len(self._vectors) > _REMEMBERED:
                self._vectors.popitem(last=False)
        return known


def _plain_signals(pair: Pair) -> dict[str, float]:
    wanted = [stem(word) for word in content_words(pair.claim)]
    held = {stem(word) for word in words(pair.text)}
    numbers = {number.replace(",", "") for number in _NUMBER.findall(pair.text)}
    denies = bool(_DENIAL.search(pair.claim)) and not _DENIAL.search(pair.text)
    return {
        "coverage": _share([word in held for word in wanted]),
        "numbers": _share([number.replace(",", "") in numbers for number in _NUMBER.findall(pair.claim)]),
        "denies": float(denies),
    }


def _share(held: Sequence[bool]) -> float:
    """The share of what is held; 1 where nothing is asked for."""
    return float(np.mean(held)) if held else 1.0


def _nearest_sentences(pair: Pair) -> list[str]:
    """The sentences of the text that hold most of the claim's words, in order of that; ties by place."""
    import sentencex

    pieces = (
        pair.text[b["start_index"] : b["end_index"]].strip() for b in sentencex.get_sentence_boundaries("en", pair.text)
    )
    sentences = [piece for piece in pieces if piece]
    if len(sentences) <= _SENTENCES_COMPARED:
        return sentences
    wanted = {stem(word) for word in content_words(pair.claim)}
    return sorted(sentences, key=lambda s: -len(wanted & {stem(word) for word in words(s)}))[:_SENTENCES_COMPARED]
