"""What a sync did: `SyncReport`."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from corpus.errors import Failure


@dataclass(slots=True)
class SyncReport:
    """What was added, changed, removed, left alone (ids), what failed, and what the reader should know."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    documents: int = 0
    passages: int = 0
    embedded: int = 0
    """Passages that were embedded in this sync."""

    def summary(self) -> str:
        """One line: "Indexed 18 documents (2 added, 16 unchanged), 1 could not be read." """
        counts = {"added": self.added, "changed": self.changed, "removed": self.removed, "unchanged": self.unchanged}
        parts = ", ".join(f"{len(ids)} {name}" for name, ids in counts.items() if ids)
        noun = "document" if self.documents == 1 else "documents"
        text = f"Indexed {self.documents} {noun}" + (f" ({parts})" if parts else "")
        return text + (f", {len(self.failed)} could not be read." if self.failed else ".")

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return asdict(self)
