"""A folder is mirrored: nothing embedded twice, nothing left behind, and a crash at any point changes nothing in the end."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Document, Metadata
from index.catalog import Catalog
from index.errors import DocumentMissing, IndexLocked, IndexMissing
from index.search import Filters, search
from index.store import IndexSettings, IndexStore, writing_to
from index.sync import remove_document, set_metadata, sync_documents, sync_folder
from index.vectors import VectorStore
from tests.fakes import HashEmbedder

TEXTS = {
    "a.txt": "The seat of the body is in Shanghai. It is tentative.",
    "b.txt": "The treaty was opened for signature in Vilnius in September 2024.",
    "sub/c.txt": "Bletchley Park hosted the first summit. Twenty-eight countries signed a declaration there.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "docs"


@pytest.fixture
def embedder() -> HashEmbedder:
    return HashEmbedder()


@pytest.fixture
def store(tmp_path: Path, embedder: HashEmbedder) -> Any:
    store = IndexStore.create(tmp_path / "index", IndexSettings(), embedder)
    yield store
    store.close()


def sync(store: IndexStore, folder: Path) -> Any:
    return sync_folder(store, folder, max_file_bytes=1_000_000)


def found(store: IndexStore, question: str) -> list[str]:
    return [hit.passage.document_id for hit in search(store, question, 10, Filters())]


def state(store: IndexStore) -> tuple[Any, ...]:
    """All that a search can see: documents, passages, vectors, and nothing besides."""
    ids = store.catalog.passage_ids()
    vectors = store.vectors.vectors(ids)
    return (
        [(i.id, i.sha256, i.metadata) for i in store.catalog.infos()],
        ids,
        sorted(store.vectors.ids()),
        {i: v.round(5).tolist() for i, v in vectors.items()},
        store.catalog.noted(),
    )


def test_added_changed_removed_unchanged(store: IndexStore, folder: Path, embedder: HashEmbedder) -> None:
    assert sync(store, folder).added == ["a.txt", "b.txt", "sub/c.txt"]
    before = embedder.encoded
    report = sync(store, folder)
    assert (report.unchanged, report.embedded, embedder.encoded) == (["a.txt", "b.txt", "sub/c.txt"], 0, before)

    (folder / "a.txt").write_text("The seat moved to Geneva.", encoding="utf-8")
    (folder / "b.txt").unlink()
    report = sync(store, folder)
    assert (report.changed, report.removed, report.unchanged) == (["a.txt"], ["b.txt"], ["sub/c.txt"])
    assert store.catalog.document("a.txt").text == "The seat moved to Geneva."
    assert "b.txt" not in found(store, "Where was the treaty opened for signature?")
    assert all("Shanghai" not in h.passage.text for h in search(store, "Shanghai seat", 10, Filters()))


def test_a_touched_file_of_the_same_bytes_is_not_embedded(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    (folder / "a.txt").touch()
    assert sync(store, folder).embedded == 0


def test_another_folder_is_left_alone(store: IndexStore, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "d.txt").write_text("The pact was signed in Paris.", encoding="utf-8")
    sync(store, folder)
    report = sync(store, other)
    assert (report.added, report.removed, report.documents) == (["d.txt"], [], 4)


def test_the_same_id_from_another_folder_is_refused_by_name(store: IndexStore, folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Another text altogether.", encoding="utf-8")
    sync(store, folder)
    report = sync(store, other)
    assert [f.id for f in report.failed] == ["a.txt"]
    assert "indexed already" in report.failed[0].reason
    assert store.catalog.document("a.txt").text == TEXTS["a.txt"]


def test_a_folder_below_an_indexed_one_syncs_only_its_subtree(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    (folder / "a.txt").unlink()
    (folder / "sub" / "c.txt").write_text("Seoul hosted the second summit.", encoding="utf-8")
    report = sync(store, folder / "sub")
    assert (report.changed, report.removed) == (["sub/c.txt"], [])
    assert [i.id for i in store.catalog.infos()] == ["a.txt", "b.txt", "sub/c.txt"]


def test_a_folder_above_an_indexed_one_takes_its_documents_over(store: IndexStore, folder: Path) -> None:
    sync(store, folder / "sub")
    sync(store, folder)
    assert [i.id for i in store.catalog.infos()] == ["a.txt", "b.txt", "sub/c.txt"]


def test_one_bad_file_does_not_stop_the_others(store: IndexStore, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing of the sort")
    report = sync(store, folder)
    assert [f.id for f in report.failed] == ["broken.pdf", "empty.txt"]
    assert all(f.reason and f.remedy for f in report.failed)
    assert report.documents == 3


def test_a_file_that_breaks_is_no_longer_cited(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    (folder / "a.txt").write_bytes(b"")
    report = sync(store, folder)
    assert (report.removed, [f.id for f in report.failed]) == (["a.txt"], ["a.txt"])
    assert "a.txt" not in found(store, "Shanghai seat")


def test_a_file_left_without_a_sentence_is_no_longer_cited(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    (folder / "a.txt").write_text("---", encoding="utf-8")
    sync(store, folder)
    assert all("Shanghai" not in hit.passage.text for hit in search(store, "Shanghai seat", 9, Filters()))


def test_one_file_of_an_indexed_folder_can_be_synced_alone(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    (folder / "a.txt").write_text("The seat moved to Geneva.", encoding="utf-8")
    (folder / "b.txt").unlink()
    report = sync(store, folder / "a.txt")
    assert (report.changed, report.removed, report.failed, report.documents) == (["a.txt"], [], [], 3)


def test_documents_handed_in(store: IndexStore, embedder: HashEmbedder) -> None:
    first = Document("x", "Nobody knows the budget.", Metadata(kind="news"))
    assert sync_documents(store, [first]).added == ["x"]
    before = embedder.encoded
    assert sync_documents(store, [first]).unchanged == ["x"]
    assert embedder.encoded == before
    report = sync_documents(
        store, [Document("x", "The budget is known."), Document("y", "Another."), Document("y", "Twin.")]
    )
    assert (report.changed, report.added, [f.id for f in report.failed]) == (["x"], ["y"], ["y"])


def test_remove(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    remove_document(store, "a.txt")
    assert "a.txt" not in found(store, "Shanghai seat")
    assert not [i for i in store.vectors.ids() if i.startswith("a.txt")]


# -- metadata ---------------------------------------------------------------------------------------------------------


def test_what_a_user_sets_outlives_a_change_of_the_file_and_wins_over_the_table(
    store: IndexStore, folder: Path
) -> None:
    (folder / "documents.csv").write_text("path,kind,publisher\na.txt,news,The Paper\n", encoding="utf-8")
    sync(store, folder)
    assert store.catalog.document("a.txt").metadata == Metadata(kind="news", publisher="The Paper")
    set_metadata(store, "a.txt", Metadata(kind="analysis", title="A Seat"))
    (folder / "a.txt").write_text("The seat moved to Geneva.", encoding="utf-8")
    sync(store, folder)
    assert store.catalog.document("a.txt").metadata == Metadata(title="A Seat", kind="analysis", publisher="The Paper")


def test_values_that_cannot_be_used_stay_unknown_and_the_documents_are_indexed(store: IndexStore, folder: Path) -> None:
    (folder / "documents.csv").write_text("path,kind,publisher\na.txt,blog,The Paper\n", encoding="utf-8")
    (folder / "front.md").write_text("---\ndate: soon\ntitle: A Seat\n---\nThe seat is in Geneva.", encoding="utf-8")
    report = sync(store, folder)
    assert not report.failed
    assert store.catalog.document("a.txt").metadata == Metadata(publisher="The Paper")
    assert store.catalog.document("front.md").metadata == Metadata(title="A Seat")
    assert [w for w in report.warnings if w.startswith("documents.csv, line 2: The kind 'blog'")]
    assert [w for w in report.warnings if w.startswith("front.md: front matter: The date 'soon'")]


def test_a_change_of_the_table_alone_reaches_the_index(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    (folder / "documents.csv").write_text("path,kind\na.txt,news\n", encoding="utf-8")
    sync(store, folder)
    assert store.catalog.document("a.txt").metadata.kind == "news"
    assert [h.passage.document_id for h in search(store, "seat", 5, Filters.parse({"kind": "news"}))] == ["a.txt"]


def test_a_table_in_a_subfolder_counts(store: IndexStore, folder: Path) -> None:
    (folder / "documents.csv").write_text("path,kind\nsub/c.txt,analysis\na.txt,news\n", encoding="utf-8")
    (folder / "sub" / "documents.csv").write_text("path,kind\nc.txt,timeline\n", encoding="utf-8")
    sync(store, folder)
    assert {i.id: i.metadata.kind for i in store.catalog.infos()} == {
        "a.txt": "news",
        "b.txt": None,
        "sub/c.txt": "timeline",
    }


def test_what_a_user_set_goes_with_a_document_to_its_new_id(store: IndexStore, folder: Path) -> None:
    sync(store, folder / "sub")
    set_metadata(store, "c.txt", Metadata(kind="timeline"))
    (folder / "c.txt").write_text("Quite another text.", encoding="utf-8")
    sync(store, folder)
    kinds = {i.id: i.metadata.kind for i in store.catalog.infos()}
    assert (kinds["sub/c.txt"], kinds["c.txt"]) == ("timeline", None)


def test_what_was_set_can_be_taken_back(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    set_metadata(store, "a.txt", Metadata(kind="analysis", title="A Seat"))
    set_metadata(store, "a.txt", Metadata(), clear=["kind"])
    assert store.catalog.document("a.txt").metadata == Metadata(title="A Seat")


def test_metadata_of_an_unknown_document(store: IndexStore) -> None:
    with pytest.raises(DocumentMissing, match="rag docs"):
        set_metadata(store, "nowhere.txt", Metadata(kind="news"))


# -- crashes ----------------------------------------------------------------------------------------------------------

_STEPS = [
    (Catalog, "note"),
    (VectorStore, "put"),
    (Catalog, "put"),
    (VectorStore, "delete"),
    (Catalog, "forget"),
    (Catalog, "remove"),
    (Catalog, "set_meta"),
]


class Crash(BaseException):
    """The process dies here."""


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("owner", "step"), _STEPS, ids=[f"{o.__name__}.{s}" for o, s in _STEPS])
@pytest.mark.parametrize("call", [0, 1, 2])
def test_a_crash_at_any_step_ends_in_the_same_state(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, owner: type, step: str, call: int, after: bool
) -> None:
    def prepared(name: str) -> IndexStore:
        for path, text in TEXTS.items():
            (folder / path).write_text(text, encoding="utf-8")
        store = IndexStore.create(tmp_path / name, IndexSettings(), HashEmbedder())
        sync(store, folder)
        (folder / "a.txt").write_text("The seat moved to Geneva. It is final.", encoding="utf-8")
        (folder / "b.txt").unlink()
        (folder / "new.txt").write_text("A new text came.", encoding="utf-8")
        return store

    whole = prepared("whole")
    sync(whole, folder)
    (folder / "new.txt").unlink()

    broken = prepared("broken")
    real, calls = getattr(owner, step), iter(range(1_000))

    def crashing(self: Any, *args: Any) -> Any:
        dies = next(calls) == call
        if dies and not after:
            raise Crash
        result = real(self, *args)
        if dies:
            raise Crash
        return result

    with monkeypatch.context() as patch:
        patch.setattr(owner, step, crashing)
        with contextlib.suppress(Crash):
            sync(broken, folder)
    broken.close()
    reopened = IndexStore.open(tmp_path / "broken", IndexSettings(), HashEmbedder())
    sync(reopened, folder)
    assert state(reopened) == state(whole)
    reopened.close()
    whole.close()


def test_an_interrupted_sync_goes_on_where_it_stopped(tmp_path: Path, folder: Path) -> None:
    store = IndexStore.create(tmp_path / "i", IndexSettings(), HashEmbedder(fail_after=0))
    with pytest.raises(KeyboardInterrupt):
        sync(store, folder)
    store.close()
    again = IndexStore.open(tmp_path / "i", IndexSettings(), HashEmbedder())
    assert again.catalog.infos() == []
    assert sync(again, folder).documents == 3
    again.close()


def test_lost_vectors_are_made_anew(store: IndexStore, folder: Path) -> None:
    sync(store, folder)
    whole = state(store)
    store.vectors.delete(store.catalog.passage_ids("b.txt"))
    sync(store, folder)
    assert state(store) == whole


def test_two_writers_at_once(store: IndexStore, folder: Path) -> None:
    with writing_to(store.folder), pytest.raises(IndexLocked, match="Wait until"):
        sync(store, folder)


def test_what_another_process_writes_is_seen_by_every_open_store(
    store: IndexStore, folder: Path, tmp_path: Path, embedder: HashEmbedder
) -> None:
    sync(store, folder)
    reader = IndexStore.open(tmp_path / "index", IndexSettings(), embedder)
    question = embedder.encode_question("reserve seat Busan")
    assert reader.vectors.nearest(question, 9, None) == store.vectors.nearest(question, 9, None)
    (folder / "d.txt").write_text("A reserve seat is in Busan.", encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from index.store import IndexSettings, IndexStore\n"
        "from index.sync import sync_folder; from tests.fakes import HashEmbedder\n"
        "store = IndexStore.open(Path(sys.argv[1]), IndexSettings(), HashEmbedder())\n"
        "sync_folder(store, Path(sys.argv[2]), max_file_bytes=10**6)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "index"), str(folder)], check=True)
    for one in (reader, store):
        assert one.vectors.nearest(question, 1, None)[0][0].startswith("d.txt#")
    reader.close()


def test_an_index_made_anew_under_an_open_store_is_noticed(store: IndexStore, folder: Path, tmp_path: Path) -> None:
    sync(store, folder)
    assert "a.txt" in found(store, "Shanghai seat")
    shutil.rmtree(tmp_path / "index")
    with pytest.raises(IndexMissing):
        found(store, "Shanghai seat")
    (folder / "a.txt").write_text("The seat is in Geneva.", encoding="utf-8")
    other = IndexStore.create(tmp_path / "index", IndexSettings(), HashEmbedder())
    sync(other, folder)
    assert all("Shanghai" not in hit.passage.text for hit in search(store, "Shanghai seat", 9, Filters()))
    other.close()


def test_a_filter_may_admit_more_documents_than_a_query_can_name(
    store: IndexStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.vectors._MOST_NAMED", 3)
    sync_documents(store, [Document(f"d{i}", f"Member {i} signed the pact.", Metadata(kind="news")) for i in range(8)])
    sync_documents(store, [Document("other", "Member 3 signed the pact.", Metadata(kind="analysis"))])
    hits = search(store, "Who signed the pact?", 20, Filters.parse({"kind": "news"}))
    assert {h.passage.document_id for h in hits} == {f"d{i}" for i in range(8)}
