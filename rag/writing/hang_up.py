"""Connections that end when nobody waits for them: a server that sends without end is hung up on, whatever it sends.

A library gives a piece on when it has read a whole line, and may never have one. So the bytes themselves are watched.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import Any

import httpx

left_alone: ContextVar[threading.Event | None] = ContextVar("left_alone", default=None)
"""Set in the thread that makes a request: once the event is, nobody waits for its reply."""


class LeftAlone(httpx.ReadError):
    """Nobody waits for this reply any more."""


class _Watched(httpx.SyncByteStream):
    """The bytes of a reply for as long as somebody waits for it."""

    def __init__(self, stream: httpx.SyncByteStream, left: threading.Event) -> None:
        self._stream, self._left = stream, left

    def __iter__(self) -> Iterator[bytes]:
        for data in self._stream:
            if self._left.is_set():
                raise LeftAlone("nobody waits for this reply any more")
            yield data

    def close(self) -> None:
        """Gives the connection back, or closes it where something is left unread."""
        self._stream.close()


def _watch(response: httpx.Response) -> None:
    left = left_alone.get()
    if left is not None and isinstance(response.stream, httpx.SyncByteStream):
        response.stream = _Watched(response.stream, left)


HOOKS: dict[str, list[Callable[..., Any]]] = {"response": [_watch]}
"""What an `httpx.Client` is given as `event_hooks`."""


def client(timeout: float) -> httpx.Client:
    """A client for any number of requests and threads. `timeout`: seconds of silence before a request fails."""
    return httpx.Client(timeout=timeout, event_hooks=HOOKS, follow_redirects=True)
