"""Small invented result files: what the commands that read results are tested with."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from evals.adapters.protocol import Reply
from evals.cases import Question, Suite
from evals.results import write
from evals.run import run
from evals.saved import Run
from tests.evals.tiny import BUILT, BURNED, DOCUMENTS, Scripted, cited, reply

PER_KIND = 10
ASKED = (
    *(Question(f"built-{n:02}", f"Built {n}?", True, ("mill",), (BUILT,), ("1801",), "date") for n in range(PER_KIND)),
    *(Question(f"owner-{n:02}", f"Owned {n}?", False, ("mill",), type="trap") for n in range(PER_KIND)),
)
ENDS = {
    "right": reply(cited(BUILT), confidence=0.9),
    "half": reply(cited(BUILT), cited(BURNED), confidence=0.7),
    "wrong": reply(cited(BURNED), confidence=0.6),
    "declined": reply(confidence=0.2),
}


def record(built: str = "right", owner: str = "declined", **changed: str | None) -> dict[str, Any]:
    """A run in which every question of a kind ended alike, save those named: `built_03="wrong"`. `None`: it failed."""
    return json.loads(_written(built, owner, tuple(changed.items())))


@cache
def _written(built: str, owner: str, changed: tuple[tuple[str, str | None], ...]) -> str:
    """As JSON, so that who changes the record changes their own."""
    ends = {q.id: built if q.id.startswith("built") else owner for q in ASKED}
    ends |= {name.replace("_", "-"): end for name, end in changed}
    replies: dict[str, Reply] = {q.text: ENDS[end] for q in ASKED if (end := ends[q.id]) is not None}
    rankings = {q.text: ("mill", "bridge") for q in ASKED}
    suite = Suite("tiny", "none", DOCUMENTS, ASKED)
    result = run(suite, Scripted(replies, rankings), index=Path("unused"), split="all", progress=False)
    return json.dumps(result.to_dict())


def as_run(name: str, value: dict[str, Any]) -> Run:
    """As if read from a file."""
    return Run(name, value)


def saved(folder: Path, name: str, value: dict[str, Any]) -> Path:
    """Written to a file."""
    write(value, folder / name)
    return folder / name
