"""An assistant whose answers are written event by event by the test, as a language model's would come, and one such answer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from queue import Queue
from typing import Any

from rag.records.answers import Answer, AnswerSentence, CheckedClaim, Speaker
from rag.records.events import Event, Finished, Settled, Wrote
from rag.records.verdict import Finding, Verdict
from tests.ui.stand_in import SEAT, THEME, StandIn, cite

OPENED = "It was opened on 26 July 2025."
SEATED = "The body is tentatively to have its seat in Shanghai."
BUDGET = "Its budget is 40 million dollars."
AGREED = "All forty states have signed."
PRAISED = "A supporter welcomes the choice of city, and a critic rejects it."


def _finding(verdict: Verdict, reason: str, check: str = "support") -> Finding:
    return Finding(verdict, reason, check)


def written(held: StandIn) -> Answer:
    """Two sentences that stand, one of them in part, and two that were removed."""
    brief, notice = held.held[0], held.held[1]
    seat, opened = cite(brief, SEAT), cite(notice, OPENED)
    theme = cite(brief, THEME, Speaker("A supporter", "calls"))
    good = _finding(Verdict.SUPPORTED, "The cited text bears it out.")
    half = _finding(Verdict.PARTIAL, "The cited text bears out only a part of it.")
    claims = (
        CheckedClaim("A supporter welcomes the choice of city.", good),
        CheckedClaim("A critic rejects the choice of city.", half),
    )
    repaired = "The writer cited no text; the one that bears it out was found."
    kept = (
        AnswerSentence(SEATED, (seat,), ((SEATED.index("Shanghai"), len(SEATED) - 1),), good, repaired=repaired),
        AnswerSentence(PRAISED, (theme, seat), (), half, claims),
    )
    no_number = _finding(Verdict.UNSUPPORTED, 'The number "40 million" is not in the cited text.', "numbers")
    otherwise = _finding(Verdict.CONTRADICTED, "The cited text says otherwise.", "negation")
    removed = (AnswerSentence(BUDGET, (opened,), (), no_number), AnswerSentence(AGREED, (seat,), (), otherwise))
    return Answer("What of the seat?", kept, False, 0.9, removed=removed, writer="example/writer")


def marked(held: StandIn) -> Answer:
    """The same where nothing is removed but everything marked."""
    answer = written(held)
    unchecked = AnswerSentence("Nobody has looked at this.", (cite(held.held[1], OPENED),))
    return replace(answer, sentences=(*answer.sentences, *answer.removed, unchecked), removed=())


def nothing_stood(held: StandIn, note: str) -> Answer:
    """An abstention: what was written was removed."""
    return replace(
        held.abstention("What is the budget?", note), removed=written(held).removed[:1], writer="example/writer"
    )


def as_events(answer: Answer) -> list[Event]:
    """How it would come: each sentence written, then settled; the removed ones among them."""
    each = [(answer.sentences[:1], True), (answer.removed, False), (answer.sentences[1:], True)]
    return [
        event
        for sentences, kept in each
        for sentence in sentences
        for event in (Wrote(f"{sentence.text} [1]"), Wrote("[2] "), Settled(sentence, kept))
    ] + [Finished(answer)]


@dataclass
class Scripted(StandIn):
    """Gives the events that the test puts into `coming`; `closed` is set when the page wants no more of them."""

    coming: Queue[Event] = field(default_factory=Queue)
    closed: threading.Event = field(default_factory=threading.Event)

    def say(self, *events: Event) -> None:
        """What comes next."""
        for event in events:
            self.coming.put(event)

    def stream(self, question: str, filters: dict[str, Any] | None = None) -> Iterator[Event]:
        self.asked.append((question, filters))
        self.closed.clear()
        try:
            while True:
                event = self.coming.get(timeout=30)
                yield event
                if isinstance(event, Finished):
                    return
        finally:
            self.closed.set()
