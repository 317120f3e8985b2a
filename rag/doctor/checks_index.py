"""What is looked at in an index folder."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from index.catalog import FILE_NAME
from index.embed import BUNDLED, Embedder
from index.store import IndexStore, writing_to
from index.vectors import FOLDER
from rag.doctor.checks import Check, guarded
from rag.settings import Settings
from rag.wording import count

_LOCK = "write.lock"
_INDEX_AGAIN = "Run `rag index FOLDER` again: it settles the rest."
_ANEW = "Delete the index folder and run `rag index FOLDER` again."
_SHOWN = 3  # names that are listed before "and … more"


def index_checks(folder: Path, settings: Settings, embedder: Embedder) -> Iterator[Check]:
    """The checks of one index; where it cannot be opened, that alone."""
    opened: list[IndexStore] = []
    yield guarded("Index", lambda: _opens(folder, settings, embedder, opened))
    if not opened:
        return
    store = opened[0]
    try:
        yield from (guarded(name, partial(look, store)) for name, look in _LOOKS.items())
    finally:
        store.close()


def _opens(folder: Path, settings: Settings, embedder: Embedder, opened: list[IndexStore]) -> Check:
    store = IndexStore.open(folder, settings.for_index(), embedder)
    opened.append(store)
    documents, passages = store.catalog.count()
    return Check("Index", True, f"{folder}: {count(documents, 'document')}, {count(passages, 'passage')}")


def _catalog(store: IndexStore) -> Check:
    faults = store.catalog.check()
    detail = "; ".join(faults[:_SHOWN]) or f"{FILE_NAME} is whole"
    return Check("Catalog", not faults, detail, _ANEW if faults else "")


def _writing(store: IndexStore) -> Check:
    if not os.access(store.folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return Check(
            "Writing", False, f"{store.folder} cannot be written to", "Give yourself the right to write there."
        )
    if (store.folder / _LOCK).exists():  # taking the lock would make the file, and nothing is to be changed
        with writing_to(store.folder):
            pass
    return Check("Writing", True, "no other process is writing to the index")


def _journal(store: IndexStore) -> Check:
    noted = len(store.catalog.noted())
    detail = (
        f"an indexing run was cut off: {count(noted, 'passage')} half done" if noted else "no indexing run was cut off"
    )
    return Check("Unfinished work", not noted, detail, _INDEX_AGAIN if noted else "")


def _vectors(store: IndexStore) -> Check:
    passages = store.catalog.count()[1]
    local = store.settings.chroma_url is None
    if local and not (store.folder / FOLDER).is_dir():  # opening it would make an empty one
        missing = f"the folder {FOLDER} is not there, and {count(passages, 'passage')} need it"
        return Check(
            "Vectors", not passages, missing if passages else "none, and none needed", _INDEX_AGAIN if passages else ""
        )
    vectors = store.vectors.count()
    detail = f"{count(vectors, 'vector')} for {count(passages, 'passage')}"
    return Check("Vectors", vectors == passages, detail, "" if vectors == passages else _INDEX_AGAIN)


def _folders(store: IndexStore) -> Check:
    sources = [source for source in store.catalog.sources() if source]
    gone = [source for source in sources if not Path(source).exists()]
    remedy = (
        "Put it back, or take its documents out with `rag docs remove ID`; answers from them still work."
        if gone
        else ""
    )
    detail = f"no longer there: {_some(gone)}" if gone else _some(sources) or "none; the documents were handed in"
    return Check("Indexed folders", not gone, detail, remedy)


def _metadata(store: IndexStore) -> Check:
    """For information: what is unknown cannot be filtered by, and is shown as unknown."""
    documents = store.catalog.infos()
    lacking = {name: sum(getattr(d.metadata, name) is None for d in documents) for name in ("kind", "date")}
    unknown = [
        f"{number} of {count(len(documents), 'document')} without {name}" for name, number in lacking.items() if number
    ]
    hint = " (rag docs set ID kind=… date=…)" if unknown else ""
    return Check(
        "Metadata", True, f"{', '.join(unknown)}{hint}" if unknown else "kind and date of every document are known"
    )


def _languages(store: IndexStore) -> Check:
    counts = Counter(document.metadata.language or "unknown" for document in store.catalog.infos())
    detail = ", ".join(f"{language} {number}" for language, number in sorted(counts.items())) or "no documents"
    foreign = sorted(counts.keys() - {"en", "unknown"})
    if not foreign or store.embedder.name != BUNDLED:
        return Check("Languages", True, detail)
    remedy = "Name a multilingual model with RAG_EMBEDDING_MODEL and index anew."
    return Check("Languages", False, f"{detail}; {BUNDLED} knows English only", remedy)


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


_LOOKS: dict[str, Callable[[IndexStore], Check]] = {
    "Catalog": _catalog,
    "Writing": _writing,
    "Unfinished work": _journal,
    "Vectors": _vectors,
    "Indexed folders": _folders,
    "Metadata": _metadata,
    "Languages": _languages,
}
