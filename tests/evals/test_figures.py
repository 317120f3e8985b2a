"""Percentiles of timings."""

import pytest

from evals.figures import percentiles


@pytest.mark.parametrize(
    ("values", "p50", "p95"),
    [([3.0], 3, 3), ([1.0, 2.0], 1, 2), (list(range(1, 101)), 50, 95), ([5.0, 1.0, 3.0], 3, 5)],
)
def test_percentiles_are_values_that_occurred(values, p50, p95):
    assert percentiles(values) == {"p50": p50, "p95": p95}
