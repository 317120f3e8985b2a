"""Questions on their way: each is answered in a thread of its own, and the page asks what has come since it last asked.

The page's calls answer once and cannot stream, so it asks again and again; a call waits a while for something new.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Generator
from contextlib import closing
from threading import Condition, Thread
from time import monotonic, sleep
from typing import Any

from rag.errors import BadQuestion

Piece = dict[str, Any]
"""Something that the page is told; the last piece of a turn holds `finished`."""
Told = Generator[Piece, None, None]
"""What the page is told, piece by piece. Closing it cancels what makes it."""

_LONGEST_WAIT = 20.0  # seconds that a call waits for something new
_GATHERING = 0.04  # seconds in which more may come that goes with it: about 20 calls a second at most
_FORSAKEN = 60.0  # seconds without a call after which nobody is there to read
_REMEMBERED = 32  # turns


class Turn:
    """What has been told of one answer so far.

    Args:
        told: makes the pieces.
        stopped: the last piece, where the reader stops it.
    """

    def __init__(self, told: Told, stopped: Callable[[], Piece]) -> None:
        self._coming, self._stopped = told, stopped
        self._told: list[Piece] = []
        self._changed = Condition()
        self._called = monotonic()
        self._over = False

    def listen(self) -> None:
        """Take in what comes until the end, or until nobody wants it any more: then what makes it is cancelled.

        A turn that nobody reads ends as a stopped one: a page that comes back, from a machine that slept, is told so.
        """
        with closing(self._coming) as coming:
            for piece in coming:
                if monotonic() - self._called > _FORSAKEN and "finished" not in piece:
                    self.stop()
                    return
                if not self._tell(piece):
                    return

    def stop(self) -> None:
        """End it with what there is. The thread that listens lets go with the next piece."""
        self._tell(self._stopped())

    def since(self, number: int) -> Piece:
        """`told`: the pieces from `number` on; `next`: the number to call with then. Waits for something new."""
        with self._changed:
            self._called = monotonic()
            self._changed.wait_for(lambda: len(self._told) > number or self._over, _LONGEST_WAIT)
            more_may_come = not self._over
        if more_may_come:
            sleep(_GATHERING)
        with self._changed:
            self._called = monotonic()
            return {"told": latest(self._told[number:]), "next": len(self._told)}

    def _tell(self, piece: Piece) -> bool:
        """Add a piece. `False`: nothing more is wanted, since the turn is over."""
        with self._changed:
            if not self._over:
                self._told.append(piece)
                self._over = "finished" in piece
                self._changed.notify_all()
            return not self._over


class Turns:
    """The turns of every page that is open; old ones are forgotten."""

    def __init__(self) -> None:
        self._turns: dict[str, Turn] = {}

    def begin(self, turn: Turn) -> str:
        """Start to listen; the key of the turn."""
        key = secrets.token_urlsafe(12)
        self._turns[key] = turn
        for old in list(self._turns)[:-_REMEMBERED]:
            self._turns.pop(old, None)
        Thread(target=turn.listen, daemon=True).start()
        return key

    def find(self, key: str) -> Turn:
        """The turn of that key.

        Raises:
            BadQuestion: there is none; the program was started again, or the turn is long over.
        """
        if key not in self._turns:
            raise BadQuestion("This question is no longer being answered.", "Ask it again.")
        return self._turns[key]


def latest(told: list[Piece]) -> list[Piece]:
    """What was told, without what a later piece replaces: of the states of the unchecked text only the last counts."""
    last = len(told) - 1
    return [piece for i, piece in enumerate(told) if set(piece) != {"pending"} or i == last]
