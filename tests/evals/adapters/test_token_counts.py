"""Tokens of a language model: counted where its server counts, estimated where not, and each answer by itself."""

from __future__ import annotations

import threading
from typing import Any

from llama_index.core.base.llms.types import ChatMessage, ChatResponse, CompletionResponse, LLMMetadata, MessageRole
from llama_index.core.llms import CustomLLM
from llama_index.core.llms.callbacks import llm_completion_callback

from evals.adapters.metered_writer import MeteredWriter
from evals.adapters.token_meter import TokenMeter
from evals.usage import Usage
from rag.writing.language_model import LanguageModel

COUNTED = {"usage": {"prompt_tokens": 321, "completion_tokens": 7}}


class Chatting(CustomLLM):
    """Streams what it is told, word by word; the last piece carries what the server counted, if it counts."""

    said: str = "Built in 1801 [1]."
    raw: Any = None
    breaks: bool = False

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(context_window=4_096, num_output=200)

    def stream_chat(self, messages: Any, **kwargs: Any) -> Any:
        for word in self.said.split(" "):
            yield ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=""), delta=f"{word} ")
        if self.breaks:
            raise ConnectionError("gone")
        yield ChatResponse(message=ChatMessage(role=MessageRole.ASSISTANT, content=self.said), delta="", raw=self.raw)

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        return CompletionResponse(text=self.said, raw=self.raw)

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> Any:
        yield self.complete(prompt)


def writer(llm: Chatting) -> MeteredWriter:
    return MeteredWriter(LanguageModel("fake", llm, tries=1, sleep=lambda _: None))


def test_the_servers_count_is_taken() -> None:
    asked = writer(Chatting(raw=COUNTED))

    assert "".join(asked.write("When?", [])).strip() == "Built in 1801 [1]."
    assert asked.taken() == Usage(321, 7, counted=True)
    assert asked.taken() == Usage(), "what was taken is not there any more"


def test_without_a_count_prompt_and_reply_are_estimated() -> None:
    asked = writer(Chatting())
    written = "".join(asked.write("When was it built?", []))
    usage = asked.taken()

    assert usage.completion_tokens == -(-len(written) // 4)
    assert usage.prompt_tokens > 100 and not usage.counted, "the rules are a part of the prompt"


def test_a_reply_that_broke_off_was_paid_for() -> None:
    asked = writer(Chatting(breaks=True))
    try:
        list(asked.write("When?", []))
    except Exception as error:
        assert "WriterFailed" in type(error).__name__
    usage = asked.taken()

    assert usage.prompt_tokens > 100 and usage.completion_tokens > 0 and not usage.counted


def test_every_thread_has_its_own_account() -> None:
    asked, found = writer(Chatting(raw=COUNTED)), {}

    def ask(name: str, times: int) -> None:
        for _ in range(times):
            list(asked.write("When?", []))
        found[name] = asked.taken()

    threads = [threading.Thread(target=ask, args=(name, times)) for name, times in (("asks", 1), ("does not", 0))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"asks": Usage(321, 7), "does not": Usage()}


def test_a_meter_counts_requests_that_others_make_and_a_chat_by_way_of_a_completion_once() -> None:
    meter = TokenMeter()
    llm = meter.on(Chatting(raw=COUNTED))
    llm.complete("When was it built?")
    assert meter.usage == Usage(321, 7)

    llm.chat([ChatMessage(role=MessageRole.USER, content="When?")])
    assert meter.usage is not None and meter.usage.prompt_tokens == 642


def test_a_meter_that_was_told_of_no_request_says_nothing() -> None:
    meter = TokenMeter()
    model = Chatting()
    assert meter.on(model) is not model and meter.usage is None
