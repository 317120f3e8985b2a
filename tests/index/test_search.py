"""Search: both channels, filters in both, the same order every time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Metadata
from index.bm25 import ceiling
from index.embed import Vectors
from index.errors import BadFilter
from index.search import Filters, search
from index.store import IndexSettings, IndexStore
from index.sync import sync_documents
from tests.fakes import HashEmbedder

DOCUMENTS = [
    Document(
        "a", "The seat of the organisation is in Shanghai.", Metadata(kind="news", date="2025-07-26", publisher="P")
    ),
    Document(
        "b", "The seat of the council is in Strasbourg.", Metadata(kind="official", date="2024-05-17", language="en")
    ),
    Document("c", "The seat of the forum is in Paris.", Metadata(kind="news")),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IndexStore]:
    store = IndexStore.create(tmp_path_factory.mktemp("index"), IndexSettings(), HashEmbedder())
    sync_documents(store, DOCUMENTS)
    yield store
    store.close()


def ids(store: IndexStore, question: str, **filters: object) -> set[str]:
    return {h.passage.document_id for h in search(store, question, 10, Filters.parse(filters))}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {"a", "b", "c"}),
        ({"kind": "news"}, {"a", "c"}),
        ({"kind": ["news", "official"]}, {"a", "b", "c"}),
        ({"publisher": "P"}, {"a"}),
        ({"language": "en"}, {"b"}),
        ({"document_id": ["b", "c"]}, {"b", "c"}),
        ({"date_from": "2025-01-01"}, {"a"}),
        ({"date_to": "2024-12-31"}, {"b"}),
        ({"date_from": "2024-05-17", "date_to": "2025-07-26"}, {"a", "b"}),
        ({"kind": "news", "date_from": "2025-01-01"}, {"a"}),
        ({"kind": "timeline"}, set()),
    ],
)
def test_filters_hold_in_both_channels(store: IndexStore, filters: dict[str, object], expected: set[str]) -> None:
    assert ids(store, "seat", **filters) == expected


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"colour": "red"}, "no filter 'colour'"),
        ({"kind": "gossip"}, "no kind 'gossip'"),
        ({"date_from": "July"}, "not a date"),
        ({"date_to": "2025-02-30"}, "no day of the calendar"),
        ({"publisher": 7}, "takes text"),
        ({"kind": ("news", "newsx")}, "no kind 'newsx'"),
    ],
)
def test_bad_filters_name_what_is_wrong(filters: dict[str, object], message: str) -> None:
    with pytest.raises(BadFilter, match=message) as raised:
        Filters.parse(filters)
    assert raised.value.remedy


def test_a_filter_made_directly_is_checked_alike() -> None:
    assert Filters(kind="news") == Filters.parse({"kind": ["news"]})  # type: ignore[arg-type]
    assert Filters.parse({"kind": [], "publisher": (), "date_to": ""}) == Filters()
    with pytest.raises(BadFilter):
        Filters(kind=("newsx",))


def test_the_same_question_gives_the_same_hits(store: IndexStore) -> None:
    first, second = (search(store, "Where is the seat?", 10, Filters()) for _ in range(2))
    assert [(h.passage.id, h.score) for h in first] == [(h.passage.id, h.score) for h in second]


def test_ties_break_by_id(store: IndexStore) -> None:
    hits = search(store, "nothing of the sort", 10, Filters())
    assert [(-h.score, h.passage.id) for h in hits] == sorted((-h.score, h.passage.id) for h in hits)


def test_scores_of_both_channels_are_there(store: IndexStore) -> None:
    best = search(store, "seat in Shanghai", 10, Filters())[0]
    assert best.passage.document_id == "a"
    assert (best.dense_rank, best.keyword_rank) == (1, 1)
    assert best.dense > 0 and best.keyword > 0


@pytest.mark.parametrize(
    "question",
    [
        '"',
        "____",
        "seat in ____",
        "seat AND",
        "NEAR(seat",
        "seat*",
        "-seat",
        "seat:Paris",
        "😀",
        "日本",
        "'; DROP TABLE passages; --",
    ],
)
def test_no_question_is_an_expression(store: IndexStore, question: str) -> None:
    search(store, question, 3, Filters())
    assert ids(store, "seat") == {"a", "b", "c"}


def test_words_are_found_in_other_forms_and_without_accents(store: IndexStore) -> None:
    assert search(store, "séats", 1, Filters())[0].keyword > 0


QUESTIONS = st.lists(
    st.sampled_from("seat organisation shanghai council strasbourg forum paris narva".split()), min_size=1
)


@given(asked=QUESTIONS)
def test_no_passage_passes_what_bm25_can_reach(store: IndexStore, asked: list[str]) -> None:
    words = list(dict.fromkeys(asked))
    highest = ceiling(store.catalog.document_frequency(words).values(), store.catalog.count()[1])
    hits = search(store, " ".join(asked), 10, Filters())
    assert all(0 <= hit.keyword < highest for hit in hits)
    assert all(0 <= hit.score <= 1 for hit in hits)


class SameMeaning(HashEmbedder):
    """Knows that some words mean the same."""

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        return super().encode([_in_other_words(text) for text in texts], progress)

    def encode_question(self, question: str) -> Vectors:
        return super().encode_question(_in_other_words(question))


def _in_other_words(text: str) -> str:
    return text.replace("toll", "fee").replace("climb", "rise").replace("fishermen", "anglers")


def test_one_word_in_common_does_not_outweigh_the_meaning(tmp_path: Path) -> None:
    texts = ["The fee will rise for anglers.", "The harbour master and his wife leave in May.", "Divers need a permit."]
    store = IndexStore.create(tmp_path, IndexSettings(), SameMeaning())
    sync_documents(store, [Document(str(place), text) for place, text in enumerate(texts)])
    best = search(store, "Will the toll climb for fishermen in May?", 3, Filters())[0]
    store.close()
    assert (best.passage.document_id, best.keyword) == ("0", 0.0)
