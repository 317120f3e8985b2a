"""From the settings to who writes and who checks. The heavy parts are imported when they are first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.document import Document
from index.errors import DocumentMissing
from index.store import IndexStore
from rag.records.drafts import Writer
from rag.settings import Settings

if TYPE_CHECKING:
    from rag.verify.checker import Checker

NO_WRITER = "none"


def writer(settings: Settings) -> Writer | None:
    """The language model that the settings name; `None`: sentences of the documents are the answer.

    Raises:
        BadSetting: no such provider, or its key is missing. ExtraMissing: its package is not installed.
    """
    if settings.writer == NO_WRITER:
        return None
    from rag.writing.choose import choose

    return choose(settings)


def checker(settings: Settings, store: IndexStore, writer: Writer | None) -> Checker:
    """What every sentence is checked with: all guards, and the support model that the settings name."""
    from rag.verify.checker import Checker
    from rag.verify.claims import split
    from rag.verify.guards import GUARDS
    from rag.verify.support.choose import choose

    def document(identity: str) -> Document | None:
        try:
            return store.catalog.document(identity)
        except DocumentMissing:
            return None

    return Checker(GUARDS, choose(settings, store.embedder, writer), documents=document, split=split)
