"""What a run has asked so far, on disk: a run that was stopped goes on where it was."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

from evals.cases import Question
from evals.fingerprints import question_hash
from evals.outcomes import Outcome


class Part:
    """Outcomes of one kind of run, a line each, appended as they come. Failed questions are asked again.

    Args:
        out: the result file that the run will write; the part file stands beside it.
        key: see `run_key`. It is part of the name: a run with other settings finds none of these outcomes.
    """

    def __init__(self, out: Path, key: str) -> None:
        self.path = out.with_name(f"{out.name}.{key[:12]}.part")
        self._kept = {row["id"]: row for row in self._rows() if row.get("key") == key}
        self._key = key
        self._lock = threading.Lock()

    def get(self, question: Question) -> Outcome | None:
        """What came of the question before, if it is still the same question."""
        row = self._kept.get(question.id)
        if row is None or row["question_sha256"] != question_hash(question):
            return None
        return Outcome.from_dict(row["outcome"])

    def add(self, question: Question, outcome: Outcome) -> None:
        """Append one outcome; whole lines only reach the file, so that a kill loses those being asked at most.

        Safe to call from several threads.
        """
        if outcome.error is not None:
            return
        row = {"key": self._key, "id": question.id, "question_sha256": question_hash(question)}
        line = json.dumps({**row, "outcome": outcome.to_dict()}, ensure_ascii=False)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._lock, self.path.open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")  # the newline before it parts it from a line that a kill cut short

    def _rows(self) -> list[dict[str, Any]]:
        if not self.path.exists():
            return []
        found = [_row(line) for line in self.path.read_text(encoding="utf-8", errors="replace").splitlines()]
        return [row for row in found if row is not None]


def _row(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:  # empty, or cut short when the run was killed
        return None
    return row if isinstance(row, dict) and {"key", "id", "question_sha256", "outcome"} <= row.keys() else None
