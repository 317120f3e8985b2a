"""SmolLM2 as a LlamaIndex language model, so that it is asked like every other."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from llama_index.core.base.llms.types import (
    ChatMessage,
    ChatResponse,
    CompletionResponse,
    LLMMetadata,
    MessageRole,
)
from llama_index.core.llms.custom import CustomLLM

from rag.writing.local import NAME, reply

_CONTEXT = 2_048  # tokens that the model was trained to read
_MOST_TOKENS = 200


class LocalModel(CustomLLM):
    """A GGUF file with a chat template; `path` is where it lies. Greedy, so that the same prompt gives the same words."""

    path: str

    @property
    def metadata(self) -> LLMMetadata:
        """What LlamaIndex asks of every model."""
        return LLMMetadata(context_window=_CONTEXT, num_output=_MOST_TOKENS, is_chat_model=True, model_name=NAME)

    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> Generator[ChatResponse, None, None]:
        """The reply, word by word."""
        told = ""
        for piece in self._reply(
            [{"role": message.role.value, "content": message.content or ""} for message in messages]
        ):
            told += piece
            yield ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=told), delta=piece)

    def chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> ChatResponse:
        """The whole reply."""
        words = "".join(response.delta or "" for response in self.stream_chat(messages))
        return ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=words))

    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        """The whole reply to one message."""
        return CompletionResponse(text="".join(self._reply([{"role": "user", "content": prompt}])))

    def stream_complete(
        self, prompt: str, formatted: bool = False, **kwargs: Any
    ) -> Generator[CompletionResponse, None, None]:
        """The reply to one message, word by word."""
        told = ""
        for piece in self._reply([{"role": "user", "content": prompt}]):
            told += piece
            yield CompletionResponse(text=told, delta=piece)

    def _reply(self, messages: Sequence[dict[str, str]]) -> Iterator[str]:
        return reply(Path(self.path), messages, _MOST_TOKENS, _CONTEXT - _MOST_TOKENS)
