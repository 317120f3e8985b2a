"""A run as a file: readable, comparable, and free of benchmark text. And the ledger of looks at the report split."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evals.cases import Suite
from evals.figures import Asked, Figure, timing_figures
from evals.measures.ratio import Ratio
from evals.provenance import provenance, without_paths

SCHEMA_VERSION = 1
LEDGER = Path(__file__).parent / "ledger.jsonl"


@dataclass(frozen=True)
class Result:
    """A run: what was asked of whom, and what came out."""

    suite: Suite
    split: str
    limit: int | None
    seed: int
    assistant: Mapping[str, Any]
    asked: Asked
    scores: Mapping[str, Mapping[str, Ratio]]
    figures: tuple[Figure, ...]

    @property
    def failed(self) -> int:
        """Questions that ended in an error."""
        return sum(outcome.error is not None for _, outcome in self.asked)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: ids, offsets, hashes and numbers only."""
        return {
            "schema_version": SCHEMA_VERSION,
            "suite": {
                "name": self.suite.name,
                "licence": self.suite.licence,
                "note": self.suite.note,
                "documents": len(self.suite.documents),
                "questions": len(self.suite.questions),
                "files": dict(self.suite.files),
            },
            "split": self.split,
            "limit": self.limit,
            "seed": self.seed,
            "assistant": without_paths(self.assistant),
            **provenance(),
            "figures": [asdict(figure) for figure in self.figures],
            "timings_ms": timing_figures(self.asked),
            "questions": [
                {**outcome.to_dict(), "type": question.type, "scores": self._scores(question.id)}
                for question, outcome in self.asked
            ],
        }

    def _scores(self, question_id: str) -> dict[str, list[float]]:
        return {name: list(values[question_id]) for name, values in self.scores.items() if question_id in values}


def write(record: Mapping[str, Any], path: Path) -> None:
    """Write a run's JSON form, one question a line."""
    head = json.dumps({**record, "questions": []}, ensure_ascii=False, indent=1)
    rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in record["questions"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head.removesuffix("[]\n}") + f"[\n{rows}\n ]\n}}\n", encoding="utf-8")


def note_in_ledger(record: Mapping[str, Any], ledger: Path = LEDGER) -> bool:
    """Add a line for a run that looked at questions of the report split; whether it did."""
    if record["split"] == "tune":
        return False
    line = {name: record[name] for name in ("date", "commit", "dirty", "split", "limit", "seed", "assistant")}
    figures = {figure["name"]: figure["value"] for figure in record["figures"]}
    line |= {"suite": record["suite"]["name"], "questions": len(record["questions"]), "figures": figures}
    with ledger.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return True
