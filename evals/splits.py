"""Which questions may be looked at while choosing (tune, 40%), and which only when reporting (report, 60%)."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence

from evals.cases import Question

SPLITS = ("tune", "report", "all")
TUNE_SHARE = 0.4


def split_of(key: str) -> str:
    """`tune` or `report`, decided by the SHA-256 of a document's or question's id: the same on every machine."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8])
    return "tune" if number < TUNE_SHARE * 2**64 else "report"


def choose(questions: Sequence[Question], split: str, limit: int | None = None, seed: int = 0) -> tuple[Question, ...]:
    """The questions of a split, in order; with a limit, that many of them drawn by the seed."""
    chosen = [q for q in questions if split in ("all", split_of(q.split_key or q.id))]
    if limit is not None and limit < len(chosen):
        draw = random.Random(seed)
        kept = set(draw.sample(range(len(chosen)), limit))
        chosen = [q for number, q in enumerate(chosen) if number in kept]
    return tuple(chosen)
