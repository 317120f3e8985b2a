"""Pieces from a source that may fall silent: each is waited for only so long."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from queue import Empty, Queue

from rag.writing.failures import Waited
from rag.writing.hang_up import left_alone
from rag.writing.thinking import WithoutThinking

Source = Callable[[], Iterator[str]]
_END = object()
_BREATH = 1.0  # seconds after which an empty piece is given, so that whoever reads may stop


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a source is read.

    Attributes:
        seconds: the longest wait for one piece.
        longest: the longest that all may take, signs of life or not, in seconds.
        most: characters of the reply after which the rest is left unread. most_thoughts: characters of reasoning.
    """

    seconds: float
    longest: float
    most: int
    most_thoughts: int


def patiently(source: Source, limits: Limits) -> Generator[str, None, None]:
    """What `source` gives without reasoning, read in a thread of its own, so that nothing it does can keep us waiting.

    Closing the iterator stops the reading at the next piece, and at the next bytes where the source reads through
    `hang_up.client`. Pieces without a character are signs of life; one is given on where nothing else came for a second.

    Raises:
        Waited: nothing came in time. And whatever `source` raises.
    """
    pieces: Queue[object] = Queue()
    stopped = threading.Event()
    threading.Thread(target=_read, args=(source, limits, pieces, stopped), daemon=True, name="writer").start()
    try:
        yield from _given(pieces, limits)
    finally:
        stopped.set()


def _given(pieces: Queue[object], limits: Limits) -> Iterator[str]:
    began = told = given = time.monotonic()
    while (piece := _next(pieces, min(told + limits.seconds, began + limits.longest))) is not _END:
        now = time.monotonic()
        if isinstance(piece, BaseException):
            raise piece
        told = told if piece is None else now
        if piece or now - given >= _BREATH:
            given = now
            yield str(piece or "")


def _next(pieces: Queue[object], end: float) -> object:
    """`None`: nothing came for a while, and there is time left."""
    left = end - time.monotonic()
    if left <= 0:
        raise Waited
    try:
        return pieces.get(timeout=min(left, _BREATH))
    except Empty:
        return None


def _read(source: Source, limits: Limits, pieces: Queue[object], stopped: threading.Event) -> None:
    """Runs in the thread. Its errors are raised where the pieces are read; there alone somebody can handle them."""
    left_alone.set(stopped)
    try:
        if not _read_to_end(source, limits, pieces, stopped):
            gc.collect()  # the clients of OpenAI and Anthropic hold their connection in a cycle, and the model writes on
        pieces.put(_END)
    except BaseException as error:
        pieces.put(error)


def _read_to_end(source: Source, limits: Limits, pieces: Queue[object], stopped: threading.Event) -> bool:
    """Whether the source came to an end, rather than being left."""
    reply, most, thoughts = WithoutThinking(), limits.most, limits.most_thoughts
    for piece in source():
        if stopped.is_set():
            return False
        said = reply.feed(piece)
        pieces.put(said[:most])
        most -= len(said)
        thoughts -= max(len(piece) - len(said), 0)
        if most <= 0 or thoughts <= 0:
            return False
    pieces.put(reply.finish()[:most])
    return True
