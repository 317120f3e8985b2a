"""How sure the reader can be: `python -m evals.fit_confidence --data-dir DIR --index-dir DIR`.

For the tuning questions of the sample collection, `clapnq` and `squad2` it takes what speaks for the best passage found, and
fits the chance that the collection answers the question. Each suite weighs the same. Prints the AUROC of each suite under
weights fitted on the others, under the model alone and under the weights in use, and the weights fitted on all.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

import rag
from evals.cases import Suite
from evals.splits import choose
from evals.suites import clapnq, governance, squad2
from rag.reading.model_reader import CONFIDENCE_WEIGHTS, RANK_WEIGHTS, ModelReader, features
from rag.reading.question import parse

Rows = list[tuple[dict[str, float], bool]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--index-dir", type=Path, required=True, help="where the suites' indexes are kept")
    parser.add_argument("--limit", type=int, default=300, help="questions of each suite")
    arguments = parser.parse_args()
    suites = [governance.load(), clapnq.load(arguments.data_dir), squad2.load(arguments.data_dir)]
    rows = {s.name: rows_of(s, arguments.index_dir / s.name, arguments.limit) for s in suites}
    for name, own in rows.items():
        others = [other for key, other in rows.items() if key != name]
        model = fitted(others)
        auroc = roc_auc_score([label for _, label in own], model.decision_function(_inputs(own)))
        alone = roc_auc_score([label for _, label in own], [f["model"] for f, _ in own])
        used = roc_auc_score(
            [label for _, label in own], [CONFIDENCE_WEIGHTS.chance({**f, "far": 0.0}) for f, _ in own]
        )
        print(f"{name}: {len(own)} questions, AUROC {auroc:.3f}, the model alone {alone:.3f}, as in use {used:.3f}")
    final = fitted(list(rows.values()))
    weights = {
        key: round(float(w), 3) for key, w in zip(_names(next(iter(rows.values()))), final.coef_[0], strict=True)
    }
    print(f"bias {final.intercept_[0]:.3f}, weights {weights}")


def rows_of(suite: Suite, index: Path, limit: int) -> Rows:
    """What speaks for the best passage of each tuning question, and whether the question is answerable."""
    with rag.build(suite.source, index=index, progress=True) as assistant:
        reader = assistant.reader
        if not isinstance(reader, ModelReader):
            raise SystemExit("The reader is not the evidence model: unset RAG_READER.")
        return [
            (_best(reader, assistant, question.text), question.answerable)
            for question in track(choose(suite.questions, "tune", limit), suite.name)
        ]


def fitted(groups: Sequence[Rows]) -> LogisticRegression:
    """A logistic regression in which every group weighs the same, and within it answerable and not."""
    rows = [row for group in groups for row in group]
    weights = [weight for group in groups for weight in _balanced([label for _, label in group])]
    scaled = np.array(weights) * len(rows) / sum(weights)
    return LogisticRegression(C=10, max_iter=1_000).fit(
        _inputs(rows), [label for _, label in rows], sample_weight=scaled
    )


def _balanced(labels: Sequence[bool]) -> list[float]:
    """Weights that add up to one, half of it on either label."""
    share = sum(labels) / len(labels)
    return [1 / (2 * len(labels) * (share if label else 1 - share)) for label in labels]


def _best(reader: ModelReader, assistant: rag.Assistant, text: str) -> dict[str, float]:
    hits = assistant.search(text, assistant.settings.passages_read)
    scores = reader.scores(parse(text, 10_000), hits)
    return max((features(hit, one) for hit, one in zip(hits, scores, strict=True)), key=RANK_WEIGHTS.chance)


def _names(rows: Rows) -> list[str]:
    return list(rows[0][0])


def _inputs(rows: Rows) -> np.ndarray:
    return np.array([list(own.values()) for own, _ in rows])


if __name__ == "__main__":
    main()
