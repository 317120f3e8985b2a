"""The calibration of the support head: chances that mean what they say, labels that are only half known included."""

from __future__ import annotations

import numpy as np
import pytest

from rag.evidence_model.training.support_calibration import (
    EITHER,
    best_support_threshold,
    fit_support,
    support_chances,
    support_figures,
)


def drawn(factor: float, rows: int = 4000) -> tuple[np.ndarray, np.ndarray]:
    """Labels drawn from known chances, and logits that are `factor` times too large."""
    source = np.random.default_rng(0)
    logits = source.normal(size=(rows, 3)) * 2
    labels = np.array([source.choice(3, p=one) for one in support_chances(logits, (1, 0, 0, 0))])
    return logits * factor, labels


@pytest.mark.parametrize("factor", [0.5, 3.0])
def test_the_scale_of_the_logits_is_undone(factor: float) -> None:
    logits, labels = drawn(factor)
    line = fit_support(logits, labels)
    assert line[0] == pytest.approx(1 / factor, rel=0.1)
    assert line[1:] == pytest.approx([0, 0, 0], abs=0.15)


def test_a_label_that_says_not_supported_alone_counts_for_both_other_classes() -> None:
    logits, labels = drawn(1.0)
    half_known = np.where((labels > 0) & (np.arange(len(labels)) % 2 == 0), EITHER, labels)
    assert fit_support(logits, half_known)[0] == pytest.approx(1, rel=0.15)


def test_the_threshold_separates_what_can_be_separated() -> None:
    supported, labels = np.array([0.9, 0.8, 0.7, 0.3, 0.2]), np.array([0, 0, 0, 1, EITHER])
    cut = best_support_threshold(supported, labels)
    assert 0.3 < cut <= 0.7
    chances = np.column_stack([supported, 1 - supported, np.zeros(5)])
    assert support_figures(["fever"] * 5, chances, labels, cut)["all (5) balanced accuracy"] == 1


def test_a_kind_with_one_label_is_told_by_the_share_that_is_right() -> None:
    chances = np.array([[0.9, 0.05, 0.05], [0.2, 0.4, 0.4], [0.8, 0.1, 0.1]])
    figures = support_figures(["copied", "dropped", "dropped"], chances, np.array([0, 2, 2]), 0.5)
    assert figures["dropped (2) right"] == 0.5
    assert figures["copied (1) right"] == 1
