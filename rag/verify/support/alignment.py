"""The support model without training of its own: how well the words and the meaning of a claim are covered by a text.

A logistic regression over two plain signals. It knows paraphrase only through the embedding model's cosine, and it tells
whether a text speaks of the same thing, no more: numbers and denials are left to the guards, which know that "a quarter"
is 25 per cent and that who "refuses" says no.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from index.embed import Embedder
from index.remembering import RememberingEncoder
from index.words import content_words, stem, words
from rag.reading.signals import Weights
from rag.verify.support.port import Pair, Support

# Fitted by `python -m evals.fitting.alignment`.
WEIGHTS = Weights(-2.72, {"coverage": 2.52, "cosine": 2.12})
# Below it are 27 of the 836 true claims in `evals/golden/support/tune`. At 0.35 there were 9, but then twice as many inventions
# of a small language model passed; at 0.5, two fewer of them, there would be 51.
THRESHOLD = 0.45
_SENTENCES_COMPARED = 3  # of a text, those that share most words with the claim: a longer text costs no more
_REMEMBERED = 2_000  # vectors: evidence is seen again with every sentence of an answer


class AlignmentModel:
    """Needs the embedding model alone. Safe to share between threads as far as that model is."""

    name = "alignment"
    threshold = THRESHOLD
    outweighs: Mapping[str, float] = MappingProxyType({})

    def __init__(self, embedder: Embedder, weights: Weights = WEIGHTS) -> None:
        self._encoder = RememberingEncoder(embedder, _REMEMBERED)
        self._weights = weights

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        """See `SupportModel.judge`. Never says that a text contradicts."""
        return [Support(self._weights.chance(signals)) for signals in self.signals(pairs)]

    def signals(self, pairs: Sequence[Pair]) -> list[dict[str, float]]:
        """What speaks for support, each 0 to 1: what `WEIGHTS` weighs."""
        compared = [_nearest_sentences(pair) for pair in pairs]
        texts = [pair.claim for pair in pairs] + [text for texts in compared for text in texts]
        vectors = self._encoder.encode(texts)
        cosines = [
            max((float(vectors[pair.claim] @ vectors[text]) for text in texts), default=0.0)
            for pair, texts in zip(pairs, compared, strict=True)
        ]
        return [{"coverage": _coverage(pair), "cosine": cosine} for pair, cosine in zip(pairs, cosines, strict=True)]


def _coverage(pair: Pair) -> float:
    """The share of the claim's content words that the text holds, by stem; 1 where it has none."""
    held = {stem(word) for word in words(pair.text)}
    wanted = [stem(word) in held for word in content_words(pair.claim)]
    return float(np.mean(wanted)) if wanted else 1.0


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
