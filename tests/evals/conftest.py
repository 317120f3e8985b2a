"""What tests of whole runs share."""

import pytest


@pytest.fixture
def few_resamples(monkeypatch):
    """Intervals from fewer draws: rougher and ten times as fast, where a test is not about how wide they are."""
    monkeypatch.setattr("evals.bootstrap._RESAMPLES", 100)
