"""Any LlamaIndex language model as a writer: asked again where that may help, waited for only so long, cut off at a length."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from rag.errors import WriterFailed
from rag.records.drafts import Numbered
from rag.writing.failures import Advice, EmptyReply, Failure, explain
from rag.writing.patience import Limits, patiently
from rag.writing.prompt import Prompt, prompt

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

MOST_TOKENS = 800
"""The longest reply that a model is asked for; six sentences are about 250."""
_MOST_CHARACTERS = 8_000  # where a reply is cut off, whatever the model was asked for
_MOST_THOUGHTS = 60_000  # characters of reasoning before it, after which it is given up
_FIRST_WAIT = 0.5  # seconds before the second try; each further one waits twice as long
_PATIENCE = 10  # times the longest wait for one piece: the longest wait for a whole reply

ADVICE = Advice(
    "Check that its server runs.",
    "Check the name of the model.",
    "Check the key in RAG_WRITER_KEY or the provider's variable.",
)


class LanguageModel:
    """Writes with a LlamaIndex `LLM`. It is asked once for an answer; nothing is remembered between answers.

    Args:
        name: as people see it, such as "ollama/qwen3".
        llm: any that streams chats.
        timeout: seconds to wait for the next words.
        tries: how often one that fails is asked. Once it has begun to write, it is not asked again.
        compact: ask in few words, for small models.
        advice: what to do where it fails.
        sleep: waits between tries.
    """

    def __init__(
        self,
        name: str,
        llm: LLM,
        *,
        timeout: float = 60,
        tries: int = 3,
        compact: bool = False,
        advice: Advice = ADVICE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.name = name
        self.llm = llm
        self._limits = Limits(timeout, _PATIENCE * timeout, _MOST_CHARACTERS, _MOST_THOUGHTS)
        self._tries = tries
        self._compact = compact
        self._advice = advice
        self.sleep = sleep

    def write(self, question: str, evidence: Sequence[Numbered]) -> Iterator[str]:
        """The reply without reasoning, in pieces as they come. Closing the iterator cancels the request.

        A piece is empty where nothing came for a second; whoever reads may stop then.

        Raises:
            WriterFailed: it cannot be reached, refuses, falls silent, or answers nothing that can be read.
        """
        asked = prompt(question, evidence, compact=self._compact)
        for attempt in range(1, self._tries + 1):
            begun = False
            try:
                with closing(self._once(asked)) as pieces:
                    for piece in pieces:
                        begun = begun or bool(piece.strip())
                        yield piece
                if begun:
                    return
                raise EmptyReply
            except Exception as error:  # each library raises its own; `explain` tells them apart
                failure = explain(error, self.name, self._advice)
                if begun or not failure.again or attempt == self._tries:
                    raise _failed(failure, attempt) from error
            self.sleep(max(failure.wait, _FIRST_WAIT * 2 ** (attempt - 1)))

    def _once(self, asked: Prompt) -> Generator[str, None, None]:
        return patiently(lambda: _deltas(self.llm, asked), self._limits)


def _failed(failure: Failure, attempts: int) -> WriterFailed:
    asked = f" It was asked {attempts} times." if attempts > 1 else ""
    return WriterFailed(failure.message + asked, failure.remedy)


def _deltas(llm: LLM, asked: Prompt) -> Iterator[str]:
    """An empty piece where the model does something else than write: it thinks."""
    from llama_index.core.llms import ChatMessage, MessageRole

    before = [(MessageRole.USER, asked.example[0]), (MessageRole.ASSISTANT, asked.example[1])] if asked.example else []
    turns = [(MessageRole.SYSTEM, asked.system), *before, (MessageRole.USER, asked.user)]
    messages = [ChatMessage(role=role, content=content) for role, content in turns]
    for response in llm.stream_chat(messages):
        yield response.delta or ""
