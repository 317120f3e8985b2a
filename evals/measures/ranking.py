"""Measures of ranked documents come from ir-measures; this hands rankings over in its form."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import ir_measures

Rankings = Mapping[str, Sequence[str]]
"""Document ids by question id, best first. A document that comes twice counts where it came first."""
Gold = Mapping[str, Collection[str]]
"""Ids of the right documents by question id."""


def per_question(measure: ir_measures.Measure, rankings: Rankings, gold: Gold) -> dict[str, float]:
    """The value for each question of `gold`: 0 where nothing was found."""
    judged = [
        ir_measures.Qrel(question, document, 1) for question, right in gold.items() for document in sorted(set(right))
    ]
    run = [
        ir_measures.ScoredDoc(question, document, -float(rank))
        for question in gold
        for rank, document in enumerate(dict.fromkeys(rankings.get(question, ())), 1)
    ]
    return {metric.query_id: float(metric.value) for metric in ir_measures.iter_calc([measure], judged, run)}
