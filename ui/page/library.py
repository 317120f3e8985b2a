"""The collection as the page lists it: each document with what is known of it, and the questions offered at first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

from corpus.document import Metadata
from rag.wording import clean, show_date


class Entry(TypedDict):
    """One document of the list. `shown_date` is `date` for people; `None` is unknown."""

    id: str
    label: str
    kind: str | None
    publisher: str | None
    date: str | None
    shown_date: str | None


def entry(id: str, metadata: Metadata) -> Entry:
    """What the page is told about a document. The id is exact: it is a key, and is escaped where it is shown."""
    return Entry(
        id=id,
        label=clean(metadata.title or id),
        kind=metadata.kind,
        publisher=clean(metadata.publisher) if metadata.publisher else None,
        date=metadata.date,
        shown_date=show_date(metadata.date),
    )


def examples(offered: Sequence[tuple[str, str]], entries: Iterable[Entry]) -> list[str]:
    """The questions of `offered` (question, id of the document that answers it) whose document is in the collection."""
    present = {e["id"] for e in entries}
    return [question for question, document_id in offered if document_id in present]
