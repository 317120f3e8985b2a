"""The calibration: chances that mean what they say, labels that are only half known included."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.model_files import read_manifest, write_manifest
from rag.support_model.training.calibrate import balanced, calibrated, figures, fit, write_calibration
from rag.support_model.training.lessons import LABELS, Lesson
from rag.support_model.weights import Calibration


def drawn(factor: float, rows: int = 3000) -> tuple[np.ndarray, np.ndarray]:
    """Labels drawn from known chances, and logits that are `factor` times too large."""
    source = np.random.default_rng(0)
    logits = source.normal(size=(rows, 3)) * 2
    labels = np.array([source.choice(3, p=Calibration().chances(row)) for row in logits])
    return logits * factor, labels


@pytest.mark.parametrize("factor", [0.5, 3.0])
def test_the_scale_of_the_logits_is_undone(factor: float) -> None:
    logits, labels = drawn(factor)
    found, constants = fit(logits, labels, np.ones(len(labels)))
    assert found == pytest.approx(1 / factor, rel=0.1)
    assert constants == pytest.approx([0, 0, 0], abs=0.15)


def test_a_label_that_says_not_supported_alone_counts_for_both_other_classes() -> None:
    logits, labels = drawn(1.0)
    half_known = np.where((labels > 0) & (np.arange(len(labels)) % 2 == 0), LABELS.index("not_supported"), labels)
    assert fit(logits, half_known, np.ones(len(labels)))[0] == pytest.approx(1, rel=0.15)


def test_a_weight_counts_like_that_many_rows() -> None:
    logits, labels = drawn(1.0, rows=400)
    weighed = fit(logits, labels, np.where(labels == 0, 3.0, 1.0))
    repeated = np.concatenate([np.arange(400), *[np.flatnonzero(labels == 0)] * 2])
    again = fit(logits[repeated], labels[repeated], np.ones(len(repeated)))
    assert weighed[0] == pytest.approx(again[0], abs=0.02)
    assert weighed[1] == pytest.approx(again[1], abs=0.05)


def test_half_of_the_claims_are_taken_to_be_true_however_many_broken_ones_there_are() -> None:
    labels, weights = np.array([0, 1, 2, 3, 3]), np.array([3.0, 1, 1, 1, 2])
    found = balanced(labels, weights)
    assert found[0] == pytest.approx(found[1:].sum())
    assert found.sum() == pytest.approx(5)
    assert found[4] == pytest.approx(2 * found[1])


LESSONS = [
    Lesson(f"a/{kind}", "x", "y", "", label) for kind, label in (("true", "supported"), ("negate", "contradicted"))
] * 50
LOGITS = np.array([[2.0, 0, 0], [0, 2.0, 0]] * 50)


def test_figures_are_told_by_kind() -> None:
    told = figures(calibrated(LOGITS, LESSONS), LOGITS, LESSONS)
    assert told == {"auroc": {"a": 1.0, "a/negate": 1.0}, "called supported": {"a/negate": 0.0, "a/true": 1.0}}


def test_the_calibration_goes_into_the_manifest_and_the_rest_of_it_stays(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"weights")
    write_manifest(tmp_path, {"calibration": {}, "training_commit": "abc"}, ("model.onnx",))
    before = read_manifest(tmp_path)
    write_calibration(tmp_path, Calibration(1.5, (0.1, 0.2, 0.3)))
    after = read_manifest(tmp_path)
    assert after["calibration"] == {"factor": 1.5, "constants": [0.1, 0.2, 0.3]}
    assert {**after, "calibration": {}} == before
