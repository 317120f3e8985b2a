"""An answer on its way, on a terminal: sentences as they are checked, and in their place at the end the answer itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rag.records.events import Event, Finished, Settled, StartedOver

if TYPE_CHECKING:
    from rich.console import Console, Group

    from rag.records.answers import Answer, AnswerSentence

_WORKING = "Reading, writing and checking …"


def streamed(console: Console, events: Iterable[Event]) -> Answer:
    """Show what settles until the answer is there, then clear it away: what the answer says holds, whatever came before.

    Raises: what the events raise.
    """
    from rich.live import Live

    settled: list[AnswerSentence] = []
    with Live(_so_far(settled), console=console, transient=True) as live:
        for event in events:
            if isinstance(event, Finished):
                return event.answer
            if isinstance(event, StartedOver):
                settled.clear()
            elif isinstance(event, Settled) and event.kept:
                settled.append(event.sentence)
            else:
                continue
            live.update(_so_far(settled), refresh=True)
    raise RuntimeError("an answer ended without its last event")


def _so_far(settled: Iterable[AnswerSentence]) -> Group:
    from rich.console import Group
    from rich.spinner import Spinner

    from ui.terminal import paragraph

    return Group(*(paragraph(sentence) for sentence in settled), Spinner("dots", _WORKING))
