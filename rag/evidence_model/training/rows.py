"""The labelled rows of the training folder, in one shape whatever file they come from."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

DEV_PERCENT = 4


@dataclass(frozen=True)
class Row:
    """A question (or claim) and one passage. `evidence` is `None` where nobody labelled the sentences."""

    source: str
    question: str
    title: str
    group: str
    sentences: tuple[str, ...]
    evidence: tuple[int, ...] | None
    answered: bool
    short_answers: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        return " ".join(self.sentences)

    @property
    def is_dev(self) -> bool:
        """Whole articles go to one side. Rows without an article go by their title, else by the passage."""
        return is_dev(self.group or self.title or self.text)


def is_dev(key: str) -> bool:
    """True for `DEV_PERCENT` of all keys, by hash, so that adding data moves no row to the other side."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % 100 < DEV_PERCENT


def read_evidence(folder: Path) -> list[Row]:
    """The rows of `evidence.jsonl.gz`."""
    return [_evidence_row(raw) for raw in _lines(folder / "evidence.jsonl.gz")]


def read_written(path: Path) -> list[Row]:
    """The rows of a file of the same form that somebody wrote for this model."""
    return [_evidence_row(raw) for raw in _lines(path)]


def read_relevance(folder: Path) -> list[Row]:
    """The rows of `relevance.jsonl.gz`: the passage answers, its sentences are not labelled."""
    rows = []
    for raw in _lines(folder / "relevance.jsonl.gz"):
        passage = raw["positive"][0]
        title, _, text = passage.rpartition(" -- ") if raw["source"] == "boolq" else ("", "", passage)
        rows.append(Row(raw["source"], raw["question"], title, "", (text,), None, True))
    return rows


def _evidence_row(raw: dict[str, Any]) -> Row:
    group = "" if raw["group"] is None else str(raw["group"])
    title = raw["title"] or (group.replace("_", " ") if raw["source"] in ("squad1_train44", "squad2_train2") else "")
    return Row(
        raw["source"], raw["text"], title, group, tuple(raw["sentences"]), tuple(raw["evidence"]),
        raw["answered"], tuple(raw["short_answers"]),
    )  # fmt: skip


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
