"""One open Chroma folder a process, shared by all who read it.

Chroma itself keeps one system for a folder as long as any client of it lives, so that opening "anew" beside another client
gives the old state. Here everybody gets the same `VectorStore`, and all get the new one once another process has written.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.vectors import VectorStore


@dataclass(slots=True)
class _Shared:
    store: VectorStore
    version: str
    users: set[int]


_shared: dict[Path, _Shared] = {}
_guard = threading.Lock()


def shared_vectors(folder: Path, version: str, user: object, make: Callable[[], VectorStore]) -> VectorStore:
    """The folder's store as of `version`: the one that is open, or a new one in its place."""
    with _guard:
        entry = _shared.get(folder)
        if entry is not None and entry.version != version:
            entry.store.close()
            users = _shared.pop(folder).users
        else:
            users = entry.users if entry else set()
        if folder not in _shared:
            _shared[folder] = _Shared(make(), version, users)
        _shared[folder].users.add(id(user))
        return _shared[folder].store


def written(folder: Path, version: str) -> None:
    """This process has written: what is open is of the new version."""
    with _guard:
        if folder in _shared:
            _shared[folder].version = version


def let_go(folder: Path, user: object) -> None:
    """One reader less; the last one closes the store."""
    with _guard:
        entry = _shared.get(folder)
        if entry is None:
            return
        entry.users.discard(id(user))
        if not entry.users:
            _shared.pop(folder).store.close()
