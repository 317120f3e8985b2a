"""SQLite: documents, passages, full-text search. The truth about what is indexed."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.document import METADATA_FIELDS, Document, Heading, Metadata, Page, Span
from index.errors import DocumentMissing, IndexDamaged, IndexLocked, IndexReadOnly
from index.passage import Passage, Sentence

FILE_NAME = "catalog.sqlite3"
_SCHEMA = Path(__file__).with_name("schema.sql")
_CHUNK = 500  # values in one `IN (…)`, well under SQLite's limit


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What is known about an indexed document, without its text. `characters` counts code points."""

    id: str
    metadata: Metadata
    sha256: str
    characters: int
    passages: int
    media_type: str
    path: str | None

    @property
    def label(self) -> str:
        """What to call the document: its title, or its id where the title is unknown."""
        return self.metadata.title or self.id


@dataclass(frozen=True, slots=True)
class Known:
    """What a sync compares a source with."""

    stamp: str | None
    source_sha256: str
    sha256: str
    file_metadata: Metadata
    table_metadata: Metadata


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from: the indexed root, its file (if any), what its metadata table says."""

    source: str
    path: str | None = None
    stamp: str | None = None
    table: Metadata = field(default_factory=Metadata)


class Catalog:
    """One connection a thread to the catalog file; every change is one transaction."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.wait_seconds = 20.0
        """How long to wait for another process's transaction before giving up."""
        self._local = threading.local()
        self._open: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._guard = threading.Lock()

    # -- life ---------------------------------------------------------------------------------------------------------

    def create(self, meta: Mapping[str, str]) -> None:
        """Lay out an empty catalog."""
        with self.writing() as db:
            for statement in _SCHEMA.read_text(encoding="utf-8").split(";\n"):
                db.execute(statement)
            db.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())

    def close(self) -> None:
        """Close every connection, those of other threads too."""
        with self._guard:
            for _, db in self._open:
                db.close()
            self._open.clear()
            self._local = threading.local()

    @property
    def _db(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            db = sqlite3.connect(self._path, timeout=self.wait_seconds, isolation_level=None, check_same_thread=False)
            db.execute("PRAGMA foreign_keys = ON")
            self._local.db = db
            self._keep(db)
        return db

    def _keep(self, db: sqlite3.Connection) -> None:
        """Remember a connection, and close those of threads that have ended: a page serves from many short-lived ones."""
        with self._guard:
            for thread, old in self._open:
                if not thread.is_alive():
                    old.close()
            self._open = [(t, old) for t, old in self._open if t.is_alive()] + [(threading.current_thread(), db)]

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it happens, or nothing."""
        with _translated():
            db = self._db
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:  # Ctrl-C too: the transaction must not stay open
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with _translated():
            return self._db.execute(sql, values).fetchall()

    # -- what it is ---------------------------------------------------------------------------------------------------

    def meta(self) -> dict[str, str]:
        """Format version, fingerprint and the like."""
        return dict(self._rows("SELECT key, value FROM meta"))

    def set_meta(self, key: str, value: str) -> None:
        """Write one value of `meta`."""
        with self.writing() as db:
            db.execute(
                "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
            )

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file; empty when it is whole."""
        return [str(row[0]) for row in self._rows("PRAGMA quick_check") if row[0] != "ok"]

    # -- documents ----------------------------------------------------------------------------------------------------

    def known(self, source: str) -> dict[str, Known]:
        """The documents of one source, by id."""
        columns = "id, stamp, source_sha256, sha256, file_metadata, table_metadata"
        rows = self._rows(f"SELECT {columns} FROM documents WHERE source = ? ORDER BY id", (source,))
        return {r[0]: Known(r[1], r[2], r[3], Metadata(**json.loads(r[4])), Metadata(**json.loads(r[5]))) for r in rows}

    def source_of(self, document_id: str) -> str | None:
        """The source that a document came from, `None` where there is none of that id."""
        rows = self._rows("SELECT source FROM documents WHERE id = ?", (document_id,))
        return rows[0][0] if rows else None

    def sources(self) -> list[str]:
        """All indexed roots."""
        return [row[0] for row in self._rows("SELECT DISTINCT source FROM documents ORDER BY source")]

    def infos(self, ids: Iterable[str] | None = None) -> list[DocumentInfo]:
        """All documents, or those of the given ids, ordered by id."""
        select = (
            "SELECT d.id, sha256, length(d.text), media_type, path, "
            f"(SELECT count(*) FROM passages p WHERE p.document_id = d.id), {', '.join('d.' + f for f in METADATA_FIELDS)} "
            "FROM documents d"
        )
        rows = self._rows(select) if ids is None else self._in(f"{select} WHERE d.id IN", sorted(set(ids)))
        return [
            DocumentInfo(r[0], Metadata(*r[6:]), r[1], r[2], r[5], r[3], r[4])
            for r in sorted(rows, key=lambda row: row[0])
        ]

    def document(self, document_id: str) -> Document:
        """The document with its text.

        Raises:
            DocumentMissing: there is none of that id.
        """
        columns = ", ".join(METADATA_FIELDS)
        rows = self._rows(
            f"SELECT id, text, source_sha256, media_type, structure, {columns} FROM documents WHERE id = ?",
            (document_id,),
        )
        if not rows:
            raise DocumentMissing(f"No document {document_id!r} is indexed.", "See what there is with: rag docs")
        identity, text, source_sha256, media_type, structure, *metadata = rows[0]
        return Document(identity, text, Metadata(*metadata), source_sha256, media_type, **_structure(structure))

    def put(self, document: Document, passages: Sequence[Passage], origin: Origin) -> None:
        """Replace a document and its passages, in one transaction."""
        with self.writing() as db:
            _remove(db, document.id)
            metadata = document.metadata.overlaid(origin.table).overlaid(_override(db, document.id))
            db.execute(
                f"INSERT INTO documents VALUES ({', '.join('?' * (11 + len(METADATA_FIELDS)))})",
                (
                    document.id,
                    origin.source,
                    origin.path,
                    origin.stamp,
                    document.source_sha256,
                    document.sha256,
                    document.media_type,
                    document.text,
                    _structure_json(document),
                    json.dumps(asdict(document.metadata)),
                    json.dumps(asdict(origin.table)),
                    *asdict(metadata).values(),
                ),
            )
            for passage in passages:
                _insert_passage(db, passage, metadata.title or "")
            db.executemany("DELETE FROM journal WHERE passage_id = ?", [(p.id,) for p in passages])

    def remove(self, document_id: str) -> None:
        """Forget a document and its passages. What a user set on its id is kept, for the file may come back."""
        with self.writing() as db:
            _remove(db, document_id)

    def set_stamp(self, document_id: str, stamp: str | None) -> None:
        """Remember that the file was looked at and holds the same bytes."""
        with self.writing() as db:
            db.execute("UPDATE documents SET stamp = ? WHERE id = ?", (stamp, document_id))

    def override(self, document_id: str) -> Metadata:
        """What a user set on a document; kept for later versions of the file."""
        rows = self._rows("SELECT metadata FROM overrides WHERE document_id = ?", (document_id,))
        return Metadata(**json.loads(rows[0][0])) if rows else Metadata()

    def set_override(self, document_id: str, metadata: Metadata, clear: Sequence[str] = ()) -> None:
        """Put a user's values over those of the file and its table; `clear` names fields to take back first."""
        with self.writing() as db:
            kept = replace(_override(db, document_id), **dict.fromkeys(clear))
            db.execute(
                "INSERT INTO overrides VALUES (?, ?) ON CONFLICT (document_id) DO UPDATE SET metadata = excluded.metadata",
                (document_id, json.dumps(asdict(kept.overlaid(metadata)))),
            )
            _refresh(db, document_id)

    def move_override(self, document_id: str, new_id: str) -> None:
        """What a user set on a document goes with it to its new id."""
        with self.writing() as db:
            db.execute("UPDATE OR REPLACE overrides SET document_id = ? WHERE document_id = ?", (new_id, document_id))

    def set_table(self, document_id: str, table: Metadata) -> None:
        """Note what `documents.csv` says now; what a user set stays on top."""
        with self.writing() as db:
            db.execute("UPDATE documents SET table_metadata = ? WHERE id = ?", (json.dumps(asdict(table)), document_id))
            _refresh(db, document_id)

    # -- passages -----------------------------------------------------------------------------------------------------

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Passages by id; unknown ids are left out."""
        columns = 'p.id, document_id, "start", "end", p.text, sentences, sha256'
        return {
            row[0]: _passage(row)
            for row in self._in(
                f"SELECT {columns} FROM passages p JOIN documents d ON d.id = document_id WHERE p.id IN",
                sorted(set(ids)),
            )
        }

    def passage_ids(self, document_id: str | None = None) -> list[str]:
        """Ids of a document's passages, or of all."""
        where, values = ("WHERE document_id = ?", (document_id,)) if document_id is not None else ("", ())
        return [row[0] for row in self._rows(f'SELECT id FROM passages {where} ORDER BY document_id, "start"', values)]

    def count(self) -> tuple[int, int]:
        """Number of documents and of passages."""
        row = self._rows("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)")[0]
        return row[0], row[1]

    def match(self, expression: str, limit: int, documents: Sequence[str] | None) -> list[tuple[str, float]]:
        """Passages for a full-text expression: `(id, BM25)`, best first, higher is better, ties by id."""
        inside = "" if documents is None else "AND p.document_id IN (SELECT value FROM json_each(?))"
        values: list[Any] = [expression] + ([] if documents is None else [json.dumps(list(documents))]) + [limit]
        return self._rows(
            "SELECT p.id, -bm25(passages_fts, 1.0, 1.0, 1.0) AS score FROM passages_fts f JOIN passages p ON p.rowid = f.rowid "
            f"WHERE passages_fts MATCH ? {inside} ORDER BY score DESC, p.id LIMIT ?",
            values,
        )

    def match_within(self, expression: str, ids: Sequence[str]) -> dict[str, float]:
        """BM25 of given passages; those that hold none of the words are left out."""
        rows = self._rows(
            "SELECT p.id, -bm25(passages_fts, 1.0, 1.0, 1.0) FROM passages_fts f JOIN passages p ON p.rowid = f.rowid "
            "WHERE passages_fts MATCH ? AND f.rowid IN (SELECT rowid FROM passages WHERE id IN (SELECT value FROM json_each(?)))",
            (expression, json.dumps(list(ids))),
        )
        return dict(rows)

    def document_frequency(self, words: Sequence[str]) -> dict[str, int]:
        """In how many passages each word (any of its forms) occurs."""
        return {
            w: self._rows("SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?", (f'"{w}"',))[0][0]
            for w in words
        }

    # -- journal ------------------------------------------------------------------------------------------------------

    def note(self, passage_ids: Sequence[str]) -> None:
        """Write down that these passages' vectors are about to change."""
        with self.writing() as db:
            db.executemany("INSERT OR IGNORE INTO journal VALUES (?)", [(i,) for i in passage_ids])

    def noted(self) -> list[str]:
        """Passages whose vectors a crash may have left half done."""
        return [row[0] for row in self._rows("SELECT passage_id FROM journal ORDER BY 1")]

    def forget(self, passage_ids: Sequence[str]) -> None:
        """These passages' vectors are settled."""
        with self.writing() as db:
            db.executemany("DELETE FROM journal WHERE passage_id = ?", [(i,) for i in passage_ids])

    def _in(self, select: str, values: Sequence[str]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for start in range(0, len(values), _CHUNK):
            chunk = values[start : start + _CHUNK]
            rows += self._rows(f"{select} ({', '.join('?' * len(chunk))})", chunk)
        return rows


@contextmanager
def _translated() -> Iterator[None]:
    """SQLite's errors as ours."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            raise IndexLocked(
                "The index is being written to by another process.", "Wait until it has finished."
            ) from error
        if "readonly" in text or "read-only" in text:
            raise IndexReadOnly(
                f"The index cannot be written to ({text}).", "Check the folder's permissions."
            ) from error
        if "full" in text:
            raise IndexReadOnly(
                "The disk is full.", "Free some space and run the same command again; nothing is lost."
            ) from error
        raise _damaged(error) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> IndexDamaged:
    return IndexDamaged(
        f"The catalog cannot be read ({error}).", "Delete the index folder and run `rag index FOLDER` again."
    )


def _override(db: sqlite3.Connection, document_id: str) -> Metadata:
    row = db.execute("SELECT metadata FROM overrides WHERE document_id = ?", (document_id,)).fetchone()
    return Metadata(**json.loads(row[0])) if row else Metadata()


def _refresh(db: sqlite3.Connection, document_id: str) -> None:
    """Work out anew what holds for a document."""
    row = db.execute("SELECT file_metadata, table_metadata FROM documents WHERE id = ?", (document_id,)).fetchone()
    layers = [Metadata(**json.loads(text)) for text in row]
    values = asdict(layers[0].overlaid(layers[1]).overlaid(_override(db, document_id)))
    assignments = ", ".join(f"{name} = ?" for name in values)
    db.execute(f"UPDATE documents SET {assignments} WHERE id = ?", (*values.values(), document_id))
    db.execute(
        "UPDATE passages_fts SET title = ? WHERE rowid IN (SELECT rowid FROM passages WHERE document_id = ?)",
        (values["title"] or "", document_id),
    )


def _remove(db: sqlite3.Connection, document_id: str) -> None:
    db.execute(
        "DELETE FROM passages_fts WHERE rowid IN (SELECT rowid FROM passages WHERE document_id = ?)", (document_id,)
    )
    db.execute("DELETE FROM documents WHERE id = ?", (document_id,))


def _insert_passage(db: sqlite3.Connection, passage: Passage, title: str) -> None:
    cursor = db.execute(
        'INSERT INTO passages (id, document_id, "start", "end", text, sentences) VALUES (?, ?, ?, ?, ?, ?)',
        (
            passage.id,
            passage.document_id,
            passage.start,
            passage.end,
            passage.text,
            _sentences_json(passage.sentences),
        ),
    )
    db.execute(
        "INSERT INTO passages_fts (rowid, title, heading, text) VALUES (?, ?, ?, ?)",
        (cursor.lastrowid, title, " ".join(passage.heading), passage.text),
    )


def _passage(row: tuple[Any, ...]) -> Passage:
    identity, document_id, start, end, text, sentences, sha256 = row
    return Passage(identity, document_id, start, end, text, _sentences(sentences), sha256)


def _sentences_json(sentences: Sequence[Sentence]) -> str:
    """Sentences with their heading paths, each path once."""
    paths = list(dict.fromkeys(s.heading for s in sentences))
    rows = [[s.start, s.end, int(s.statement), s.page, paths.index(s.heading)] for s in sentences]
    return json.dumps({"headings": paths, "sentences": rows}, ensure_ascii=False)


def _sentences(text: str) -> tuple[Sentence, ...]:
    data = json.loads(text)
    paths = [tuple(path) for path in data["headings"]]
    return tuple(
        Sentence(a, b, bool(statement), page, paths[path]) for a, b, statement, page, path in data["sentences"]
    )


def _structure_json(document: Document) -> str:
    return json.dumps(
        {
            "headings": [[h.start, h.end, h.level] for h in document.headings],
            "pages": [[p.start, p.end, p.number] for p in document.pages],
            "blocks": [[b.start, b.end] for b in document.blocks],
        }
    )


def _structure(text: str) -> dict[str, Any]:
    data = json.loads(text)
    return {
        "headings": tuple(Heading(*h) for h in data["headings"]),
        "pages": tuple(Page(*p) for p in data["pages"]),
        "blocks": tuple(Span(*b) for b in data["blocks"]),
    }
