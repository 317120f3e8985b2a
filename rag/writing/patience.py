"""Pieces from a source that may fall silent: each is waited for only so long."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Generator, Iterator
from queue import Empty, Queue

from rag.writing.failures import Waited

Source = Callable[[], Iterator[str]]
_END = object()


def patiently(source: Source, seconds: float, longest: float, most: int) -> Generator[str, None, None]:
    """What `source` gives, read in a thread of its own, so that nothing it does can keep us waiting.

    Closing the iterator stops the reading at the next piece. Empty pieces are signs of life and are not given on.

    Args:
        seconds: the longest wait for one piece.
        longest: the longest that all may take, signs of life or not.
        most: characters after which the rest is left unread.

    Raises:
        Waited: nothing came in time. And whatever `source` raises.
    """
    pieces: Queue[object] = Queue()
    stopped = threading.Event()
    threading.Thread(target=_read, args=(source, most, pieces, stopped), daemon=True, name="writer").start()
    end = time.monotonic() + longest
    try:
        while (piece := _next(pieces, min(seconds, end - time.monotonic()))) is not _END:
            if isinstance(piece, BaseException):
                raise piece
            if piece:
                yield str(piece)
    finally:
        stopped.set()


def _next(pieces: Queue[object], seconds: float) -> object:
    if seconds <= 0:
        raise Waited
    try:
        return pieces.get(timeout=seconds)
    except Empty:
        raise Waited from None


def _read(source: Source, most: int, pieces: Queue[object], stopped: threading.Event) -> None:
    """Runs in the thread. Its errors are raised where the pieces are read; there alone somebody can handle them."""
    try:
        if not _read_to_end(source, most, pieces, stopped):
            gc.collect()  # the clients of OpenAI and Anthropic hold their connection in a cycle, and the model writes on
        pieces.put(_END)
    except BaseException as error:
        pieces.put(error)


def _read_to_end(source: Source, most: int, pieces: Queue[object], stopped: threading.Event) -> bool:
    """Whether the source came to an end, rather than being left."""
    for piece in source():
        if stopped.is_set():
            return False
        pieces.put(piece[:most])
        most -= len(piece)
        if most <= 0:
            return False
    return True
