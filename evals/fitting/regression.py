"""Logistic regressions that give the weights of signals, every suite of questions counting the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from rag.reading.signals import Weights

RIDGE = 1e-4  # keeps the weights of signals that part all questions finite
MOST_STARTS = 10
Signals = dict[str, float]
Groups = list[list[tuple[Signals, bool]]]
"""The passages or sentences of each question, each with its signals and its label; where questions are labelled, their passages have
that label, too."""


def fitted(suites: Sequence[Groups], names: Sequence[str]) -> Weights:
    """A logistic regression in which every suite weighs the same, and within it every group."""
    rows, weights = [], []
    for groups in suites:
        for own in groups:
            rows += own
            weights += [1 / (len(groups) * len(own))] * len(own)
    scaled = np.array(weights) * len(rows) / sum(weights)
    inputs = np.array([[signals[name] for name in names] for signals, _ in rows])
    model = LogisticRegression(C=100, max_iter=2_000).fit(inputs, [label for _, label in rows], sample_weight=scaled)
    return Weights(float(model.intercept_[0]), dict(zip(names, map(float, model.coef_[0]), strict=True)))


def fitted_to_likeliest(suites: Sequence[Groups], names: Sequence[str]) -> Weights:
    """The regression in which a question is as likely as its likeliest passage makes it; every suite and question weighs the same.

    The log loss is not convex then, and has edges where another passage becomes the likeliest: the descent starts where the
    question's first passage stood for all, and anew where it ended, until nothing is gained.
    """
    questions = [np.array([[s[name] for name in names] for s, _ in own]) for groups in suites for own in groups]
    labels = np.array([own[0][1] for groups in suites for own in groups], float)
    shares = np.array([1 / (len(groups) * len(suites)) for groups in suites for _ in groups])

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        bias, weights = values[0], values[1:]
        likeliest_inputs = np.stack([passages[np.argmax(passages @ weights)] for passages in questions])
        odds = bias + likeliest_inputs @ weights
        errors = shares * (expit(odds) - labels)
        value = shares @ (np.logaddexp(0, odds) - labels * odds) + RIDGE * weights @ weights
        return float(value), np.append(errors.sum(), errors @ likeliest_inputs + 2 * RIDGE * weights)

    start = fitted([[own[:1] for own in groups] for groups in suites], names)
    best = minimize(loss, [start.bias, *start.by_name.values()], jac=True)
    for _ in range(MOST_STARTS):
        again = minimize(loss, best.x, jac=True)
        if again.fun > best.fun - 1e-6:
            break
        best = again
    return Weights(float(best.x[0]), dict(zip(names, map(float, best.x[1:]), strict=True)))


def likeliest(own: Sequence[tuple[Signals, bool]], weights: Weights) -> tuple[Signals, bool]:
    """The passage or sentence of highest chance; the first of equals."""
    return max(own, key=lambda one: weights.chance(one[0]))
