"""A question to scored passages: dense and keyword candidates, scored on both channels and fused.

Fusion is a weighted sum of the two scores ("convex combination" in Bruch, Gai, Ingber, "An Analysis of Fusion Functions for Hybrid
Retrieval", 2023), not of ranks: equal-weight rank fusion loses the first place to the better channel. The score of the words is a share of
what it could be (`bm25.ceiling`), and not, as there, of the best one found. Where the documents put it in other words than the question, its words decide little, and the cosine nearly all. Every
candidate is scored on both channels, whichever of them found it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

import numpy as np

from corpus.document import KINDS, Metadata
from index.bm25 import ceiling
from index.embed import Vectors
from index.errors import BadFilter, IndexDamaged
from index.passage import Passage
from index.store import IndexStore
from index.vectors import VectorsClosed
from index.words import content_words

_CHANNEL_LIMIT = 50
# Of the tuning questions of five suites the first place goes to the right document as often as with any other weight, on Wikipedia as on
# news, and to 87 of 100 everyday ones. Keyword shares are small: a passage that holds every word once has less than half of what it could.
_DENSE_WEIGHT = 0.4

Values = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents are searched; `None` is no restriction. A document of unknown date is outside any range of dates."""

    kind: Values = None
    publisher: Values = None
    language: Values = None
    document_id: Values = None
    date_from: str | None = None
    date_to: str | None = None

    def __post_init__(self) -> None:
        for name in ("kind", "publisher", "language", "document_id"):
            object.__setattr__(self, name, _values(name, getattr(self, name)))
        for name in ("date_from", "date_to"):
            object.__setattr__(self, name, _date(name, getattr(self, name)))

    @classmethod
    def parse(cls, given: Mapping[str, Any] | Filters | None) -> Self:
        """From a mapping of names to a value or a list of values.

        Raises:
            BadFilter: an unknown name, an unknown kind, a date that is not `YYYY-MM-DD`.
        """
        if isinstance(given, Filters):
            return cls(*(getattr(given, f.name) for f in fields(cls)))
        known = [f.name for f in fields(cls)]
        for name in given or {}:
            if name not in known:
                raise BadFilter(f"There is no filter {name!r}.", f"Filters are: {', '.join(known)}.")
        return cls(**(given or {}))

    @property
    def active(self) -> bool:
        """Whether anything is restricted."""
        return any(getattr(self, f.name) is not None for f in fields(self))

    def admits(self, document_id: str, metadata: Metadata) -> bool:
        """Whether a document is searched."""
        known = {
            "kind": metadata.kind,
            "publisher": metadata.publisher,
            "language": metadata.language,
            "document_id": document_id,
        }
        if any(getattr(self, name) is not None and value not in getattr(self, name) for name, value in known.items()):
            return False
        if self.date_from is None and self.date_to is None:
            return True
        return metadata.date is not None and (self.date_from or "") <= metadata.date <= (self.date_to or "9999")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. `dense` is the cosine, `keyword` BM25 (higher is better, 0 where no word occurs), `score` what both come to (0 to
    1, comparable between questions); ranks start at 1 within their channel and are `None` where the channel did not find the passage
    among its first."""

    passage: Passage
    score: float
    dense: float
    keyword: float
    dense_rank: int | None
    keyword_rank: int | None
    vector: Vectors


def search(store: IndexStore, question: str, k: int, filters: Filters, vector: Vectors | None = None) -> list[Hit]:
    """The `k` best passages, best first; ties by passage id. `vector` is the question's, if it is there already."""
    store.refresh()
    if vector is None:
        vector = store.embedder.encode_question(question)
    try:
        return _search(store, question, k, filters, vector)
    except VectorsClosed:  # another process has just written, and another thread has opened the new vectors
        return _search(store, question, k, filters, vector)


def _search(store: IndexStore, question: str, k: int, filters: Filters, vector: Vectors) -> list[Hit]:
    documents = _searched(store, filters)
    if documents is not None and not documents:
        return []
    _require_vectors(store)
    limit = max(_CHANNEL_LIMIT, k)
    dense = store.vectors.nearest(vector, limit, documents)
    expression = keyword_expression(question)
    keyword = store.catalog.match(expression, limit, documents) if expression else []
    hits = _scored(store, vector, expression, dense, keyword)
    frequencies = store.catalog.document_frequency(_keywords(question))
    return _fused(hits, ceiling(frequencies.values(), store.catalog.count()[1]))[:k]


def _require_vectors(store: IndexStore) -> None:
    if not store.vectors.count() and store.catalog.count()[1]:
        raise IndexDamaged("The index has lost its vectors.", "Run `rag index FOLDER` again: they are made anew.")


def keyword_expression(question: str) -> str:
    """The question's content words as an FTS5 expression: any of them, quoted, so that nothing in it is an operator."""
    return " OR ".join(f'"{word}"' for word in _keywords(question))


def _keywords(question: str) -> list[str]:
    return list(dict.fromkeys(word for word in content_words(question) if any(map(str.isalnum, word))))


def _searched(store: IndexStore, filters: Filters) -> list[str] | None:
    if not filters.active:
        return None
    return [info.id for info in store.catalog.infos() if filters.admits(info.id, info.metadata)]


def _scored(
    store: IndexStore,
    vector: Vectors,
    expression: str,
    dense: Sequence[tuple[str, float]],
    keyword: Sequence[tuple[str, float]],
) -> list[Hit]:
    dense_rank = {identity: rank for rank, (identity, _) in enumerate(dense, 1)}
    keyword_rank = {identity: rank for rank, (identity, _) in enumerate(keyword, 1)}
    candidates = sorted(dense_rank.keys() | keyword_rank.keys())
    passages = store.catalog.passages(candidates)
    vectors = store.vectors.vectors(candidates)
    within = store.catalog.match_within(expression, candidates) if expression else {}
    return [
        Hit(
            passage=passages[i],
            score=0.0,
            dense=float(np.dot(vector, vectors[i])),
            keyword=within.get(i, 0.0),
            dense_rank=dense_rank.get(i),
            keyword_rank=keyword_rank.get(i),
            vector=vectors[i],
        )
        for i in candidates
        if i in passages and i in vectors  # a vector without a row is a leftover of a crash
    ]


def _fused(hits: list[Hit], highest: float) -> list[Hit]:
    """Best first; `highest` is what BM25 cannot pass for this question."""
    scored = [
        replace(h, score=_DENSE_WEIGHT * max(h.dense, 0.0) + (1 - _DENSE_WEIGHT) * min(h.keyword / highest, 1.0))
        for h in hits
    ]
    return sorted(scored, key=lambda h: (-h.score, h.passage.id))


def _values(name: str, value: Any) -> Values:
    if value is None or (hasattr(value, "__len__") and len(value) == 0):
        return None
    values = tuple(value) if isinstance(value, (list, tuple, set, frozenset)) else (value,)
    if not all(isinstance(v, str) for v in values):
        raise BadFilter(f"The filter {name} takes text, not {value!r}.", "Give one value or a list of values.")
    if name == "kind" and (unknown := [v for v in values if v not in KINDS]):
        raise BadFilter(f"There is no kind {unknown[0]!r}.", f"Kinds are: {', '.join(KINDS)}.")
    return values


def _date(name: str, value: Any) -> str | None:
    if value is None or value == "":
        return None
    text = value.isoformat() if isinstance(value, date) else str(value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise BadFilter(f"The filter {name} is {value!r}, which is not a date.", "Write dates as 2025-07-26.")
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise BadFilter(
            f"The filter {name} is {value!r}, which is no day of the calendar.", "Write dates as 2025-07-26."
        ) from error
    return text
