"""Passage vectors in Chroma. The only run-time place that imports it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.embed import Vectors
from index.errors import IndexDamaged, IndexReadOnly, SettingsMismatch, VectorsUnreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import HNSWConfiguration as HnswConfiguration
    from chromadb.api.models.Collection import Collection
    from chromadb.config import Settings

COLLECTION = "passages"
FOLDER = "chroma"
# A wide beam: approximate search then finds what an exact one would, so that answers do not depend on insertion order.
_HNSW: HnswConfiguration = {"space": "cosine", "ef_construction": 200, "ef_search": 400, "max_neighbors": 32}
_PAGE = 1_000
_MOST_NAMED = 2_000  # documents that one query can name; SQLite's limit of variables is not far above


class VectorsClosed(Exception):
    """The store was closed, because another process has changed the vectors: open it again."""


class VectorStore:
    """Vectors by passage id, each with its document id.

    Args:
        folder: where the embedded Chroma keeps its files.
        url: of a Chroma server (`http://localhost:8000`), used instead of the folder.
        collection: the name of the collection.
        owner: the index that the vectors belong to.

    Raises:
        VectorsUnreachable: the server does not answer. SettingsMismatch: the collection belongs to another index.
    """

    def __init__(self, folder: Path, url: str | None = None, collection: str = COLLECTION, owner: str = "") -> None:
        self._lock = threading.RLock()
        self._closed = False
        self._client = _client(folder, url)
        with self._using():
            self._collection: Collection = self._client.get_or_create_collection(
                collection, embedding_function=None, configuration={"hnsw": _HNSW}, metadata={"index": owner}
            )
        found = (self._collection.metadata or {}).get("index")
        if found != owner:
            raise SettingsMismatch(
                f"The Chroma collection {collection!r} belongs to another index.",
                "Name another collection with RAG_CHROMA_COLLECTION, or index anew in a new folder.",
            )

    @contextmanager
    def _using(self) -> Iterator[None]:
        """One call at a time, and none once closed: Chroma does not say so by itself."""
        with self._lock:
            if self._closed:
                raise VectorsClosed
            with _translated():
                yield

    def put(self, ids: Sequence[str], document_ids: Sequence[str], vectors: Vectors) -> None:
        """Add vectors or replace those of the same ids."""
        step = min(self._client.get_max_batch_size(), _PAGE)
        with self._using():
            for start in range(0, len(ids), step):
                stop = start + step
                self._collection.upsert(
                    ids=list(ids[start:stop]),
                    embeddings=vectors[start:stop],
                    metadatas=[{"document_id": d} for d in document_ids[start:stop]],
                )

    def delete(self, ids: Sequence[str]) -> None:
        """Remove vectors; ids that are not there do no harm."""
        with self._using():
            for start in range(0, len(ids), _PAGE):
                self._collection.delete(ids=list(ids[start : start + _PAGE]))

    def nearest(self, vector: Vectors, limit: int, documents: Sequence[str] | None) -> list[tuple[str, float]]:
        """The passages nearest to a vector: `(id, cosine)`, best first; within `documents` if given."""
        if documents is None:
            return self._query(vector, limit, None)
        if len(documents) <= _MOST_NAMED:
            return self._query(vector, limit, {"document_id": {"$in": list(documents)}}) if documents else []
        return self._sifted(vector, limit, frozenset(documents))

    def _query(self, vector: Vectors, limit: int, where: Any) -> list[tuple[str, float]]:
        with self._using():
            found = self._collection.query(
                query_embeddings=[vector.tolist()], n_results=limit, where=where, include=["distances"]
            )
        distances = (found["distances"] or [[]])[0]
        return [(i, 1.0 - float(d)) for i, d in zip(found["ids"][0], distances, strict=True)]

    def _sifted(self, vector: Vectors, limit: int, documents: frozenset[str]) -> list[tuple[str, float]]:
        """As `nearest`, for more documents than a query can name: ever more neighbours, sifted here."""
        total, wanted = self.count(), limit
        while True:
            wanted = min(wanted * 4, total)
            inside = [(i, c) for i, c in self._query(vector, wanted, None) if i.rpartition("#")[0] in documents]
            if len(inside) >= limit or wanted == total:
                return inside[:limit]

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        """Vectors by id; ids that are not there are left out."""
        found: dict[str, Vectors] = {}
        with self._using():
            for start in range(0, len(ids), _PAGE):
                page = self._collection.get(ids=list(ids[start : start + _PAGE]), include=["embeddings"])
                rows = page["embeddings"] if page["embeddings"] is not None else []
                found |= {i: np.asarray(row, dtype=np.float32) for i, row in zip(page["ids"], rows, strict=True)}
        return found

    def ids(self) -> Iterator[str]:
        """All ids, page by page."""
        offset = 0
        while True:
            with self._using():
                page = self._collection.get(limit=_PAGE, offset=offset, include=[])["ids"]
            yield from page
            offset += len(page)
            if len(page) < _PAGE:
                return

    def count(self) -> int:
        """How many vectors there are."""
        with self._using():
            return self._collection.count()

    def close(self) -> None:
        """Let go of the files, once no call is under way."""
        with self._lock:
            self._closed = True
            self._client.close()  # type: ignore[attr-defined]


def _client(folder: Path, url: str | None) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    logging.getLogger("chromadb.telemetry").disabled = True
    settings = Settings(anonymized_telemetry=False)
    with _translated():
        if url is None:
            return _embedded(str(folder), settings)
    host, port, ssl = _address(url)
    try:
        return chromadb.HttpClient(host=host, port=port, ssl=ssl, settings=settings)
    except Exception as error:  # Chroma raises ValueError for a server that does not answer, httpx's errors otherwise
        raise VectorsUnreachable(
            f"The Chroma server at {url} cannot be reached ({str(error)[:200]}).",
            "Start it, or correct RAG_CHROMA_URL; without that setting the vectors are files in the index folder.",
        ) from error


def _embedded(folder: str, settings: Settings) -> ClientAPI:
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient

    try:
        return chromadb.PersistentClient(folder, settings=settings)
    except BaseException:  # the error goes on
        # Chroma keeps a half-started system for the folder, and every later try in this process would get that one.
        if folder not in SharedSystemClient._identifier_to_refcount:
            SharedSystemClient._identifier_to_system.pop(folder, None)
        raise


def _address(url: str) -> tuple[str, int, bool]:
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    ssl = parts.scheme == "https"
    return parts.hostname or "localhost", parts.port or (443 if ssl else 8000), ssl


@contextmanager
def _translated() -> Iterator[None]:
    """Chroma's errors as ours. It raises its own, ValueError, and bare exceptions out of its Rust core."""
    try:
        yield
    except (AttributeError, TypeError):
        raise  # a mistake of ours, not of the files
    except Exception as error:  # the Rust core raises bare exceptions, told apart by their words only
        text = str(error)
        if "readonly" in text or "read-only" in text or "Permission denied" in text:
            raise IndexReadOnly(
                f"The index cannot be written to ({text[:200]}), and Chroma writes even to read.",
                "Check the folder's permissions, or copy the index folder to a place of your own.",
            ) from error
        if "full" in text or "No space" in text:
            raise IndexReadOnly(
                "The disk is full.", "Free some space and run the same command again; nothing is lost."
            ) from error
        raise IndexDamaged(
            f"The vectors cannot be used ({type(error).__name__}: {text[:200]}).",
            "Delete the index folder and run `rag index FOLDER` again.",
        ) from error
