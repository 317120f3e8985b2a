"""LlamaIndex's Anthropic model for every name: the class looks names up in a list, and refuses what came out since."""

from __future__ import annotations

from typing import Any

from llama_index.core.base.llms.types import LLMMetadata
from llama_index.llms.anthropic import Anthropic
from llama_index.llms.anthropic.utils import CLAUDE_MODELS

from rag.writing.hang_up import client


class AnyAnthropic(Anthropic):  # type: ignore[misc]  # its package is an extra: without it, the class is of any type
    """Chats with any model."""

    @property
    def metadata(self) -> LLMMetadata:
        """A chat model; its context is not known here and is not asked for."""
        return LLMMetadata(is_chat_model=True, model_name=self.model, num_output=self.max_tokens)

    def hanging_up(self, timeout: float) -> None:
        """Use connections that end when nobody waits; the constructor takes no client of ours. `timeout`: seconds."""
        self._client: Any = self._client.with_options(http_client=client(timeout))


def temperature(model: str) -> float:
    """The steadiest that a model takes: the list knows which take none; one that is not in it may take only its own."""
    return 0.0 if model in CLAUDE_MODELS else 1.0
