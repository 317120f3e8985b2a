"""A support model on labelled pairs: how often it is right, and how long it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from evals.bootstrap import interval_of
from evals.measures.auroc import auroc
from evals.measures.balanced_accuracy import balanced_accuracy
from evals.measures.macro_f1 import macro_f1
from evals.verifier.labelled import LabelledPair
from index.embed import Embedder
from rag.verify.support.port import Pair, SupportModel

LONGEST_TEXT = 160  # words: about what a support model reads at once
_BATCH = 32


@dataclass(frozen=True, slots=True)
class Judged:
    """One pair as it was judged; `chance` that the text supports the claim, `None` where the model failed."""

    id: str
    group: str
    supported: bool
    chance: float | None


@dataclass(frozen=True, slots=True)
class Exam:
    """All pairs of a set, the threshold that was used, and milliseconds a pair."""

    judged: tuple[Judged, ...]
    threshold: float
    milliseconds: float

    def figures(self, seed: int = 0) -> list[VerifierFigure]:
        """Each measure with its 95% bootstrap interval. A failed judgement counts as "not supported"."""
        labels = [float(one.supported) for one in self.judged]
        chances = [one.chance or 0.0 for one in self.judged]
        said = [float(chance >= self.threshold) for chance in chances]
        return [
            _figure("balanced_accuracy", balanced_accuracy, said, labels, seed),
            _figure("macro_f1", macro_f1, said, labels, seed),
            _figure("auroc", auroc, chances, labels, seed),
        ]


@dataclass(frozen=True, slots=True)
class VerifierFigure:
    """A measure over all pairs of a set, 0 to 1, and its 95% interval; `None` where it cannot be told."""

    name: str
    value: float | None
    low: float | None
    high: float | None


def judge(
    pairs: Sequence[LabelledPair],
    model: SupportModel,
    embedder: Embedder,
    tick: Callable[[int], None] = lambda _: None,
) -> Exam:
    """Every pair, in batches. Of a long text the sentences nearest to the claim are judged, in their order."""
    judged: list[Judged] = []
    seconds = 0.0
    for start in range(0, len(pairs), _BATCH):
        batch = pairs[start : start + _BATCH]
        began = perf_counter()
        chosen = [Pair(pair.claim, " ".join(nearest(pair.claim, pair.sentences, embedder))) for pair in batch]
        found = model.judge(chosen)
        seconds += perf_counter() - began
        judged += [
            Judged(pair.id, pair.group, pair.supported, None if one.failed else one.supported)
            for pair, one in zip(batch, found, strict=True)
        ]
        tick(len(batch))
    return Exam(tuple(judged), model.threshold, 1000 * seconds / max(1, len(pairs)))


def nearest(claim: str, sentences: Sequence[str], embedder: Embedder) -> list[str]:
    """The sentences of a text that are nearest to the claim, `LONGEST_TEXT` words at most, in the order of the text."""
    sizes = [len(sentence.split()) for sentence in sentences]
    if sum(sizes) <= LONGEST_TEXT:
        return list(sentences)
    vectors = embedder.encode(sentences)
    order = np.argsort(-(vectors @ embedder.encode_question(claim)), kind="stable")
    kept: list[int] = []
    room = LONGEST_TEXT
    for place in order:
        if sizes[place] <= room or not kept:
            kept.append(int(place))
            room -= sizes[place]
    return [sentences[place] for place in sorted(kept)]


def _figure(
    name: str, measure: Callable[..., float | None], judged: Sequence[float], labels: Sequence[float], seed: int
) -> VerifierFigure:
    def of_columns(left: Sequence[float], right: Sequence[float]) -> float | None:
        scores = [float(x) for x in left] if measure is auroc else [bool(x) for x in left]
        return measure(scores, [bool(x) for x in right])

    low, high = interval_of(of_columns, judged, labels, seed) or (None, None)
    return VerifierFigure(name, of_columns(judged, labels), low, high)
