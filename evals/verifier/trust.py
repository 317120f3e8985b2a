"""How far a support model can be believed: its balanced accuracy on pairs that people have labelled, from committed exams."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CHECKS = Path(__file__).parent.parent / "results" / "checks"
_MEASURE = "balanced_accuracy"


def trust(model: str, folder: Path = CHECKS) -> list[dict[str, Any]]:
    """What the exams of this model found: set, split, number of pairs, value, low, high. Empty: it sat none.

    Args:
        folder: of `support-*.json`, as `rag eval support … -o` writes them.
    """
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("support-*.json"))]
    return [_found(record) for record in records if record["model"] == model]


def told(judge: Mapping[str, Any]) -> str:
    """Who judged, and how far that can be believed, in a sentence. Stands wherever a figure that it judged stands."""
    verdicts = " The verdicts on sentences are those of this project's checks, with the same model."
    rest = verdicts if judge["verdicts"] == "checker" else ""
    return f"Judged by {judge['model']}; its own balanced accuracy: {accuracy(judge)}.{rest}"


def accuracy(judge: Mapping[str, Any]) -> str:
    """The figures alone, or that there are none."""
    found = [
        f"{_short(one['value'])} on {one['set']} ({one['split']}, {one['pairs']:,} pairs)" for one in judge["trust"]
    ]
    return ", ".join(found) or "not measured"


def _found(record: Mapping[str, Any]) -> dict[str, Any]:
    figure = next(one for one in record["figures"] if one["name"] == _MEASURE)
    about = {"set": record["suite"]["name"], "split": record["split"], "pairs": len(record["questions"])}
    return {**about, **{name: figure[name] for name in ("value", "low", "high")}}


def _short(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}".removeprefix("0")
