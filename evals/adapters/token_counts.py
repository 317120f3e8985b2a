"""What a LlamaIndex language model says of the tokens it used, and a chat that keeps account. Importing this loads LlamaIndex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from llama_index.core.callbacks.token_counting import get_tokens_from_response
from llama_index.core.llms import LLM, ChatMessage, ChatResponse

from evals.usage import Usage, estimated_tokens


def counted(response: Any) -> tuple[int, int]:
    """Tokens of the prompt and of the reply, as the server counted them; 0 where it did not say."""
    try:
        prompt, completion = get_tokens_from_response(response)
    except (TypeError, ValueError, AttributeError):  # servers send what they like beside the words
        return 0, 0
    return prompt or 0, completion or 0


def used(asked: str, written: str, prompt: int, completion: int) -> Usage:
    """One request: what was counted, and an estimate of what was not."""
    every = bool(prompt) and (bool(completion) or not written)
    return Usage(prompt or estimated_tokens(asked), completion or estimated_tokens(written), counted=every)


def words_of(messages: Sequence[ChatMessage]) -> str:
    """What a request asks."""
    return "\n".join(str(one.content or "") for one in messages)


class CountingChat:
    """Streams chats of a language model, and keeps what they used. A request that broke off was paid for, and counts."""

    def __init__(self, llm: LLM) -> None:
        self._llm = llm
        self._requests: list[Usage] = []

    @property
    def usage(self) -> Usage:
        """All requests so far."""
        return sum(self._requests, Usage())

    def stream_chat(self, messages: Sequence[ChatMessage], **kwargs: Any) -> Iterator[ChatResponse]:
        """See `llama_index.core.llms.LLM.stream_chat`."""
        place, asked, written, prompt, completion = len(self._requests), words_of(messages), "", 0, 0
        self._requests.append(used(asked, "", 0, 0))
        for response in self._llm.stream_chat(messages, **kwargs):
            said, wrote = counted(response)
            written, prompt, completion = written + (response.delta or ""), max(prompt, said), max(completion, wrote)
            self._requests[place] = used(asked, written, prompt, completion)
            yield response
