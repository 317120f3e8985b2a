"""Fit the weights of `rag.reading.similarity_reader.SimilarityReader`: `python -m evals.fitting.similarity_reader TRAINING_DIR`.

Reads `evidence.jsonl.gz` (questions with passages split into sentences and the sentences that are evidence). Passages that
do not answer are those of the set, passages of the same article, and passages with their evidence taken out. Prints the
weights, to be copied into `rag/reading/similarity_reader.py`, and how well they rank on a held-out fifth of the articles.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from evals.splits import split_of
from index.embed import SentenceTransformerEmbedder
from index.passage import Passage, Sentence
from index.search import Hit
from index.words import content_words, stem
from rag.reading.question import Question, parse
from rag.reading.signals import Rarity, Weights, stems
from rag.reading.similarity_reader import passage_features, sentence_features

_CAPS = {"bioasq": 200, "hotpot": 300}


@dataclass(frozen=True, slots=True)
class Row:
    """A question and one passage; `evidence` are indices of sentences."""

    question: Question
    sentences: tuple[str, ...]
    evidence: tuple[int, ...]
    group: str
    source: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("training_dir", type=Path)
    parser.add_argument(
        "--sample", type=int, default=3_000, help="questions, before passages that do not answer are added"
    )
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    rows = with_negatives(
        _sample(arguments.training_dir, arguments.sample, arguments.seed), random.Random(arguments.seed)
    )
    print(f"{len(rows):,} passages, {sum(bool(r.evidence) for r in rows):,} of them answer their question.")
    sentence_rows, passage_rows = features(rows)
    for name, data in (("sentence", sentence_rows), ("passage", passage_rows)):
        weights, auroc = fit(data)
        print(
            f"{name}: AUROC {auroc:.3f} held out, bias {weights.bias:.2f}, { ({k: round(v, 2) for k, v in weights.by_name.items()}) }"
        )


def _sample(folder: Path, size: int, seed: int) -> list[Row]:
    by_source: dict[str, list[Row]] = defaultdict(list)
    with gzip.open(folder / "evidence.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["kind"] == "question" and len(row["sentences"]) > 1 and row["answered"] == bool(row["evidence"]):
                question = parse(row["text"], 10_000)
                by_source[row["source"]].append(
                    Row(
                        question,
                        tuple(row["sentences"]),
                        tuple(row["evidence"]),
                        row["group"] or row["text"],
                        row["source"],
                    )
                )
    chance = random.Random(seed)
    share = size / sum(min(len(rows), _CAPS.get(source, len(rows))) for source, rows in by_source.items())
    chosen = []
    for source, rows in sorted(by_source.items()):
        chosen += chance.sample(rows, round(share * min(len(rows), _CAPS.get(source, len(rows)))))
    return chosen


def with_negatives(rows: Sequence[Row], chance: random.Random) -> list[Row]:
    """The rows, and for half of them a passage of the same article, for half their own without its evidence."""
    by_group: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_group[row.group].append(row)
    extra = []
    for row in rows:
        rest = tuple(s for i, s in enumerate(row.sentences) if i not in row.evidence)
        if row.evidence and rest and chance.random() < 0.5:
            extra.append(replace(row, sentences=rest, evidence=()))
        others = [o for o in by_group[row.group] if o.sentences != row.sentences]
        if others and chance.random() < 0.5:
            extra.append(replace(row, sentences=chance.choice(others).sentences, evidence=()))
    return [*rows, *extra]


Labelled = list[tuple[dict[str, float], bool, str]]
"""Features, whether they are of evidence, and the group that decides the side of the split."""


def features(rows: Sequence[Row]) -> tuple[Labelled, Labelled]:
    """Of every sentence of the passages that answer, and of every passage; all passages together are the collection."""
    embedder = SentenceTransformerEmbedder()
    held = [stems(" ".join(row.sentences)) for row in rows]
    counts = Counter(s for one in held for s in one)
    cosines = _cosines(embedder, rows)
    of_sentences: Labelled = []
    of_passages: Labelled = []
    for row, own in zip(rows, cosines, strict=True):
        rarity = Rarity.of({w: counts[stem(w)] for w in content_words(row.question.text)}, len(rows))
        each = [
            sentence_features(row.question, rarity, text, cosine)
            for text, cosine in zip(row.sentences, own, strict=True)
        ]
        if row.evidence:
            of_sentences += [(f, i in row.evidence, row.group) for i, f in enumerate(each)]
        of_passages.append((passage_features(row.question, rarity, _hit(row), each), bool(row.evidence), row.group))
    return of_sentences, of_passages


def fit(data: Labelled) -> tuple[Weights, float]:
    """Weights from all articles, and the AUROC on a fifth of them of weights from the rest."""
    names = list(data[0][0])
    inputs = np.array([[f[name] for name in names] for f, _, _ in data])
    labels = np.array([label for _, label, _ in data])
    held_out = np.array([split_of(group) == "tune" for _, _, group in data])
    model = LogisticRegression(C=10, max_iter=1_000, class_weight="balanced")
    chances = model.fit(inputs[~held_out], labels[~held_out]).decision_function(inputs[held_out])
    auroc = float(roc_auc_score(labels[held_out], chances))
    model.fit(inputs, labels)
    return Weights(float(model.intercept_[0]), dict(zip(names, map(float, model.coef_[0]), strict=True))), auroc


def _cosines(embedder: SentenceTransformerEmbedder, rows: Sequence[Row]) -> Iterable[list[float]]:
    questions = embedder.encode([row.question.text for row in rows])
    sentences = embedder.encode([text for row in rows for text in row.sentences])
    position = 0
    for row, question in zip(rows, questions, strict=True):
        yield [float(c) for c in sentences[position : position + len(row.sentences)] @ question]
        position += len(row.sentences)


def _hit(row: Row) -> Hit:
    text = " ".join(row.sentences)
    passage = Passage("", "", 0, len(text), text, (Sentence(0, len(text)),), "")
    return Hit(passage, 0.0, 0.0, 0.0, None, None, np.zeros(0, np.float32))


if __name__ == "__main__":
    main()
