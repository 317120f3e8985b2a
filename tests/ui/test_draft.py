"""An answer on its way as the page is told of it: nothing unchecked looks checked, and nothing is lost or kept too long."""

from __future__ import annotations

import pytest

from rag.records.events import Finished, Settled, StartedOver, Wrote
from tests.ui.scripted import AGREED, BUDGET, PRAISED, SEATED, as_events, written
from tests.ui.stand_in import HOSTILE, StandIn
from ui.page.draft import Draft, pending, rest_after

ANSWER = written(StandIn())


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("It has a seat.[1][2] It", "It has a seat. It"),
        ("It has a seat [1, 2]. It", "It has a seat. It"),
        ("It has a seat.[1", "It has a seat."),
        ("In [2024] it", "In [2024] it"),
        ("【3】", ""),
    ],
)
def test_numbers_that_nobody_has_checked_are_not_shown(raw: str, shown: str) -> None:
    assert pending(raw) == shown


@pytest.mark.parametrize(
    ("raw", "rest"),
    [
        ("It is large. [1] And", "And"),
        ("Sure! It is\nlarge [1][2]. “And so", "“And so"),
        ("According to [3], it is large. And", "And"),
        ("It [1] is large.", ""),
        ("Something else entirely", ""),
    ],
)
def test_what_follows_a_settled_sentence_stays(raw: str, rest: str) -> None:
    assert rest_after("It is large.", raw) == rest


def test_a_sentence_moves_from_unchecked_to_its_verdict() -> None:
    draft = Draft()
    assert draft.take(Wrote(f"{SEATED} [1] Its budg")) == {"pending": f"{SEATED} Its budg"}
    told = draft.take(Settled(ANSWER.sentences[0], True))
    assert told is not None
    assert told["pending"] == "Its budg"
    assert told["said"] == f"Supported, citation corrected: {SEATED}"
    assert [c.quote for c in told["cited"]] == [ANSWER.footnotes[0].quote]


def test_a_removed_sentence_is_struck_and_says_so_and_has_no_number() -> None:
    draft = Draft()
    draft.take(Wrote(BUDGET))
    told = draft.take(Settled(ANSWER.removed[0], False))
    assert told is not None
    assert f"<s>{BUDGET}</s>" in told["settled"]
    assert "unsupported, removed" in told["settled"]
    assert 'class="reference"' not in told["settled"]
    assert told["cited"] == []


def test_numbers_while_it_comes_are_those_of_the_answer() -> None:
    draft = Draft()
    told = [draft.take(event) for event in as_events(ANSWER) if not isinstance(event, Finished)]
    assert [c.key for t in told if t for c in t.get("cited", [])] == [c.key for c in ANSWER.footnotes]
    assert draft.removed == list(ANSWER.removed)


def test_sentences_that_nobody_wrote_are_not_shown_one_by_one() -> None:
    draft = Draft()
    assert draft.take(Settled(ANSWER.sentences[0], True)) is None
    assert not draft.was_shown


def test_starting_over_forgets_what_came() -> None:
    draft = Draft()
    for event in as_events(ANSWER)[:-1]:
        draft.take(event)  # type: ignore[arg-type]
    assert draft.take(StartedOver("it failed")) == {"over": True}
    assert draft.take(Settled(ANSWER.sentences[0], True)) is None
    assert [s.text for s in draft.stopped("q").sentences] == [SEATED]


def test_stopping_keeps_what_was_checked_alone() -> None:
    draft = Draft()
    for event in as_events(ANSWER)[:6]:
        draft.take(event)  # type: ignore[arg-type]
    draft.take(Wrote(AGREED + PRAISED))
    answer = draft.stopped("q")
    assert [s.text for s in answer.sentences] == [SEATED]
    assert [s.text for s in answer.removed] == [BUDGET]


def test_reasoning_and_hostile_pieces() -> None:
    draft = Draft()
    assert draft.take(Wrote("<think>They want")) == {"pending": ""}
    told = draft.take(Wrote(f"</think>{HOSTILE}"))
    assert told is not None
    assert "\u202e" not in told["pending"]
    assert rest_after("a", "[" * 20_000) == ""
