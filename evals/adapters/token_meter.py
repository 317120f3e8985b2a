"""Counts the requests of a LlamaIndex language model that somebody else makes. Importing this loads LlamaIndex."""

from __future__ import annotations

from typing import Any

from llama_index.core.callbacks import CallbackManager, CBEventType, EventPayload
from llama_index.core.callbacks.base_handler import BaseCallbackHandler
from llama_index.core.llms import LLM

from evals.adapters.token_counts import counted, used, words_of
from evals.usage import Usage

_CHAT, _COMPLETION = "chat", "completion"


class TokenMeter(BaseCallbackHandler):
    """The requests of one question, told by the model's own callbacks. A request that broke off counts with its prompt."""

    def __init__(self) -> None:
        super().__init__([], [])
        self._asked: dict[str, str] = {}  # what a request asks, by its id
        self._open: dict[str, str] = {}  # requests without an end so far, by id: their kind
        self._requests: dict[str, Usage] = {}

    def on(self, llm: LLM) -> LLM:
        """The same model, counted by this meter alone. It shares the other's connections."""
        return llm.model_copy(update={"callback_manager": CallbackManager([self])})

    @property
    def usage(self) -> Usage | None:
        """All requests together; `None` where the model told of none."""
        return sum(self._requests.values(), Usage()) if self._requests else None

    def on_event_start(
        self,
        event_type: CBEventType,
        payload: dict[str, Any] | None = None,
        event_id: str = "",
        parent_id: str = "",
        **kwargs: Any,
    ) -> str:
        """A request goes out. A completion within a chat is the same request once more."""
        messages = (payload or {}).get(EventPayload.MESSAGES)
        kind = _COMPLETION if messages is None else _CHAT
        if event_type is CBEventType.LLM and not (kind == _COMPLETION and _CHAT in self._open.values()):
            asked = str((payload or {}).get(EventPayload.PROMPT) or "") if messages is None else words_of(messages)
            self._open[event_id], self._asked[event_id] = kind, asked
            self._requests[event_id] = used(asked, "", 0, 0)
        return event_id

    def on_event_end(
        self, event_type: CBEventType, payload: dict[str, Any] | None = None, event_id: str = "", **kwargs: Any
    ) -> None:
        """Its reply is whole, or it broke off."""
        known = self._open.pop(event_id, None)
        reply = (payload or {}).get(EventPayload.RESPONSE) or (payload or {}).get(EventPayload.COMPLETION)
        if known and reply is not None:
            written = reply.text if known == _COMPLETION else str(reply.message.content or "")
            self._requests[event_id] = used(self._asked[event_id], written, *counted(reply))

    def start_trace(self, trace_id: str | None = None) -> None:
        """Nothing is done."""

    def end_trace(self, trace_id: str | None = None, trace_map: dict[str, list[str]] | None = None) -> None:
        """Nothing is done."""
