"""The built-in support model: our trained one, weighed with how near claim and text are in the vector space.

The trained model knows paraphrase from contradiction; the cosine knows better whether the text speaks of the same thing. (Whether the text has the claim's
words adds nothing to the two.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from index.embed import Embedder
from rag.reading.signals import Weights, log_odds
from rag.verify.support.alignment import AlignmentModel
from rag.verify.support.port import Pair, Support

if TYPE_CHECKING:
    from rag.support_model import SupportReader, SupportScores

# By `python -m evals.fitting.support_outweighing`, as the threshold and what outweighs the guards, on claims that no guard was written with in
# sight and the model was not trained on. The price, 4.5, was chosen with the sentences of a small language model in sight.
WEIGHTS = Weights(-2.56, {"model": 0.91, "cosine": 3.32})
THRESHOLD = 0.4863
OUTWEIGHS: Mapping[str, float] = MappingProxyType(
    {"attribution": 0.8967, "modality": 0.9514, "negation": 0.835, "scope": 0.6821}
)
"""Quotations, names, numbers and dates must stand in the text, whatever the model thinks of them."""
_TELLING = 0.6  # of a claim: who doubts more of it than that points at nothing


class TrainedModel:
    """The shipped weights, loaded when first used. Safe to share between threads."""

    name = "trained"
    threshold = THRESHOLD
    outweighs = OUTWEIGHS

    def __init__(self, embedder: Embedder, reader: SupportReader | None = None) -> None:
        self._alignment = AlignmentModel(embedder)
        self._given = reader
        self._lock = Lock()

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        """See `SupportModel.judge`.

        Raises:
            WeightsUnusable: the shipped files are missing or damaged.
        """
        judged = zip(pairs, self._scores(pairs), self._alignment.signals(pairs), strict=True)
        return [_support(pair, scores, signals) for pair, scores, signals in judged]

    def signals(self, pairs: Sequence[Pair]) -> list[dict[str, float]]:
        """What `WEIGHTS` weighs."""
        scores, plain = self._scores(pairs), self._alignment.signals(pairs)
        return [_signals(one, signals) for one, signals in zip(scores, plain, strict=True)]

    def _scores(self, pairs: Sequence[Pair]) -> list[SupportScores]:
        from rag.support_model import Cited

        if not pairs:
            return []
        with self._lock:
            reader = self._reader
        return reader.read([Cited(pair.claim, pair.text, pair.context) for pair in pairs])

    @cached_property
    def _reader(self) -> SupportReader:
        from rag.support_model import SupportReader

        return self._given or SupportReader.load()


def _signals(scores: SupportScores, plain: Mapping[str, float]) -> dict[str, float]:
    return {"model": log_odds(scores.supported), "cosine": plain["cosine"]}


def _support(pair: Pair, scores: SupportScores, plain: Mapping[str, float]) -> Support:
    supported = WEIGHTS.chance(_signals(scores, plain)) if scores.supported else 0.0
    size = sum(end - start for start, end in scores.doubted)
    telling = size <= _TELLING * len(pair.claim)
    doubted = tuple(pair.claim[start:end] for start, end in scores.doubted) if telling else ()
    return Support(supported, min(scores.contradicted, 1 - supported), doubted=doubted)
