"""Result files read back: `evals.load(path)`, and `evals.load(path).frame()` for a notebook."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.errors import BadData, DataMissing

if TYPE_CHECKING:
    from pandas import DataFrame  # type: ignore[import-untyped]

SCHEMA_VERSION = 2
_PARTS = {"suite": dict, "split": str, "assistant": dict, "counts": dict, "figures": list, "questions": list}
_AGAIN = "Make it again with: rag eval run SUITE"


@dataclass(frozen=True)
class Run:
    """One result file. `record` is all that it says; the properties are what is mostly wanted of it."""

    name: str
    record: Mapping[str, Any]

    @property
    def suite(self) -> str:
        """The question set's name."""
        return str(self.record["suite"]["name"])

    @property
    def title(self) -> str:
        """Which questions, in words."""
        return f"{self.suite}, {self.record['split']} split, {len(self.questions):,} questions"

    @property
    def has_texts(self) -> bool:
        """Whether the words of questions and answers are in it, or ids and offsets only."""
        return bool(self.record["texts"])

    @property
    def questions(self) -> Sequence[Mapping[str, Any]]:
        """What happened, a row a question."""
        rows: list[Mapping[str, Any]] = self.record["questions"]
        return rows

    @cached_property
    def figures(self) -> dict[str, Mapping[str, Any]]:
        """The figures by name: value, low, high, scored, failed, ineligible, undefined, lower_is_better."""
        return {figure["name"]: figure for figure in self.record["figures"]}

    @property
    def judge(self) -> Mapping[str, Any] | None:
        """The support model that judged the answers afterwards, and how far it can be believed; `None`: none did."""
        return self.record.get("judge")

    @property
    def judged(self) -> tuple[str, ...]:
        """The figures that are as good as that model."""
        names = [name for name in self.figures if name.startswith("ALCE ")]
        checked = ["unsupported sentences"] if self.judge and self.judge["verdicts"] == "checker" else []
        return (*names, *checked)

    def frame(self) -> DataFrame:
        """A row a question: what was asked, how it ended, a column for each score and each timing.

        Scores are shares of that question; where it says nothing of a measure (nothing cited, say) the cell is empty.
        """
        from pandas import DataFrame

        return DataFrame([_flat(row) for row in self.questions])


def load(path: Path | str) -> Run:
    """Read a result file.

    Raises:
        DataMissing: there is none. BadData: it is no result file, or one of another version.
    """
    path = Path(path)
    try:
        record = json.loads(path.read_bytes())
    except OSError as error:
        raise DataMissing(f"{path} cannot be read: {error.strerror or error}.", "Check the path.") from error
    except ValueError as error:
        raise BadData(f"{path.name} is not JSON ({error}).", _AGAIN) from error
    if not isinstance(record, dict) or record.get("schema_version") != SCHEMA_VERSION:
        found = record.get("schema_version") if isinstance(record, dict) else None
        raise BadData(f"{path.name}: schema version {found!r}; this reads version {SCHEMA_VERSION}.", _AGAIN)
    for name, kind in _PARTS.items():
        if not isinstance(record.get(name), kind):
            raise BadData(f"{path.name} is no result of a run: {name!r} is missing or of another kind.", _AGAIN)
    return Run(path.stem, record)


def share(score: Sequence[float]) -> float | None:
    """A question's score as one number; `None` where the question says nothing of the measure."""
    numerator, denominator = score
    return numerator / denominator if denominator else None


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("question", "text", "type", "answerable", "abstained", "confidence", "best_cosine", "inexact", "error")
    scores = {name: share(score) for name, score in row["scores"].items()}
    timings = {f"{stage} (ms)": milliseconds for stage, milliseconds in row["timings"].items()}
    used = {name: row["usage"][name] for name in ("prompt_tokens", "completion_tokens")} if row.get("usage") else {}
    cited = {"cited": len(row["cited"]), "sentences": len(row["sentences"])}
    return {**{name: row[name] for name in kept}, **cited, **scores, **used, **timings}
