"""Passages that look like an answer and are not one: BM25 over the passages of the training data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, CountVectorizer

K1, B = 1.2, 0.75


@lru_cache(100_000)
def words(text: str) -> frozenset[str]:
    """The lower-case words and numbers of a text."""
    return frozenset(re.findall(r"\w+", text.lower()))


def nearest(questions: Sequence[str], passages: Sequence[str], count: int) -> np.ndarray:
    """The `count` best passages of each question by BM25, best first: (questions, count) indices."""
    vectoriser = CountVectorizer(token_pattern=r"\w\w+", stop_words="english", dtype=np.float32)  # noqa: S106
    counts = vectoriser.fit_transform(passages).tocsr()
    lengths = np.asarray(counts.sum(1)).ravel()
    norm = K1 * (1 - B + B * lengths / lengths.mean())
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    counts.data = counts.data * (K1 + 1) / (counts.data + norm[rows])
    seen = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log(1 + (len(passages) - seen + 0.5) / (seen + 0.5)).astype(np.float32)
    weighted = (counts @ sparse.diags(idf)).T.tocsr()
    asked = vectoriser.transform(questions)
    asked.data[:] = 1
    best = []
    for start in range(0, len(questions), 256):
        scores = (asked[start : start + 256] @ weighted).toarray()
        part = np.argpartition(-scores, count, axis=1)[:, :count]
        order = np.argsort(-np.take_along_axis(scores, part, 1), axis=1, kind="stable")
        best.append(np.take_along_axis(part, order, 1))
    return np.concatenate(best).astype(np.int32)


def most_alike(question: str, sentences: Sequence[str]) -> int:
    """The place of the sentence that shares most words with the question; the first of several."""
    asked = words(question) - ENGLISH_STOP_WORDS
    return max(range(len(sentences)), key=lambda place: len(asked & words(sentences[place])))


def may_answer(passage: str, positive: str, short_answers: Sequence[str]) -> bool:
    """Whether a near passage must not be called a miss: it repeats the positive or holds a short answer."""
    theirs, ours = words(passage), words(positive)
    if len(theirs & ours) > 0.5 * min(len(theirs), len(ours)):
        return True
    low = _flat(passage)
    return any(_flat(answer) in low for answer in short_answers)


@lru_cache(100_000)
def _flat(text: str) -> str:
    return " " + " ".join(re.findall(r"\w+", text.lower())) + " "
