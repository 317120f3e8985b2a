"""Cuts from which a model outweighs guards: as cheap as they can be, and never for a quotation or a handful of claims."""

from __future__ import annotations

import numpy as np

from evals.fitting.support_outweighing import NEVER, THRESHOLD, Table, fitted, left_out
from evals.verifier.examine import TRUE


def judged(rng: np.random.Generator, guard: str = "scope", accused: int = 40) -> Table:
    """120 true claims and as many broken ones on 12 documents; a guard objects to all broken ones and to some true ones, and
    the model tells those apart."""
    kind = np.array([TRUE] * 120 + ["name"] * 120)
    true = kind == TRUE
    chance = np.where(true, rng.uniform(0.7, 1, 240), rng.uniform(0.0, 0.65, 240))
    objects = np.where(true, np.arange(240) < accused, True)
    document = np.array([f"{number % 12}" for number in range(240)])
    return Table(np.arange(240), chance, {guard: objects}, kind, np.array(["hand"] * 240), document)


EVERY = np.ones(240, bool)


def test_a_guard_yields_where_the_model_knows_better() -> None:
    table = judged(np.random.default_rng(1))
    cuts = fitted(table, EVERY, 6.0)
    assert 0.65 < cuts["scope"] < NEVER
    caught = table.caught(cuts)
    assert caught[table.is_true].mean() < 0.1
    assert caught[~table.is_true].all()
    assert left_out(table, 6.0)[table.is_true].mean() < 0.15


def test_a_guard_that_accuses_few_never_yields() -> None:
    assert fitted(judged(np.random.default_rng(1), accused=3), EVERY, 6.0)["scope"] == NEVER


def test_a_quotation_is_no_matter_of_judgement() -> None:
    assert fitted(judged(np.random.default_rng(1), "quotation"), EVERY, 6.0)["quotation"] == NEVER


def test_a_statement_is_caught_by_its_worst_claim() -> None:
    two = Table(
        np.array([0, 0, 1]),
        np.array([0.9, 0.2, 0.9]),
        {"names": np.array([False, False, True])},
        np.array([TRUE, TRUE]),
        np.array(["hand", "hand"]),
        np.array(["a", "b"]),
    )
    assert two.caught({THRESHOLD: 0.5, "names": 0.8}).tolist() == [True, False]
    assert two.caught({THRESHOLD: 0.1, "names": 0.95}).tolist() == [False, True]
