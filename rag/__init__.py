"""Question to evidence, evidence to an answer, every sentence with citations that can be checked.

    import rag
    assistant = rag.build("my-documents", index=".rag")
    assistant.answer("Where is the organisation to have its seat?")

Importing this is light: models load when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.document import Document, Metadata
    from corpus.errors import BadMetadata, RagError, SourceMissing, UnreadableFile
    from index.errors import (
        BadFilter,
        DocumentMissing,
        IndexDamaged,
        IndexLocked,
        IndexMissing,
        IndexReadOnly,
        IndexUnusable,
        IndexVersion,
        ModelMissing,
        SettingsMismatch,
        VectorsUnreachable,
    )
    from index.search import Filters, Hit
    from rag.assistant import Assistant, build
    from rag.assistant import open_index as open  # noqa: A004 - `rag.open` reads as what it does
    from rag.default import answer
    from rag.errors import BadAnswerFile, BadQuestion, BadSetting, ExtraMissing, WriterFailed
    from rag.records.answers import Answer, AnswerSentence, CheckedClaim, Citation, Speaker
    from rag.records.events import Finished, Settled, StartedOver, Wrote
    from rag.records.verdict import Finding, Verdict
    from rag.settings import Settings

_HOMES = {
    "corpus.document": ("Document", "Metadata"),
    "corpus.errors": ("RagError", "SourceMissing", "UnreadableFile", "BadMetadata"),
    "index.errors": (
        "BadFilter",
        "DocumentMissing",
        "IndexDamaged",
        "IndexLocked",
        "IndexMissing",
        "IndexReadOnly",
        "IndexUnusable",
        "IndexVersion",
        "ModelMissing",
        "SettingsMismatch",
        "VectorsUnreachable",
    ),
    "index.search": ("Filters", "Hit"),
    "rag.records.answers": ("Answer", "AnswerSentence", "CheckedClaim", "Citation", "Speaker"),
    "rag.assistant": ("Assistant", "build", "open"),
    "rag.default": ("answer",),
    "rag.errors": ("BadAnswerFile", "BadQuestion", "BadSetting", "ExtraMissing", "WriterFailed"),
    "rag.records.events": ("Finished", "Settled", "StartedOver", "Wrote"),
    "rag.settings": ("Settings",),
    "rag.records.verdict": ("Finding", "Verdict"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}
_RENAMED = {"open": "open_index"}

__all__ = [
    "Answer",
    "AnswerSentence",
    "Assistant",
    "BadAnswerFile",
    "BadFilter",
    "BadMetadata",
    "BadQuestion",
    "BadSetting",
    "CheckedClaim",
    "Citation",
    "Document",
    "DocumentMissing",
    "ExtraMissing",
    "Filters",
    "Finding",
    "Finished",
    "Hit",
    "IndexDamaged",
    "IndexLocked",
    "IndexMissing",
    "IndexReadOnly",
    "IndexUnusable",
    "IndexVersion",
    "Metadata",
    "ModelMissing",
    "RagError",
    "Settings",
    "SettingsMismatch",
    "Settled",
    "SourceMissing",
    "Speaker",
    "StartedOver",
    "UnreadableFile",
    "VectorsUnreachable",
    "Verdict",
    "WriterFailed",
    "Wrote",
    "answer",
    "build",
    "open",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME_OF[name]), _RENAMED.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
