"""The errors that the project raises on purpose.

    RagError
    ├── CorpusError             (corpus)
    │   ├── SourceMissing       the folder or file is not there
    │   ├── UnreadableFile      one file that cannot become a document
    │   └── BadMetadata         documents.csv or a metadata value is not usable
    ├── …                       (index/errors.py)
    └── …                       (rag/errors.py)

Each carries a `remedy`: one sentence that says what to do. The command line and the page show both.
"""

from __future__ import annotations

from dataclasses import dataclass


class RagError(Exception):
    """Base of every error raised on purpose: what happened, and what to do about it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class CorpusError(RagError):
    """Something about the source documents is not usable."""


class SourceMissing(CorpusError):
    """The folder or file that was named does not exist or cannot be entered."""


class UnreadableFile(CorpusError):
    """One file that cannot become a document; the others go on without it."""


class BadMetadata(CorpusError):
    """A metadata table or value that cannot be used."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One document that was left out: which, why, and what to do about it."""

    id: str
    reason: str
    remedy: str = ""

    @classmethod
    def of(cls, id: str, error: RagError) -> Failure:
        """The failure that `error` meant for the document `id`."""
        return cls(id, error.message, error.remedy)
