"""What is wrong with the installation, the model or the index, and the remedy. Looks, and changes nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from index.embed import Embedder, SentenceTransformerEmbedder
from rag.doctor import checks, checks_writer
from rag.doctor.checks import Check, guarded
from rag.doctor.checks_index import index_checks
from rag.errors import BadSetting
from rag.settings import Settings


def examine(
    index: Path | str | None = None, settings: Settings | None = None, embedder: Embedder | None = None
) -> list[Check]:
    """Every check, in the order in which to put things right. Raises nothing: what goes wrong is a failed check.

    Args:
        index: the index folder; that of the settings where it is not given.
        settings: `Settings.load()` where they are not given.
        embedder: another embedding model than the one the settings name.
    """
    loaded, found = _settings(settings)
    chosen = embedder or SentenceTransformerEmbedder(loaded.embedding_model, allow_download=loaded.allow_download)
    folder = Path(index) if index is not None else loaded.index
    return [
        checks.python(),
        checks.packages(),
        found,
        checks.silence(),
        guarded("Embedding model", partial(checks.model, chosen)),
        guarded("Evidence model", partial(checks.evidence_model, loaded)),
        guarded("Support model", partial(checks.support_model, loaded)),
        checks_writer.writer(loaded),
        guarded("Disk space", partial(checks.space, folder)),
        *index_checks(folder, loaded, chosen),
    ]


def _settings(given: Settings | None) -> tuple[Settings, Check]:
    """The settings, or the defaults where the environment holds something that cannot be used."""
    try:
        settings = given or Settings.load()
    except BadSetting as error:
        return Settings.model_construct(), Check("Settings", False, error.message, error.remedy)
    return settings, Check("Settings", True, "every RAG_… variable is a setting with a value that can be used")
