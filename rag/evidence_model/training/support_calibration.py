"""The support head's logits to chances: one factor for all, a constant for each class, fitted on the development groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import balanced_accuracy_score, roc_auc_score

from .network import SUPPORT_CLASSES

EITHER = len(SUPPORT_CLASSES)  # the label of "not supported, of whatever kind"
MADE = ("made_", "_spoiled", "_far", "_near", "_padded")


def fit_support(logits: np.ndarray, labels: np.ndarray) -> list[float]:
    """Factor and three constants with the smallest loss; (N, 3) logits, (N,) labels of which some may be `EITHER`."""
    found = minimize(lambda line: support_loss(logits, labels, line), np.array([1.0, 0, 0, 0]), method="L-BFGS-B")
    return [float(value) for value in found.x]


def support_loss(logits: np.ndarray, labels: np.ndarray, line: Sequence[float] | np.ndarray) -> float:
    """Mean negative log-likelihood; `EITHER` is borne by the last two classes together. A breath of shrinkage keeps the
    constants, of which only differences matter, near nought."""
    chances = support_chances(logits, line)
    told = np.column_stack([chances, chances[:, 1] + chances[:, 2]])[np.arange(len(labels)), labels]
    return float(-np.log(np.clip(told, 1e-9, 1)).mean() + 1e-4 * np.square(line[1:]).sum())


def support_chances(logits: np.ndarray, line: Sequence[float] | np.ndarray) -> np.ndarray:
    """(N, 3) calibrated chances."""
    raised = line[0] * logits + np.asarray(line[1:])
    chances = np.exp(raised - raised.max(1, keepdims=True))
    result: np.ndarray = chances / chances.sum(1, keepdims=True)
    return result


def best_support_threshold(supported: np.ndarray, labels: np.ndarray) -> float:
    """The chance of support from which to call a claim supported: the best balanced accuracy."""
    cuts = np.linspace(0.05, 0.95, 91)
    scored = [(balanced_accuracy_score(labels == 0, supported >= cut), -abs(cut - 0.5), cut) for cut in cuts]
    return round(float(max(scored)[2]), 3)


def support_figures(sources: Sequence[str], chances: np.ndarray, labels: np.ndarray, cut: float) -> dict[str, float]:
    """Balanced accuracy and AUROC of "supported" over all, over what people labelled, and for each kind with both labels;
    for a kind with one label, the share that is right."""
    figures: dict[str, float] = {}
    kinds = {"all": np.ones(len(labels), bool)}
    kinds["labelled by people"] = np.array([not any(mark in source for mark in MADE) for source in sources])
    kinds |= {source: np.array([one == source for one in sources]) for source in sorted(set(sources))}
    for name, rows in kinds.items():
        gold, supported = labels[rows] == 0, chances[rows, 0]
        if gold.any() and not gold.all():
            figures[f"{name} ({rows.sum()}) balanced accuracy"] = balanced_accuracy_score(gold, supported >= cut)
            figures[f"{name} ({rows.sum()}) auroc"] = roc_auc_score(gold, supported)
        else:
            figures[f"{name} ({rows.sum()}) right"] = float(np.mean((supported >= cut) == gold))
    return {name: round(float(value), 3) for name, value in figures.items()}
