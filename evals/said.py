"""A sentence of an answer as it is kept, in memory and in result files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from evals.adapters.protocol import Cited
from evals.adapters.protocol import Sentence as Spoken
from evals.spans import Stretch


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an answer, what it cites, and the verdict on it, where the assistant gives one.

    `emphasis`: ranges of `text` that are set apart as the fact asked for.
    """

    text: str
    citations: tuple[Cited, ...]
    verdict: str | None = None
    reason: str | None = None
    emphasis: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, sentence: Spoken) -> Self:
        """From what the adapter handed over; it need not know of verdicts."""
        finding = getattr(sentence, "finding", None)
        verdict = getattr(sentence, "verdict", None) or getattr(finding, "verdict", None)
        reason = getattr(sentence, "reason", None) or getattr(finding, "reason", None)
        said = str(verdict) if verdict else None
        return cls(sentence.text, sentence.citations, said, reason or None, sentence.emphasis)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Restore what `to_dict` gave."""
        citations = tuple(_cited(row) for row in data["citations"])
        emphasis = tuple((start, end) for start, end in data["emphasis"])
        return cls(data["text"], citations, data.get("verdict"), data.get("reason"), emphasis)

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        citations = [_cited_dict(citation) for citation in self.citations]
        found = {"verdict": self.verdict, "reason": self.reason}
        return {
            "text": self.text,
            **found,
            "emphasis": [list(place) for place in self.emphasis],
            "citations": citations,
        }


def _cited_dict(citation: Cited) -> dict[str, Any]:
    place = citation.stretch
    where = {"document": place.document_id, "start": place.start, "end": place.end}
    return {**where, "sha256": citation.sha256, "quote": citation.quote, "speaker": citation.speaker}


def _cited(data: Mapping[str, Any]) -> Cited:
    where = Stretch(data["document"], data["start"], data["end"])
    return Cited(where, data["quote"], data["sha256"], data["speaker"])
