"""Figures on the tune split, floors beside them: `python -m rag.evidence_model.training.evaluate WEIGHTS BENCHMARKS`.

Retrieval is plain here (cosine and BM25 fused by reciprocal rank, one benchmark passage one unit); `evals` measures the
product. "own" figures give each question its own passage; "pool" figures rerank the top fused candidates.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import string
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer
from sklearn.metrics import roc_auc_score

from rag.evidence_model.model import EvidenceModel
from rag.evidence_model.scores import PassageInput, PassageScores

from .benchmarks import Case, clapnq, squad2
from .calibrate import best_threshold, f1
from .nearby import nearest
from .prepare import MODEL_FOLDER

FUSION = 60


def evaluate(
    model: EvidenceModel, pool: Sequence[PassageInput], cases: Sequence[Case], depth: int, titles: bool
) -> dict[str, float]:
    """All figures of one benchmark; `depth` 0 leaves the reranking out."""
    articles = [p.title for p in pool]
    if not titles:
        pool = [PassageInput(p.text, p.sentences) for p in pool]
    own = [model.score(case.question, [pool[case.passage]])[0] for case in cases]
    answerable = np.array([case.answerable for case in cases])
    figures = own_figures(model, cases, own, pool) | far_figures(model, cases, own, pool, articles)
    figures |= {"questions": len(cases), "answerable": int(answerable.sum())}
    if depth:
        candidates, cosine = fused(pool, [case.question for case in cases], depth)
        figures["floor_auroc_top_cosine"] = roc_auc_score(answerable, cosine)
        ranked = [
            model.score(case.question, [pool[i] for i in near]) for case, near in zip(cases, candidates, strict=True)
        ]
        best = [max(score.relevance for score in scores) for scores in ranked]
        figures["auroc_best_of_pool"] = roc_auc_score(answerable, best)
        orders = [
            near[np.argsort([-score.relevance for score in scores], kind="stable")]
            for near, scores in zip(candidates, ranked, strict=True)
        ]
        for name, lists in (("fused", candidates), ("reranked", orders)):
            for count in (1, 5):
                hits = [c.passage in places[:count] for c, places in zip(cases, lists, strict=True) if c.answerable]
                figures[f"{name}_recall_at_{count}"] = float(np.mean(hits))
    return {name: round(float(value), 4) for name, value in figures.items()}


def own_figures(
    model: EvidenceModel, cases: Sequence[Case], own: Sequence[PassageScores], pool: Sequence[PassageInput]
) -> dict[str, float]:
    """Answerable or not, evidence and short answers, each question with its own passage."""
    marked = [(case, score) for case, score in zip(cases, own, strict=True) if case.gold]
    chances = np.array([chance for _, score in marked for chance in score.sentences])
    gold = np.array([i in case.gold for case, score in marked for i in range(len(score.sentences))])
    cut = (model.calibration.thresholds or {}).get("evidence", 0.5)
    figures = {
        "auroc_own_passage": roc_auc_score([case.answerable for case in cases], [score.relevance for score in own]),
        "top_sentence_gold": float(np.mean([int(np.argmax(score.sentences)) in case.gold for case, score in marked])),
        "evidence_f1_dev_threshold": f1(chances >= cut, gold),
        "evidence_f1_swept": best_threshold(chances, gold)[1],
    }
    asked = [(case, score) for case, score in marked if case.answers]
    if asked:
        texts = [pool[c.passage].text[s.span[0] : s.span[1]] if s.span else "" for c, s in asked]
        each = [max(_token_f1(text, a) for a in c.answers) for (c, _), text in zip(asked, texts, strict=True)]
        figures["short_answer_f1"] = float(np.mean(each))
    return figures


def far_figures(
    model: EvidenceModel,
    cases: Sequence[Case],
    own: Sequence[PassageScores],
    pool: Sequence[PassageInput],
    articles: Sequence[str],
) -> dict[str, float]:
    """How sure the model is of a passage about something else altogether: one of another article, by chance."""
    rng = random.Random(0)
    others = [[p for p, article in enumerate(articles) if article != articles[case.passage]] for case in cases]
    places = [rng.choice(candidates) for candidates in others]
    far = [model.score(case.question, [pool[place]])[0].relevance for case, place in zip(cases, places, strict=True)]
    hits = [score.relevance for case, score in zip(cases, own, strict=True) if case.answerable]
    return {
        "far_mean": float(np.mean(far)),
        "far_95th_percentile": float(np.quantile(far, 0.95)),
        "far_above_half": float(np.mean(np.array(far) > 0.5)),
        "auroc_answer_against_far": roc_auc_score([1] * len(hits) + [0] * len(far), hits + far),
    }


def fused(pool: Sequence[PassageInput], questions: Sequence[str], depth: int) -> tuple[np.ndarray, np.ndarray]:
    """The top `depth` passages of each question by reciprocal rank of cosine and BM25, and the top cosine."""
    encoder = SentenceTransformer(str(MODEL_FOLDER), device="cpu")
    texts = [passage.text for passage in pool]
    vectors = encoder.encode(texts, normalize_embeddings=True, batch_size=16)
    cosines = encoder.encode(list(questions), normalize_embeddings=True) @ vectors.T
    dense, words = np.argsort(-cosines, axis=1)[:, :50], nearest(questions, texts, 50)
    scores = np.zeros_like(cosines)
    for ranks in (dense, words):
        np.put_along_axis(scores, ranks, np.take_along_axis(scores, ranks, 1) + 1 / (FUSION + 1 + np.arange(50)), 1)
    return np.argsort(-scores, axis=1, kind="stable")[:, :depth], cosines.max(1)


def _token_f1(ours: str, theirs: str) -> float:
    """The official SQuAD token F1."""
    mine, gold = (Counter(_normal(text)) for text in (ours, theirs))
    common = (mine & gold).total()
    return 2 * common / (mine.total() + gold.total()) if common else 0.0


def _normal(text: str) -> list[str]:
    text = "".join(c for c in text.lower() if c not in string.punctuation)
    return re.sub(r"\b(a|an|the)\b", " ", text).split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--depth", type=int, default=20)
    parser.add_argument("--limit", type=int, default=300, help="questions a benchmark, drawn by a fixed seed")
    parser.add_argument("--titles", action="store_true", help="show the model the passages' titles")
    arguments = parser.parse_args()
    model = EvidenceModel.load(arguments.weights)
    for read in (clapnq, squad2):
        pool, cases = read(arguments.benchmarks)
        cases = random.Random(0).sample(cases, min(arguments.limit, len(cases)))
        figures = evaluate(model, pool, cases, arguments.depth, arguments.titles)
        print(read.__name__, json.dumps(figures, indent=1), flush=True)


if __name__ == "__main__":
    main()
