"""`rag.answer`: the answer function for notebooks, on the default index."""

from __future__ import annotations

import threading
from pathlib import Path

from rag.assistant import Assistant, FilterValues, open_index
from rag.records.answers import Answer
from rag.settings import Settings

_opened: dict[Path, Assistant] = {}
_guard = threading.Lock()


def answer(question: str, filters: FilterValues = None) -> Answer:
    """Answer from the default index: the folder `RAG_INDEX` names, else `./.rag`. It is opened once and kept.

    Raises:
        IndexMissing: there is none; none is built silently. BadQuestion, BadFilter: see `Assistant.answer`.
    """
    settings = Settings.load()
    folder = settings.index.resolve()
    with _guard:
        if folder not in _opened:
            _opened[folder] = open_index(folder, settings)
    return _opened[folder].answer(question, filters)
