"""The product's language model, with what each answer took of it counted."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from copy import copy
from typing import TYPE_CHECKING, Any, cast

from evals.usage import Usage

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

    from rag.records.drafts import Numbered
    from rag.writing.language_model import LanguageModel


class MeteredWriter:
    """A `rag` writer around another. Its account is of the thread that asks, so that several may.

    What the model is asked as a judge of support is not counted.
    """

    def __init__(self, writer: LanguageModel) -> None:
        self.name = writer.name
        self._writer = writer
        self._here = threading.local()

    @property
    def llm(self) -> LLM:
        """The language model itself, for whoever asks it something else."""
        return self._writer.llm

    def write(self, question: str, evidence: Sequence[Numbered]) -> Iterator[str]:
        """As the writer inside; see `rag.writing.language_model`."""
        from evals.adapters.token_counts import CountingChat

        chat, writer = CountingChat(self._writer.llm), copy(self._writer)
        writer.llm = cast("LLM", chat)  # a writer asks nothing of it but to stream chats
        try:
            with closing(cast("Any", writer.write(question, evidence))) as pieces:
                yield from pieces
        finally:
            self._here.usage = chat.usage

    def taken(self) -> Usage:
        """What was used in this thread since it was last asked."""
        usage: Usage = getattr(self._here, "usage", Usage())
        self._here.usage = Usage()
        return usage
