"""Fit the calibration on the development groups: `python -m rag.evidence_model.training.calibrate WEIGHTS DATA OUT`."""

from __future__ import annotations

import argparse
import json
import pickle
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, roc_auc_score

from rag.evidence_model.encoding import Window
from rag.evidence_model.model import EvidenceModel
from rag.evidence_model.scores import RawScores

from .examples import Example, Group

SOURCES = ("squad", "qed", "selqa", "hotpot", "boolq", "written")
DEV_GROUPS = 900
CUTS = np.concatenate([np.geomspace(0.001, 0.05, 40), np.linspace(0.06, 0.95, 90)])


def as_window(example: Example) -> Window:
    """A training example in the form that the model reads at run time."""
    tokens = tuple(int(token) for token in example.tokens)
    numbers = tuple(range(len(example.sentences)))
    return Window(tokens, example.passage_start, example.sentences, numbers, ((0, 0),) * len(tokens))


def dev_sample(groups: Sequence[Group], seed: int = 0) -> list[Group]:
    """Up to `DEV_GROUPS` groups, the same share of every source."""
    fitting = [group for group in groups if group.source.startswith(SOURCES)]
    return random.Random(seed).sample(fitting, min(DEV_GROUPS, len(fitting)))


def score_groups(model: EvidenceModel, groups: Sequence[Group]) -> list[tuple[int, Example, RawScores]]:
    """Every example of the groups with its group's number and its raw scores."""
    flat = [(number, example) for number, group in enumerate(groups) for example in group.examples]
    return [(number, example, model.raw(as_window(example))) for number, example in flat]


def features(raw: RawScores) -> list[float]:
    """What the relevance is made of; the order is that of `Calibration.relevance`."""
    return [raw.answerable, max(raw.sentences, default=0.0), raw.margin]


def fit(scored: Sequence[tuple[int, Example, RawScores]]) -> tuple[dict[str, object], dict[str, float]]:
    """The calibration, and figures of the sample that both were fitted on."""
    known = [(example, raw) for _, example, raw in scored if example.answerable >= 0]
    inputs = np.array([features(raw) for _, raw in known])
    labels = np.array([example.answerable for example, _ in known])
    relevance = LogisticRegression(C=10).fit(inputs, labels)
    pairs = [
        (logit, label)
        for _, example, raw in scored
        if example.evidence is not None
        for logit, label in zip(raw.sentences, example.evidence, strict=True)
    ]
    sentence = LogisticRegression(C=10).fit([[logit] for logit, _ in pairs], [label for _, label in pairs])
    spans = [(raw.margin, example.span != (0, 0)) for _, example, raw in scored if example.span is not None]
    span = LogisticRegression(C=10).fit([[margin] for margin, _ in spans], [label for _, label in spans])
    chances = sentence.predict_proba([[logit] for logit, _ in pairs])[:, 1]
    together = relevance.predict_proba(inputs)[:, 1]
    threshold, best = best_threshold(chances, np.array([label for _, label in pairs]))
    calibration: dict[str, object] = {
        "relevance": [*map(float, relevance.coef_[0]), float(relevance.intercept_[0])],
        "sentence": [float(sentence.coef_[0, 0]), float(sentence.intercept_[0])],
        "span": [float(span.coef_[0, 0]), float(span.intercept_[0])],
        "thresholds": {"evidence": threshold},
    }
    figures = {
        "examples": len(known),
        "answerable_auroc_head_alone": roc_auc_score(labels, inputs[:, 0]),
        "answerable_auroc": roc_auc_score(labels, together),
        "answerable_brier": brier_score_loss(labels, together),
        "answerable_calibration_error": calibration_error(together, labels),
        "evidence_f1": best,
        "sentence_calibration_error": calibration_error(chances, np.array([label for _, label in pairs])),
        "top_sentence_is_evidence": top_sentence(scored),
        "answerable_first_in_group": first_in_group(scored, relevance.coef_[0]),
    }
    return calibration, {name: round(float(value), 4) for name, value in figures.items()}


def best_threshold(chances: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """The cut with the best micro F1, and that F1."""
    found = [(f1(chances >= cut, labels == 1), float(cut)) for cut in CUTS]
    value, cut = max(found)
    return round(cut, 4), value


def f1(chosen: np.ndarray, gold: np.ndarray) -> float:
    """F1 of a choice of sentences over all questions together."""
    return float(2 * (chosen & gold).sum() / max(1, chosen.sum() + gold.sum()))


def calibration_error(chances: np.ndarray, labels: np.ndarray, bins: int = 10) -> float:
    """Mean gap between chance and share, over bins of equal size."""
    parts = np.array_split(np.argsort(chances), bins)
    return float(np.mean([abs(chances[part].mean() - labels[part].mean()) for part in parts]))


def top_sentence(scored: Sequence[tuple[int, Example, RawScores]]) -> float:
    """Share of answerable examples whose best sentence is evidence."""
    marked = [(e.evidence, raw) for _, e, raw in scored if e.answerable == 1 and e.evidence and max(e.evidence)]
    hits = [evidence[int(np.argmax(raw.sentences))] for evidence, raw in marked]
    return float(np.mean(hits))


def first_in_group(scored: Sequence[tuple[int, Example, RawScores]], weights: np.ndarray) -> float:
    """Share of groups whose answerable example outscores the others."""
    groups: dict[int, list[tuple[float, int]]] = {}
    for number, example, raw in scored:
        groups.setdefault(number, []).append((float(np.dot(weights, features(raw))), example.answerable))
    ranked = [max(members)[1] for members in groups.values() if len(members) > 1 and max(label for _, label in members)]
    return float(np.mean(ranked))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("data", type=Path, help="the folder that prepare wrote")
    parser.add_argument("out", type=Path, help="calibration.json")
    arguments = parser.parse_args()
    model = EvidenceModel.load(arguments.weights)
    dev = pickle.loads((arguments.data / "dev.pickle").read_bytes())  # noqa: S301 - our own file
    calibration, figures = fit(score_groups(model, dev_sample(dev)))
    arguments.out.write_text(json.dumps(calibration, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
