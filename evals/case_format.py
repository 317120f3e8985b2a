"""The case format: one's own questions, JSON Lines, one object a line.

    {"id": "q1", "question": "When was it signed?", "answerable": true, "type": "date", "answers": ["3 March"],
     "gold": [{"document": "treaty.md", "quote": "The treaty was signed on 3 March."}]}

`id`, `question` and `answerable` are needed; an answerable question needs `gold`. A gold piece names a document and
either a `quote` that stands in it once or the offsets `start` and `end`; with both, the text there must be the quote.
`answers`, `type`, `speaker`, `note` and `status` (`draft` or `confirmed`) may be left out. `speaker`: whose statement the gold
is; several names for them are parted by ";" (`speakers.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.document import Document
from evals.cases import Question
from evals.quotes import occurrences
from evals.spans import Stretch

_STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)


class Gold(BaseModel):
    """A piece of a document that answers the question."""

    model_config = _STRICT

    document: str = Field(min_length=1)
    quote: str | None = None
    start: int | None = Field(None, ge=0)
    end: int | None = Field(None, ge=1)


class Case(BaseModel):
    """One question, as a person writes it down."""

    model_config = _STRICT

    id: str = Field(min_length=1)
    question: str = Field(min_length=1)
    answerable: bool
    gold: list[Gold] = Field(default_factory=list)
    answers: list[str] = Field(default_factory=list)
    type: str = ""
    speaker: str = ""
    status: Literal["draft", "confirmed"] = "confirmed"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in which line, and what to do. A warning does not keep the question from being asked."""

    place: str
    message: str
    remedy: str
    warning: bool = False


def to_question(case: Case, documents: Mapping[str, Document]) -> Question:
    """The case as a suite's question. Its gold must have been checked by `read_cases` with the same documents."""
    evidence = tuple(located(gold, documents[gold.document])[0] for gold in case.gold)
    cited = tuple(dict.fromkeys(stretch.document_id for stretch in evidence))
    answers = tuple(case.answers)
    return Question(case.id, case.question, case.answerable, cited, evidence, answers, case.type, speaker=case.speaker)


def located(gold: Gold, document: Document) -> list[Stretch]:
    """The stretches that a gold piece can mean: one, if it is sound. Offsets win over the quote."""
    if gold.start is None or gold.end is None:
        return occurrences(gold.quote or "", document)
    return [Stretch(document.id, gold.start, gold.end)] if gold.start < gold.end <= len(document.text) else []
