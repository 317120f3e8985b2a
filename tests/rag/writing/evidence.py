"""Evidence sentences made by hand."""

from __future__ import annotations

from rag.records.answers import Citation, Speaker
from rag.records.drafts import Numbered
from rag.records.source import Source


def numbered(
    number: int,
    text: str,
    *,
    document: str = "a",
    before: str = "",
    speaker: Speaker | None = None,
    title: str = "Seat agreed",
) -> Numbered:
    """One evidence sentence of a news item of 26 July 2025."""
    citation = Citation(
        document, title, "news", "The Daily", "2025-07-26", 0, len(text), text, "0" * 64, speaker=speaker
    )
    source = Source(
        text, before=before, title=title, kind="news", publisher="The Daily", date="2025-07-26", speaker=speaker
    )
    return Numbered(number, citation, source)


SEAT = [
    numbered(1, "The organisation is to have its seat in the harbour town."),
    numbered(2, "Nine states signed the agreement on 26 July.", document="b", title="Nine sign"),
    numbered(3, "Fishermen warn that rents will rise.", document="b", title="Nine sign"),
]
