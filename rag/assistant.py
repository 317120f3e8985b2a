"""What people hold in their hands: an `Assistant` over one index, and the two functions that make one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.document import Document, Metadata
from index.catalog import DocumentInfo
from index.embed import Embedder, SentenceTransformerEmbedder
from index.errors import DocumentMissing
from index.passage import Passage
from index.progress import ProgressCallback
from index.report import SyncReport
from index.search import Filters, Hit, search
from index.store import IndexStore
from index.sync import remove_document, set_metadata, sync_documents, sync_folder
from rag.answering.pipeline import Answering
from rag.reading.choose import choose
from rag.reading.evidence import Reader
from rag.reading.question import parse
from rag.records.answers import Answer
from rag.records.drafts import Writer
from rag.records.events import Event, Finished
from rag.settings import Settings

if TYPE_CHECKING:
    from llama_index.core.query_engine import BaseQueryEngine
    from llama_index.core.retrievers import BaseRetriever

FilterValues = Mapping[str, Any] | Filters | None


class Assistant:
    """Answers questions from one index. Safe to use from several threads.

    Args:
        store: the open index.
        settings: see `Settings`.
        reader: finds the evidence in passages; the settings choose it where none is given.
        report: what the sync did that led here, if one did.
        writer: writes answers; the settings choose it where none is given.
    """

    def __init__(
        self,
        store: IndexStore,
        settings: Settings,
        reader: Reader | None = None,
        report: SyncReport | None = None,
        writer: Writer | None = None,
    ) -> None:
        self._store = store
        self.settings = settings
        self._reader = reader or choose(settings, store)
        self._writer = writer
        self.report = report or SyncReport()

    @property
    def reader(self) -> Reader:
        """What finds the evidence."""
        return self._reader

    # -- asking -------------------------------------------------------------------------------------------------------

    def answer(self, question: str, filters: FilterValues = None) -> Answer:
        """Answer a question from the documents, or abstain and show the nearest sentences.

        Every sentence has been checked against what it cites; what does not stand is not in the answer (see `Settings.unsupported`).

        Raises:
            BadQuestion: empty or too long. BadFilter: an unknown filter or value. ExtraMissing, BadSetting: the language
                model that the settings name cannot be used.
        """
        last = None
        for event in self.stream(question, filters):
            last = event
        if not isinstance(last, Finished):
            raise RuntimeError("an answer ended without its last event")
        return last.answer

    def stream(self, question: str, filters: FilterValues = None) -> Iterator[Event]:
        """The same, as it comes about: words as they are written, sentences as they are checked, at the end `Finished`.

        Raises (at the first step): as `answer`.
        """
        return self.answering.stream(question, Filters.parse(filters))

    def search(self, question: str, k: int = 10, filters: FilterValues = None) -> list[Hit]:
        """The `k` best passages, best first.

        Raises:
            BadQuestion: empty or too long. BadFilter: an unknown filter or value.
        """
        return search(self._store, parse(question, self.settings.longest_question).text, k, Filters.parse(filters))

    def load(self) -> None:
        """Load the models now that the first question would load. A language model is asked nothing.

        Raises:
            ModelMissing, ExtraMissing, BadSetting: what the first question would raise.
        """
        question = parse("What is this collection about?", self.settings.longest_question)
        hits = search(self._store, question.text, 1, Filters.parse(None))
        self.answering.reader.read(question, hits)

    @cached_property
    def answering(self) -> Answering:
        """The way from a question to an answer, with its parts."""
        from rag.answering.choose import checker, writer

        chosen = self._writer or writer(self.settings)
        judge = checker(self.settings, self._store, chosen)
        return Answering(self._store, self.settings, self._reader, judge, chosen)

    # -- the collection -----------------------------------------------------------------------------------------------

    @property
    def index(self) -> Path:
        """The index folder."""
        return self._store.folder

    def documents(self) -> list[DocumentInfo]:
        """All indexed documents, ordered by id."""
        self._store.refresh()
        return self._store.catalog.infos()

    def document(self, id: str) -> Document:
        """An indexed document with its text.

        Raises:
            DocumentMissing: there is none of that id.
        """
        self._store.refresh()
        return self._store.catalog.document(id)

    def passages(self, document_id: str) -> list[Passage]:
        """The passages of an indexed document, in reading order; none where there is no document of that id."""
        self._store.refresh()
        ids = self._store.catalog.passage_ids(document_id)
        found = self._store.catalog.passages(ids)
        return [found[passage] for passage in ids if passage in found]

    def set_metadata(self, id: str, metadata: Metadata, clear: Sequence[str] = ()) -> None:
        """Put these values over what the document says of itself; kept when the file changes.

        `clear` names fields whose set value is taken back, so that the document's own holds again.

        Raises:
            DocumentMissing: there is none of that id. IndexLocked: another process is writing.
        """
        set_metadata(self._store, id, metadata, clear)

    def remove(self, id: str) -> None:
        """Forget a document. The next sync of its folder brings it back, if its file is still there.

        Raises:
            DocumentMissing: there is none of that id. IndexLocked: another process is writing.
        """
        if self._store.catalog.source_of(id) is None:
            raise DocumentMissing(f"No document {id!r} is indexed.", "See what there is with: rag docs")
        remove_document(self._store, id)

    def sync(self, source: Path | str | Iterable[Document], progress: bool | ProgressCallback = False) -> SyncReport:
        """Bring the index up to date with a folder, a file, or documents handed in."""
        if isinstance(source, (str, Path)):
            self.report = sync_folder(
                self._store, Path(source), max_file_bytes=self.settings.max_file_bytes, show=progress
            )
        else:
            self.report = sync_documents(self._store, source, show=progress)
        return self.report

    def close(self) -> None:
        """Let go of the index's files."""
        self._store.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- LlamaIndex ---------------------------------------------------------------------------------------------------

    def as_retriever(self, k: int = 10, filters: FilterValues = None) -> BaseRetriever:
        """A LlamaIndex retriever over this index; its nodes carry document id and offsets."""
        from rag.llama import PassageRetriever

        return PassageRetriever(self, k, Filters.parse(filters))

    def as_query_engine(self, filters: FilterValues = None) -> BaseQueryEngine:
        """A LlamaIndex query engine that answers as `answer` does; its source nodes are the cited spans."""
        from rag.llama import AnswerQueryEngine

        return AnswerQueryEngine(self, Filters.parse(filters))


def build(
    source: Path | str | Iterable[Document],
    index: Path | str | None = None,
    progress: bool | ProgressCallback = True,
    settings: Settings | None = None,
    embedder: Embedder | None = None,
    writer: Writer | None = None,
) -> Assistant:
    """Bring the index in folder `index` up to date with `source`, and open it.

    Args:
        source: a folder or file, whose subtree is mirrored, or documents to be added; nothing else in the index is touched.
        index: the index folder; the setting `index` (`RAG_INDEX`, else `./.rag`) where it is not given.
        progress: a bar on standard error, none, or a callback told the share done and what is being worked on.
        settings: see `Settings`.
        embedder: another embedding model than the one the settings name.
        writer: another writer than the one the settings name.

    Raises:
        SourceMissing, IndexUnusable (and its children), ModelMissing, BadSetting: each says what to do.
    """
    settings, folder = _places(settings, index)
    if isinstance(source, (str, Path)):
        _require_source(Path(source))
    store = IndexStore.create(folder, settings.for_index(), embedder or _embedder(settings))
    assistant = Assistant(store, settings, writer=writer)
    try:
        assistant.sync(source, progress)
    except BaseException:  # Ctrl-C too: the index's files are let go and the error goes on
        assistant.close()
        raise
    return assistant


def open_index(
    index: Path | str | None = None,
    settings: Settings | None = None,
    embedder: Embedder | None = None,
    writer: Writer | None = None,
) -> Assistant:
    """Open an index that is there.

    Raises:
        IndexMissing, IndexUnusable (and its children), BadSetting: each says what to do.
    """
    settings, folder = _places(settings, index)
    store = IndexStore.open(folder, settings.for_index(), embedder or _embedder(settings))
    return Assistant(store, settings, writer=writer)


def _places(settings: Settings | None, index: Path | str | None) -> tuple[Settings, Path]:
    chosen = settings or Settings.load()
    return chosen, Path(index) if index is not None else chosen.index


def _embedder(settings: Settings) -> Embedder:
    return SentenceTransformerEmbedder(settings.embedding_model, allow_download=settings.allow_download)


def _require_source(source: Path) -> None:
    from corpus.folder import list_files

    if not source.is_dir() or not source.exists():
        list_files(source)
