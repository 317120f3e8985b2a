"""A folder, or documents handed in, to the index: what is new is added, what changed replaced, what vanished removed.

A sync may be cut off at any point. Vectors are written before the catalog names their passages and deleted after it has
forgotten them, and the journal names those in between: the catalog is always whole, and the next sync settles the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from corpus.document import Document, Metadata
from corpus.errors import Failure, UnreadableFile
from corpus.folder import list_files
from corpus.language import detect
from corpus.metadata import read_table, unmatched
from corpus.read import read_file
from index.catalog import Known, Origin
from index.embed import BUNDLED, Vectors
from index.errors import SettingsMismatch
from index.passage import Passage
from index.progress import Progress, ProgressCallback, progress_over
from index.report import SyncReport
from index.split import split
from index.store import IndexStore, writing_to

HANDED_IN = ""  # the source of documents that came from no folder
_BATCH = 512  # passages written at once


def sync_folder(
    store: IndexStore, root: Path, *, max_file_bytes: int, show: bool | ProgressCallback = False
) -> SyncReport:
    """Make the index mirror what is under `root` (a folder or one file), and touch nothing else.

    Document ids are paths relative to `root`; below an indexed root, relative to that one, of which only the subtree is synced.

    Raises:
        SourceMissing: there is no such folder. IndexLocked, IndexReadOnly: see there.
    """
    base, inside = _base(store, root.resolve())
    listing = list_files(root)
    table, unusable = _tables(base, [inside + identity for identity, _ in listing.files])
    with writing_to(store.folder):
        work = _Work(store, str(base))
        work.report.failed += listing.skipped
        work.settle()
        files = {inside + identity: path for identity, path in listing.files}
        work.report.warnings += unusable
        if root.is_dir():
            work.report.warnings += unmatched([i for i in table if i.startswith(inside)], files)
        work.adopt(root.resolve(), files)
        known = {i: k for i, k in store.catalog.known(str(base)).items() if i.startswith(inside)}
        if root.is_file():
            known = {i: k for i, k in known.items() if i in files}
        work.run(files, table, known, max_file_bytes, show)
        for identity in sorted(known.keys() - files.keys()):
            work.remove(identity)
        return work.finish()


def sync_documents(
    store: IndexStore, documents: Iterable[Document], *, show: bool | ProgressCallback = False
) -> SyncReport:
    """Add documents that were handed in, or replace those of the same id. None is removed.

    Raises:
        IndexLocked, IndexReadOnly: see there.
    """
    given = list(documents)
    with writing_to(store.folder), progress_over(sum(len(d.text) for d in given), show) as progress:
        work = _Work(store, HANDED_IN)
        work.settle()
        known = store.catalog.known(HANDED_IN)
        seen: set[str] = set()
        for document in given:
            if document.id in seen:
                work.fail(document.id, "Two of the documents handed in have this id.", "Give each an id of its own.")
                continue
            seen.add(document.id)
            old = known.get(document.id)
            if old and (old.sha256, old.file_metadata) == (document.sha256, document.metadata):
                work.report.unchanged.append(document.id)
                progress.advance(len(document.text), document.id)
            else:
                work.add(document, Origin(HANDED_IN), len(document.text), progress, changed=old is not None)
        work.flush(progress)
        return work.finish()


def remove_document(store: IndexStore, document_id: str) -> None:
    """Forget one document and its vectors."""
    with writing_to(store.folder):
        work = _Work(store, HANDED_IN)
        work.remove(document_id)
        work.finish()


def set_metadata(store: IndexStore, document_id: str, metadata: Metadata, clear: Sequence[str] = ()) -> None:
    """Put a user's values over a document's own, for good; `clear` names fields whose set value is taken back.

    A new title is embedded, since passages carry it.

    Raises:
        DocumentMissing: there is none of that id.
    """
    with writing_to(store.folder):
        before = store.catalog.document(document_id).metadata
        passages = store.catalog.passage_ids(document_id)
        store.catalog.note(passages)
        store.catalog.set_override(document_id, metadata, clear)
        after = store.catalog.document(document_id)
        if after.metadata.title != before.title:
            _Work(store, HANDED_IN).embed_again(after)
        store.catalog.forget(passages)


def _base(store: IndexStore, root: Path) -> tuple[Path, str]:
    """The indexed root that holds `root`, and the path from there as a prefix of ids."""
    for source in store.catalog.sources():
        above = Path(source) if source else None
        if above and above in root.parents and above.is_dir():
            inside = root.relative_to(above) if root.is_dir() else root.parent.relative_to(above)
            return above, "" if inside == Path() else inside.as_posix() + "/"
    return root, ""


def _tables(base: Path, ids: Iterable[str]) -> tuple[dict[str, Metadata], list[str]]:
    """The rows of every `documents.csv` beside the documents, by document id, and what in them cannot be used.

    A table nearer to a file wins.
    """
    if not base.is_dir():
        table = read_table(base)
        return table.rows, list(table.warnings)
    folders = {parent for identity in ids for parent in PurePosixPath(identity).parents}
    rows: dict[str, Metadata] = {}
    warnings: list[str] = []
    for folder in sorted(folders | {PurePosixPath()}, key=lambda f: (len(f.parts), f)):
        prefix = "" if folder == PurePosixPath() else f"{folder}/"
        table = read_table(base / folder)
        rows |= {prefix + identity: values for identity, values in table.rows.items()}
        warnings += [prefix + warning for warning in table.warnings]
    return rows, warnings


@dataclass(slots=True)
class _Pending:
    document: Document
    passages: list[Passage]
    origin: Origin
    weight: float
    changed: bool


class _Work:
    """One sync: collects documents, writes them in batches, keeps the report."""

    def __init__(self, store: IndexStore, source: str) -> None:
        self.store = store
        self.source = source
        self.report = SyncReport()
        self._pending: list[_Pending] = []
        self._touched = False

    def settle(self) -> None:
        """Finish what a crash left: drop vectors that no document owns, make those that are missing."""
        catalog, vectors = self.store.catalog, self.store.vectors
        if noted := catalog.noted():
            kept = catalog.passages(noted)
            vectors.delete([i for i in noted if i not in kept])
            for identity in sorted({p.document_id for p in kept.values()}):
                self.embed_again(catalog.document(identity))
            catalog.forget(noted)
            self._touched = True
        if vectors.count() != catalog.count()[1]:
            self._repair()

    def _repair(self) -> None:
        catalog, vectors = self.store.catalog, self.store.vectors
        wanted, there = set(catalog.passage_ids()), set(vectors.ids())
        vectors.delete(sorted(there - wanted))
        for identity in sorted({p.document_id for p in catalog.passages(wanted - there).values()}):
            self.embed_again(catalog.document(identity))
        self._touched = True

    def embed_again(self, document: Document) -> None:
        """Write the vectors of an indexed document anew."""
        passages = list(self.store.catalog.passages(self.store.catalog.passage_ids(document.id)).values())
        vectors = self._embed([(document, passages)])
        self.store.vectors.put([p.id for p in passages], [p.document_id for p in passages], vectors)
        self.report.embedded += len(passages)
        self.store.changed()

    def adopt(self, root: Path, files: dict[str, Path]) -> None:
        """Drop documents of indexed folders below this root: their files are read again under this one."""
        for source in self.store.catalog.sources():
            if source and source != self.source and root in Path(source).parents:
                prefix = Path(source).relative_to(root)
                for identity in self.store.catalog.known(source):
                    where = prefix / identity if Path(source).is_dir() else prefix
                    self.store.catalog.move_override(identity, where.as_posix())
                    self.remove(identity, tell=False)

    def run(
        self,
        files: dict[str, Path],
        table: dict[str, Metadata],
        known: dict[str, Known],
        max_bytes: int,
        show: bool | ProgressCallback,
    ) -> None:
        """Read and write what is new or has changed."""
        stamps = {identity: _stamp(path) for identity, path in files.items()}
        fresh = {i: p for i, p in files.items() if i not in known or known[i].stamp != stamps[i] or stamps[i] is None}
        for identity in sorted(files.keys() - fresh.keys()):
            self._retable(identity, known[identity], table.get(identity, Metadata()))
            self.report.unchanged.append(identity)
        sizes = {identity: float(max(_size(path), 1)) for identity, path in fresh.items()}
        with progress_over(sum(sizes.values()), show) as progress:
            for identity, path in fresh.items():
                origin = Origin(self.source, str(path), stamps[identity], table.get(identity, Metadata()))
                self._read(identity, path, origin, known.get(identity), max_bytes, sizes[identity], progress)
            self.flush(progress)

    def _read(
        self,
        identity: str,
        path: Path,
        origin: Origin,
        old: Known | None,
        max_bytes: int,
        size: float,
        progress: Progress,
    ) -> None:
        owner = self.store.catalog.source_of(identity)
        if owner is not None and owner != self.source:
            self.fail(
                identity,
                f"A document of this id is indexed already, from {owner or 'documents handed in'}.",
                "Use another --index.",
            )
            return
        try:
            document = read_file(path, identity, max_bytes=max_bytes)
        except UnreadableFile as error:
            self.fail(identity, error.message, error.remedy)
            if old:
                self.remove(identity)
            progress.advance(size, identity)
            return
        if old and old.source_sha256 == document.source_sha256 and old.file_metadata == document.metadata:
            self.store.catalog.set_stamp(identity, origin.stamp)
            self._retable(identity, old, origin.table)
            self.report.unchanged.append(identity)
            progress.advance(size, identity)
            return
        self.add(document, origin, size, progress, changed=old is not None)

    def _retable(self, identity: str, old: Known, table: Metadata) -> None:
        if old.table_metadata != table:
            passages = self.store.catalog.passage_ids(identity)
            self.store.catalog.note(passages)
            self.store.catalog.set_table(identity, table)
            self.embed_again(self.store.catalog.document(identity))
            self.store.catalog.forget(passages)
            self.report.warnings.append(f"{identity}: its metadata changed with documents.csv.")

    def add(self, document: Document, origin: Origin, weight: float, progress: Progress, *, changed: bool) -> None:
        """Take a document in; it is written with the next batch."""
        self._require_room()
        passages = split(document, self.store.embedder.count_tokens, self.store.settings.splitter)
        if not passages:
            self.fail(document.id, f"{document.id} holds no sentences.", "Check that the file is not empty.")
            if changed:
                self.remove(document.id)
            progress.advance(weight, document.id)
            return
        self.report.warnings += document.warnings
        self._warn(document, origin)
        self._pending.append(_Pending(document, passages, origin, weight, changed))
        if sum(len(p.passages) for p in self._pending) >= _BATCH:
            self.flush(progress)

    def _require_room(self) -> None:
        longest, wanted = self.store.embedder.longest, self.store.settings.splitter.max_tokens
        if wanted > longest:
            raise SettingsMismatch(
                f"Passages of {wanted} tokens are too long for {self.store.embedder.name}, which reads {longest}.",
                f"Set RAG_PASSAGE_TOKENS to at most {longest}; the title and headings need some of it too.",
            )

    def flush(self, progress: Progress) -> None:
        """Write what was taken in: note, vectors, catalog, old vectors, in that order."""
        if not self._pending:
            return
        pending, self._pending = self._pending, []
        catalog, vectors = self.store.catalog, self.store.vectors
        titled = [(self._titled(p), p.passages) for p in pending]
        encoded = self._embed(titled, progress, [p.weight for p in pending])
        new = [passage for p in pending for passage in p.passages]
        old = [i for p in pending if p.changed for i in catalog.passage_ids(p.document.id)]
        gone = sorted(set(old) - {p.id for p in new})
        catalog.note([p.id for p in new] + gone)
        vectors.put([p.id for p in new], [p.document_id for p in new], encoded)
        for p in pending:
            catalog.put(p.document, p.passages, p.origin)
            (self.report.changed if p.changed else self.report.added).append(p.document.id)
        vectors.delete(gone)
        catalog.forget(gone)
        self.report.embedded += len(new)
        self._touched = True

    def _titled(self, pending: _Pending) -> Document:
        set_by_user = self.store.catalog.override(pending.document.id)
        return replace(
            pending.document, metadata=pending.document.metadata.overlaid(pending.origin.table).overlaid(set_by_user)
        )

    def _embed(
        self,
        groups: Sequence[tuple[Document, list[Passage]]],
        progress: Progress | None = None,
        weights: Sequence[float] = (),
    ) -> Vectors:
        texts = [embedded_text(document, passage) for document, passages in groups for passage in passages]
        share = sum(weights) / max(len(texts), 1)
        label = groups[0][0].id if groups else ""
        return self.store.embedder.encode(texts, (lambda n: progress.advance(n * share, label)) if progress else None)

    def remove(self, identity: str, *, tell: bool = True) -> None:
        """Forget a document, then its vectors."""
        ids = self.store.catalog.passage_ids(identity)
        self.store.catalog.note(ids)
        self.store.catalog.remove(identity)
        self.store.vectors.delete(ids)
        self.store.catalog.forget(ids)
        self._touched = True
        if tell:
            self.report.removed.append(identity)

    def fail(self, identity: str, reason: str, remedy: str) -> None:
        """Note what could not be taken in."""
        self.report.failed.append(Failure(identity, reason, remedy))

    def _warn(self, document: Document, origin: Origin) -> None:
        language = document.metadata.overlaid(origin.table).language or detect(document.text)
        if language and not language.startswith("en") and self.store.embedder.name == BUNDLED:
            self.report.warnings.append(
                f"{document.id}: looks like language {language!r}, and {BUNDLED} knows English only; "
                "answers from it will be poor. Set a multilingual model with RAG_EMBEDDING_MODEL."
            )

    def finish(self) -> SyncReport:
        """Close the report."""
        if self._touched:
            self.store.changed()
        self.report.documents, self.report.passages = self.store.catalog.count()
        return self.report


def embedded_text(document: Document, passage: Passage) -> str:
    """What is embedded of a passage: the title, the headings above it, its text."""
    above = [part for part in (document.metadata.title, *passage.heading) if part and not passage.text.startswith(part)]
    return "\n".join([*dict.fromkeys(above), passage.text])


def _stamp(path: Path) -> str | None:
    try:
        status = path.stat()
    except OSError:  # it vanished since it was listed: reading it will say so
        return None
    return f"{status.st_size}:{status.st_mtime_ns}"


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # as above
        return 0
