"""The index folder: the catalog and the vectors, opened together, with a lock for the one writer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from uuid import uuid4

from filelock import FileLock, Timeout

from index.catalog import FILE_NAME, Catalog
from index.embed import Embedder
from index.errors import IndexDamaged, IndexLocked, IndexMissing, IndexReadOnly, IndexVersion, SettingsMismatch
from index.sharing import let_go, shared_vectors, written
from index.split import SPLITTER_VERSION, SplitterSettings
from index.vectors import FOLDER, VectorStore

FORMAT_VERSION = "1"


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Where an index lives and how it is made. What is part of `fingerprint` cannot change without indexing anew."""

    splitter: SplitterSettings = field(default_factory=SplitterSettings)
    chroma_url: str | None = None
    chroma_collection: str = "passages"

    def fingerprint(self, embedder: Embedder) -> dict[str, str]:
        """What must be the same for passages and vectors to be comparable."""
        return {
            "embedding_model": embedder.name,
            "splitter": json.dumps({"version": SPLITTER_VERSION, **asdict(self.splitter)}, sort_keys=True),
        }


class IndexStore:
    """An open index. `create` makes the folder; `open` refuses what it cannot use and says what to do."""

    def __init__(self, folder: Path, settings: IndexSettings, embedder: Embedder, catalog: Catalog) -> None:
        self.folder = folder
        self.settings = settings
        self.embedder = embedder
        self.catalog = catalog
        self._identity = _identity(folder)

    @classmethod
    def open(cls, folder: Path, settings: IndexSettings, embedder: Embedder) -> IndexStore:
        """Open an index that is there.

        Raises:
            IndexMissing, IndexVersion, SettingsMismatch, IndexDamaged: each says what to do.
        """
        if not _is_there(folder):
            raise IndexMissing(f"There is no index in {folder}.", "Make one with: rag index FOLDER")
        catalog = Catalog(folder / FILE_NAME)
        try:
            _require_usable(catalog, settings.fingerprint(embedder), folder)
        except BaseException:  # whatever stopped it, the file is let go and the error goes on
            catalog.close()
            raise
        return cls(folder, settings, embedder, catalog)

    @classmethod
    def create(cls, folder: Path, settings: IndexSettings, embedder: Embedder) -> IndexStore:
        """Open the index in `folder`, or lay out an empty one."""
        if _is_there(folder):
            return cls.open(folder, settings, embedder)
        with writing_to(folder):
            if not _is_there(folder):
                _lay_out(
                    folder,
                    {"format": FORMAT_VERSION, "id": uuid4().hex, "generation": "0", **settings.fingerprint(embedder)},
                )
        return cls.open(folder, settings, embedder)

    @property
    def vectors(self) -> VectorStore:
        """The vectors, opened anew when another process has changed them since."""
        meta = self.catalog.meta()

        def make() -> VectorStore:
            return VectorStore(
                self.folder / FOLDER, self.settings.chroma_url, self.settings.chroma_collection, meta.get("id", "")
            )

        return shared_vectors(self.folder.resolve(), _version(meta), self, make)

    def refresh(self) -> None:
        """Notice that the index was deleted or made anew under an open store.

        Raises:
            IndexMissing: it is gone. IndexVersion, SettingsMismatch, IndexDamaged: the new one cannot be used.
        """
        identity = _identity(self.folder)
        if identity == self._identity:
            return
        self.close()
        fresh = IndexStore.open(self.folder, self.settings, self.embedder)
        self.catalog, self._identity = fresh.catalog, fresh._identity

    def changed(self) -> None:
        """Tell other processes, by the catalog, that the vectors are not what they were."""
        meta = self.catalog.meta()
        meta["generation"] = str(int(meta.get("generation", "0")) + 1)
        self.catalog.set_meta("generation", meta["generation"])
        written(self.folder.resolve(), _version(meta))

    def close(self) -> None:
        """Let go of all files."""
        let_go(self.folder.resolve(), self)
        self.catalog.close()


def _version(meta: Mapping[str, str]) -> str:
    return f"{meta.get('id')}:{meta.get('generation')}"


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = (folder / FILE_NAME).stat()
    except OSError:  # it is gone, or cannot be entered: opening it says which
        return None
    return status.st_dev, status.st_ino


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Be the only writer of an index folder; the folder is made if need be.

    Raises:
        IndexLocked: another process is writing. IndexReadOnly: the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "write.lock")
        lock.acquire(timeout=0)
    except Timeout as error:
        raise IndexLocked(
            f"Another process is writing to {folder}.", "Wait until it has finished, then run this again."
        ) from error
    except OSError as error:
        raise IndexReadOnly(
            f"{folder} cannot be written to ({error.strerror}).", "Choose another folder with --index."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _is_there(folder: Path) -> bool:
    try:
        return (folder / FILE_NAME).is_file()
    except OSError as error:
        raise IndexReadOnly(
            f"{folder} cannot be entered ({error.strerror}).", "Check the folder's permissions."
        ) from error


def _lay_out(folder: Path, meta: dict[str, str]) -> None:
    """Make the catalog aside and move it into place, so that a crash leaves none rather than half of one."""
    aside = folder / f"{FILE_NAME}.new"
    aside.unlink(missing_ok=True)
    catalog = Catalog(aside)
    catalog.create(meta)
    catalog.close()
    aside.replace(folder / FILE_NAME)


def _require_usable(catalog: Catalog, fingerprint: dict[str, str], folder: Path) -> None:
    meta = catalog.meta()
    if "format" not in meta:
        raise IndexDamaged(f"The catalog in {folder} is incomplete.", _anew(folder))
    if meta["format"] != FORMAT_VERSION:
        raise IndexVersion(
            f"The index in {folder} has format {meta['format']}; this version reads {FORMAT_VERSION}.", _anew(folder)
        )
    for name, value in fingerprint.items():
        if meta.get(name) != value:
            raise SettingsMismatch(
                f"The index in {folder} was made with {name.replace('_', ' ')} {meta.get(name)}, and the settings now say {value}.",
                f"Go back to those settings, choose another folder with --index, or index anew: delete {folder} and run `rag index`.",
            )


def _anew(folder: Path) -> str:
    return f"Delete {folder} and run `rag index FOLDER` again."
