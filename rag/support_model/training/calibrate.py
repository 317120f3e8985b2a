"""Fit the calibration and write it into the weights' manifest: `python -m rag.support_model.training.calibrate WEIGHTS LESSONS ...`.

The lessons must not have been trained on.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnxruntime
from scipy.optimize import minimize

from rag.model_files import read_manifest, write_manifest
from rag.support_model.encoding import Cited, windows
from rag.support_model.reader import feed
from rag.support_model.weights import Calibration, load

from .development import SUPPORTED, aurocs
from .lessons import LABELS, Lesson, read_lessons
from .prepare import plain_tokenizer

TRUE_SHARE = 0.5
"""How many of all claims are taken to be supported: without it, chances would hang on how many broken ones somebody made."""
EVEN = 0.5  # the chance from which figures count a claim as called supported
SHRINKAGE = 1e-4  # keeps the constants, of which only differences matter, near nought


def read_logits(folder: Path, cited: Sequence[Cited]) -> np.ndarray:
    """(N, 3) logits of shipped weights; of a text of several windows, those of the likeliest one to bear the claim out."""
    weights = load(folder)
    session = onnxruntime.InferenceSession(str(weights.network), providers=["CPUExecutionProvider"])
    tokenizer = plain_tokenizer()
    rows = []
    for one in cited:
        every = [window for parts in windows(tokenizer, one) for window in parts]
        read = [session.run(["support"], feed(window, weights.words))[0][0] for window in every]
        rows.append(max(read, key=lambda logits: _log_chances(logits[None])[0, SUPPORTED]))
    return np.array(rows, np.float64)


def fit(logits: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> tuple[float, tuple[float, float, float]]:
    """Factor and constants of the greatest likelihood; (N, 3) logits, (N,) places in `LABELS`, (N,) weights."""
    found = minimize(lambda line: loss(logits, labels, weights, line), np.array([1.0, 0, 0, 0]), method="L-BFGS-B")
    factor, supported, contradicted, neither = map(float, found.x)
    return factor, (supported, contradicted, neither)


def loss(logits: np.ndarray, labels: np.ndarray, weights: np.ndarray, line: Sequence[float] | np.ndarray) -> float:
    """Mean negative log-likelihood; "not supported" is borne by the last two classes together."""
    told = _log_chances(line[0] * logits + np.asarray(line[1:]))
    every = np.column_stack([told, np.logaddexp(told[:, 1], told[:, 2])])
    each = every[np.arange(len(labels)), labels]
    return float(-np.average(each, weights=weights) + SHRINKAGE * np.square(line[1:]).sum())


def balanced(labels: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """The weights, scaled so that supported claims have `TRUE_SHARE` of their sum."""
    true = labels == SUPPORTED
    shares = np.where(true, TRUE_SHARE / weights[true].sum(), (1 - TRUE_SHARE) / weights[~true].sum())
    result: np.ndarray = weights * shares * len(weights)
    return result


def calibrated(logits: np.ndarray, lessons: Sequence[Lesson]) -> Calibration:
    """The calibration that fits the lessons."""
    labels = np.array([LABELS.index(lesson.label) for lesson in lessons])
    weights = balanced(labels, np.array([lesson.weight for lesson in lessons]))
    return Calibration(*fit(logits, labels, weights))


def figures(calibration: Calibration, logits: np.ndarray, lessons: Sequence[Lesson]) -> dict[str, object]:
    """AUROCs by part and kind, and for every kind the share that is called supported."""
    chances = np.array([calibration.chances(row)[SUPPORTED] for row in logits])
    kinds = np.array([lesson.source for lesson in lessons])
    called = {str(kind): round(float((chances[kinds == kind] >= EVEN).mean()), 3) for kind in sorted(set(kinds))}
    labels = [LABELS.index(lesson.label) for lesson in lessons]
    return {"auroc": aurocs(kinds.tolist(), labels, chances), "called supported": called}


def write_calibration(folder: Path, calibration: Calibration) -> None:
    """Put it into the folder's manifest."""
    manifest = read_manifest(folder)
    names = tuple(manifest.pop("files"))
    write_manifest(folder, {**manifest, "calibration": asdict(calibration)}, names)


def _log_chances(logits: np.ndarray) -> np.ndarray:
    raised = logits - logits.max(1, keepdims=True)
    result: np.ndarray = raised - np.log(np.exp(raised).sum(1, keepdims=True))
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("lessons", type=Path, nargs="+")
    arguments = parser.parse_args()
    lessons = [lesson for file in arguments.lessons for lesson in read_lessons(file)]
    logits = read_logits(arguments.weights, [lesson.cited for lesson in lessons])
    calibration = calibrated(logits, lessons)
    write_calibration(arguments.weights, calibration)
    print(json.dumps({**asdict(calibration), **figures(calibration, logits, lessons)}, indent=1))


if __name__ == "__main__":
    main()
