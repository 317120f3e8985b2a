"""What was found for a question, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.search import Filters, Hit
from rag.answering.cite import Known
from rag.answering.stopwatch import Stopwatch
from rag.reading.evidence import Reading
from rag.reading.question import Question


@dataclass(frozen=True, slots=True)
class Found:
    """A question with its passages, what a reader saw in them, and what is known of their documents."""

    raw: str
    question: Question
    filters: Filters
    hits: Sequence[Hit]
    reading: Reading
    known: Known
    watch: Stopwatch

    @property
    def confidence(self) -> float:
        """As the answer gives it."""
        return round(self.reading.confidence, 4)
