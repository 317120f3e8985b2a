"""The highest that BM25 can be: never passed, and nearly reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from index.bm25 import ceiling
from index.catalog import Catalog
from index.search import Filters, search
from index.store import IndexSettings, IndexStore
from index.sync import sync_documents
from tests.fakes import HashEmbedder


def highest(catalog: Catalog, *words: str) -> float:
    return ceiling(catalog.document_frequency(words).values(), catalog.count()[1])


def test_a_passage_that_holds_the_word_ever_so_often_comes_near_to_it(tmp_path: Path) -> None:
    texts = ["Seat " * 200, *(f"Harbour {place} is deep." for place in range(12))]
    store = IndexStore.create(tmp_path, IndexSettings(), HashEmbedder())
    sync_documents(store, [Document(str(place), text) for place, text in enumerate(texts)])
    (best,) = search(store, "seat", 1, Filters())
    limit = highest(store.catalog, "seat")
    store.close()
    assert 0.9 * limit < best.keyword < limit


@given(holding=st.lists(st.integers(0, 50), max_size=8), passages=st.integers(0, 50))
def test_it_grows_with_every_word_and_is_never_nothing(holding: list[int], passages: int) -> None:
    """Also where the passages were counted after some of them had been removed."""
    limit = ceiling(holding, passages)
    assert limit > 0
    assert ceiling([*holding, 0], passages) >= limit


def test_words_that_every_passage_holds_cannot_reach_what_one_rare_word_does() -> None:
    assert ceiling([10, 10, 10], 10) < ceiling([1], 10)
    assert 1e-5 / ceiling([10, 10, 10], 10) == pytest.approx(0, abs=1e-4)
