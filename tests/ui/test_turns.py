"""A turn tells what has come since the page last asked, ends once, and lets go of what nobody waits for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from rag.errors import BadQuestion
from ui.page.turns import Told, Turn, Turns, latest


def _turn(*pieces: dict[str, Any]) -> Turn:
    def told() -> Told:
        yield from pieces

    return Turn(told(), lambda: {"finished": "stopped"})


def test_pieces_are_told_from_where_the_page_is() -> None:
    turn = _turn({"settled": "a", "pending": ""}, {"pending": "b"}, {"pending": "bc"}, {"finished": "end"})
    turn.listen()
    assert turn.since(0) == {"told": [{"settled": "a", "pending": ""}, {"finished": "end"}], "next": 4}
    assert turn.since(3) == {"told": [{"finished": "end"}], "next": 4}
    assert turn.since(4) == {"told": [], "next": 4}


def test_only_the_last_state_of_the_unchecked_text_is_told() -> None:
    assert latest([{"pending": "a"}, {"pending": "ab"}]) == [{"pending": "ab"}]
    assert latest([]) == []


def test_a_stopped_turn_ends_at_once_and_closes_what_made_it() -> None:
    go, closed = threading.Event(), threading.Event()

    def told() -> Told:
        try:
            yield {"pending": "a"}
            go.wait(10)
            yield {"pending": "ab"}
            yield {"finished": "never wanted"}
        finally:
            closed.set()

    turns = Turns()
    turn = Turn(told(), lambda: {"finished": "stopped"})
    assert turns.find(turns.begin(turn)) is turn
    assert turn.since(0)["told"] == [{"pending": "a"}]
    turn.stop()
    turn.stop()
    assert turn.since(1) == {"told": [{"finished": "stopped"}], "next": 2}
    go.set()
    assert closed.wait(10)
    assert turn.since(2)["told"] == []


def test_a_turn_that_nobody_reads_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.page.turns._FORSAKEN", -1.0)
    given: list[int] = []

    def told() -> Iterator[dict[str, Any]]:
        for number in range(5):
            given.append(number)
            yield {"pending": str(number)}

    turn = Turn(told(), lambda: {"finished": "stopped"})
    turn.listen()
    assert given == [0]
    assert turn.since(0) == {"told": [{"finished": "stopped"}], "next": 1}


def test_an_answer_that_is_whole_is_kept_for_a_page_that_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.page.turns._FORSAKEN", -1.0)
    turn = _turn({"finished": "end"})
    turn.listen()
    assert turn.since(0)["told"] == [{"finished": "end"}]


def test_a_turn_that_is_not_known_is_refused_with_the_remedy() -> None:
    with pytest.raises(BadQuestion, match="no longer being answered"):
        Turns().find("gone")
