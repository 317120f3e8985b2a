"""Progress of long work, shown on the terminal or told to a callback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

ProgressCallback = Callable[[float, str], None]
"""Told the share that is done (0 to 1) and what is being worked on."""


class Progress:
    """Counts work done against a total (any unit) and tells whoever listens."""

    def __init__(self, tell: ProgressCallback, total: float) -> None:
        self._tell = tell
        self._total = max(total, 1e-9)
        self._done = 0.0

    def advance(self, amount: float, label: str) -> None:
        """So much more is done."""
        self._done += amount
        self._tell(min(self._done / self._total, 1.0), label)


@contextmanager
def progress_over(total: float, show: bool | ProgressCallback) -> Iterator[Progress]:
    """A progress bar on standard error (`True`), none (`False`), or a callback."""
    if callable(show):
        yield Progress(show, total)
    elif not show or total <= 0:
        yield Progress(lambda share, label: None, total)
    else:
        with _bar() as tell:
            yield Progress(tell, total)


@contextmanager
def _bar() -> Iterator[ProgressCallback]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("Indexing"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn())
    with Bar(*columns, TextColumn("{task.description}"), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)

        def tell(share: float, label: str) -> None:
            bar.update(task, completed=share, description=label[-40:])

        yield tell
