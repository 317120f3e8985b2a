"""What an answer on its way tells: words as they are written, sentences as they are checked, and the answer at the end."""

from __future__ import annotations

from dataclasses import dataclass

from rag.records.answers import Answer, AnswerSentence


@dataclass(frozen=True, slots=True)
class Wrote:
    """The next piece of a language model's reply, markers and all. Nothing in it is checked yet."""

    piece: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence has been checked. `kept` says whether the answer will hold it."""

    sentence: AnswerSentence
    kept: bool


@dataclass(frozen=True, slots=True)
class StartedOver:
    """What came so far does not count: the language model failed, and the documents' own sentences follow."""

    reason: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The whole answer; always the last event. What it says holds, whatever came before."""

    answer: Answer


Event = Wrote | Settled | StartedOver | Finished
