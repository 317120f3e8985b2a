"""The support head on the tune split: `python -m rag.evidence_model.training.evaluate_support WEIGHTS BENCHMARKS`.

WiCE's oracle chunks (partially supported counts as not supported) and AttributionBench's development set; the threshold is
the one chosen on the training data's development split. Beside it the floor: the share of the claim's words in the text.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.metrics import balanced_accuracy_score, f1_score, roc_auc_score

from rag.evidence_model.model import EvidenceModel

from .benchmarks import in_tune
from .nearby import words


@dataclass(frozen=True)
class Judged:
    """A claim, its text, whether people found it borne out, and which part of the benchmark it is from."""

    claim: str
    text: str
    supported: bool
    part: str


def wice(folder: Path) -> list[Judged]:
    """The oracle chunks of the tune claims, by the claim's id."""
    rows = _rows(folder / "wice" / "claim_dev_oracle_chunks.jsonl")
    kept = [row for row in rows if in_tune(row["meta"]["id"])]
    return [Judged(r["claim"], " ".join(r["evidence"]), r["label"] == "supported", "wice") for r in kept]


def attributionbench(folder: Path) -> list[Judged]:
    """The tune rows of the development set, all references of a claim as one text."""
    kept = [row for row in _rows(folder / "attributionbench" / "dev.jsonl") if in_tune(row["id"])]
    return [
        Judged(r["claim"], " ".join(r["references"]), r["attribution_label"] == "attributable", r["src_dataset"])
        for r in kept
    ]


def figures(rows: Sequence[Judged], chances: np.ndarray, cut: float) -> dict[str, float]:
    """Balanced accuracy and macro-F1 at the cut, AUROC, the floor's AUROC, and the best balanced accuracy of any cut."""
    gold = np.array([row.supported for row in rows])
    floor = [len(words(row.claim) & words(row.text)) / max(1, len(words(row.claim))) for row in rows]
    swept = [balanced_accuracy_score(gold, chances >= other) for other in np.unique(chances)]
    found = {
        "rows": len(rows),
        "supported": gold.sum(),
        "balanced accuracy": balanced_accuracy_score(gold, chances >= cut),
        "macro f1": f1_score(gold, chances >= cut, average="macro"),
        "called supported": (chances >= cut).mean(),
        "auroc": roc_auc_score(gold, chances),
        "floor auroc": roc_auc_score(gold, floor),
        "balanced accuracy, cut swept here": max(swept),
    }
    return {name: round(float(value), 3) for name, value in found.items()}


def _rows(path: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--limit", type=int, default=10**9, help="rows of each benchmark, the first ones")
    arguments = parser.parse_args()
    model = EvidenceModel.load(arguments.weights)
    cut = (model.calibration.thresholds or {})["support"]
    for name, load in (("wice oracle chunks", wice), ("attributionbench dev", attributionbench)):
        rows = load(arguments.benchmarks)[: arguments.limit]
        scores = model.support([(row.claim, row.text) for row in rows])
        chances = np.array([score.supported for score in scores])
        print(name, json.dumps(figures(rows, chances, cut), indent=1))
        for part in sorted({row.part for row in rows}):
            inside = np.array([row.part == part for row in rows])
            own = [row for row in rows if row.part == part]
            if len({row.supported for row in own}) == 2 and len(own) < len(rows):
                print(f"{name}, {part}", json.dumps(figures(own, chances[inside], cut)))


if __name__ == "__main__":
    main()
