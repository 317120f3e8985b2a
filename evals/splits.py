"""Which questions may be looked at while choosing (tune, 40%), and which only when reporting (report, 60%)."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

from evals.cases import Question

SPLITS = ("tune", "report", "all")
TUNE_SHARE = 0.4

One = TypeVar("One")


def split_of(key: str) -> str:
    """`tune` or `report`, decided by the SHA-256 of a document's or question's id: the same on every machine."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8])
    return "tune" if number < TUNE_SHARE * 2**64 else "report"


def choose(questions: Sequence[Question], split: str, limit: int | None = None, seed: int = 0) -> tuple[Question, ...]:
    """The questions of a split, in order; with a limit, that many of them drawn by the seed."""
    return tuple(drawn([q for q in questions if split in ("all", split_of(q.split_key or q.id))], limit, seed))


def drawn(rows: Sequence[One], limit: int | None, seed: int = 0) -> list[One]:
    """As many as the limit says, drawn by the seed, in their order; all of them without one."""
    if limit is None or limit >= len(rows):
        return list(rows)
    kept = set(random.Random(seed).sample(range(len(rows)), limit))
    return [row for number, row in enumerate(rows) if number in kept]
