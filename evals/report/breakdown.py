"""Figures of parts of a run: by type of question and by document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.measures.ratio import Ratio, pooled

Row = Mapping[str, Any]
MEASURES = (
    "citation precision",
    "citation recall",
    "citation F1",
    "wrong passage, right document",
    "short answer F1",
    "attribution kept",
    "uncited sentences",
    "unsupported sentences",
    "ALCE citation recall",
    "ALCE citation precision",
    "abstention recall",
    "wrong abstention",
)
"""In this order; a measure that says nothing of any part of a run is not shown for it."""
_NO_TYPE, _NO_DOCUMENT = "no type", "no document"


@dataclass(frozen=True, slots=True)
class Part:
    """Some questions of a run. `values` are in the order of `MEASURES`; `None` where the questions say nothing."""

    name: str
    asked: int
    declined: int
    failed: int
    values: tuple[float | None, ...]

    def value(self, measure: str) -> float | None:
        """One of the values."""
        return self.values[MEASURES.index(measure)]


def told(parts: Iterable[Part]) -> list[str]:
    """The measures that say something of a part."""
    parts = list(parts)
    return [name for name in MEASURES if any(part.value(name) is not None for part in parts)]


def by_type(rows: Iterable[Row]) -> list[Part]:
    """A part for each type of question, the largest first."""
    return _parts(rows, lambda row: [row["type"] or _NO_TYPE])


def by_document(rows: Iterable[Row]) -> list[Part]:
    """A part for each document that questions are about; a question about several counts in each."""
    return _parts(rows, lambda row: row["documents"] or [_NO_DOCUMENT])


def part(name: str, rows: Sequence[Row]) -> Part:
    """The figures of some questions."""
    declined = sum(row["abstained"] is True for row in rows)
    failed = sum(row["error"] is not None for row in rows)
    return Part(name, len(rows), declined, failed, tuple(_value(measure, rows) for measure in MEASURES))


def _parts(rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> list[Part]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        for name in names(row):
            groups.setdefault(name, []).append(row)
    found = [part(name, held) for name, held in groups.items()]
    return sorted(found, key=lambda one: (-one.asked, one.name))


def _value(measure: str, rows: Iterable[Row]) -> float | None:
    return pooled(Ratio(*row["scores"][measure]) for row in rows if measure in row["scores"])
