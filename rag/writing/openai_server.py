"""LlamaIndex's OpenAI model for every server that speaks the protocol: one that takes model names it does not know."""

from __future__ import annotations

from llama_index.core.base.llms.types import LLMMetadata, MessageRole
from llama_index.llms.openai import OpenAI


class AnyOpenAI(OpenAI):
    """Chats with any model. The class above looks names up in a list, and refuses what came out since."""

    @property
    def metadata(self) -> LLMMetadata:
        """A chat model; its context is not known here and is not asked for."""
        return LLMMetadata(is_chat_model=True, model_name=self.model, system_role=MessageRole.SYSTEM)

    @classmethod
    def class_name(cls) -> str:
        """As LlamaIndex names it."""
        return "openai_like_llm"
