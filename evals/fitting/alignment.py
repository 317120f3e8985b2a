"""The weights of the support model without training: `python -m evals.fitting.alignment CLAIMS.jsonl.gz`.

The file holds a row a line: `{"source", "claim", "evidence", "label"}`, where the label "supported" is the one that counts. Rows
are drawn evenly over the sources; to each supported one comes its claim beside the text of another that is nearest to it, as
one that is not supported. Each source weighs the same in the fit, and within it supported and not. Prints the AUROC of
each source under weights fitted on the others, the weights fitted on all, and what cuts of their chances let through. Takes a few minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score

from index.embed import Embedder, SentenceTransformerEmbedder
from index.words import words
from rag.verify.support.alignment import AlignmentModel
from rag.verify.support.port import Pair

_CUTS = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7)
_SAME = 0.4  # share of words in common from which two texts may say the same
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair: `supported` is what people said of it."""

    source: str
    pair: Pair
    supported: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--rows", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    rows = drawn(arguments.claims, arguments.rows, arguments.seed)
    embedder = SentenceTransformerEmbedder()
    rows += near_misses(rows, embedder)
    signals = AlignmentModel(embedder).signals([row.pair for row in rows])
    inputs = np.array([list(one.values()) for one in signals])
    for source in sorted({row.source for row in rows}):
        _report_of_left_out(source, rows, inputs)
    model = fitted(rows, inputs)
    weights = {name: round(float(w), 2) for name, w in zip(signals[0], model.coef_[0], strict=True)}
    chances = model.predict_proba(inputs)[:, 1]
    print(f"bias {model.intercept_[0]:.2f}, weights {weights}")
    for cut in _CUTS:
        supported, others = shares(rows, chances, cut)
        print(f"cut {cut:.2f}: {supported:.2f} of the supported, {others:.2f} of the others")


def drawn(file: Path, number: int, seed: int) -> list[Row]:
    """As many rows, evenly over the sources."""
    by_source: dict[str, list[Row]] = defaultdict(list)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            pair = Pair(row["claim"], row["evidence"])
            by_source[row["source"]].append(Row(row["source"], pair, row["label"] == "supported"))
    chooser = random.Random(seed)
    each = number // len(by_source)
    return [row for _, own in sorted(by_source.items()) for row in chooser.sample(own, min(each, len(own)))]


def near_misses(rows: list[Row], embedder: Embedder) -> list[Row]:
    """Supported claims beside the text of another row that is nearest in meaning, and says something else.

    A claim that is made of several texts is left out: the nearest one may well support it.
    """
    often = Counter(row.pair.claim for row in rows)
    supported = [row for row in rows if row.supported and often[row.pair.claim] == 1]
    texts = sorted({row.pair.text for row in supported})
    cosines = embedder.encode([row.pair.claim for row in supported]) @ embedder.encode(texts).T
    made = []
    for row, own in zip(supported, cosines, strict=True):
        order = (texts[place] for place in np.argsort(-own, kind="stable"))
        other = next((text for text in order if _likeness(text, row.pair.text) < _SAME), None)
        made += [Row(row.source, Pair(row.pair.claim, other), False)] if other else []
    return made


def _likeness(left: str, right: str) -> float:
    """Jaccard's index of the words."""
    one, other = set(words(left)), set(words(right))
    return len(one & other) / max(len(one | other), 1)


def fitted(rows: list[Row], inputs: Array) -> LogisticRegression:
    """A logistic regression in which every source weighs the same, and within it supported and not."""
    model = LogisticRegression(C=1, max_iter=1_000)
    return model.fit(inputs, _labels(rows), sample_weight=_weights(rows))


def shares(rows: list[Row], chances: Array, cut: float) -> tuple[float, float]:
    """Of the supported rows and of the others, the share that a cut lets through."""
    weights, labels = _weights(rows), np.array(_labels(rows))
    through = weights * (chances >= cut)
    return float(through[labels].sum() / weights[labels].sum()), float(through[~labels].sum() / weights[~labels].sum())


def _report_of_left_out(source: str, rows: list[Row], inputs: Array) -> None:
    own = np.array([row.source == source for row in rows])
    labels = np.array(_labels(rows))
    if len(set(labels[own])) < 2:
        return
    model = fitted([row for row in rows if row.source != source], inputs[~own])
    chances = model.predict_proba(inputs[own])[:, 1]
    auroc, brier = roc_auc_score(labels[own], chances), brier_score_loss(labels[own], chances)
    print(f"{source}: {own.sum()} rows, {labels[own].mean():.2f} supported, AUROC {auroc:.3f}, Brier {brier:.3f}")


def _labels(rows: list[Row]) -> list[bool]:
    return [row.supported for row in rows]


def _weights(rows: list[Row]) -> Array:
    """Weights of mean 1: the same for every source, and in it for either label, where it has both."""
    sizes: dict[tuple[str, bool], int] = defaultdict(int)
    for row in rows:
        sizes[row.source, row.supported] += 1
    raw = np.array([1 / sizes[row.source, row.supported] for row in rows])
    scaled: Array = raw * len(rows) / raw.sum()
    return scaled


if __name__ == "__main__":
    main()
