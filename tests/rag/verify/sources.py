"""Numbered evidence about things that do not exist, and a support model that believes what it is told to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.records.answers import Citation, Speaker
from rag.records.drafts import Numbered
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.verify.support.port import Pair, Support


def numbered(
    number: int, text: str, document: str = "lamps.txt", before: str = "", speaker: Speaker | None = None
) -> Numbered:
    """A sentence of a document as evidence."""
    start = 100 * number
    citation = Citation(document, None, None, None, None, start, start + len(text), text, "0" * 64, speaker=speaker)
    return Numbered(number, citation, Source(text, before, speaker=speaker))


class Believes:
    """Supports the pairs that it was given, and nothing else. Counts how often it was asked."""

    name = "believes"
    threshold = 0.5

    def __init__(
        self,
        *supported: tuple[str, str],
        chances: dict[tuple[str, str], Support] | None = None,
        outweighs: Mapping[str, float] | None = None,
    ) -> None:
        self.outweighs: Mapping[str, float] = outweighs or {}
        self._given = {pair: Support(0.9) for pair in supported} | (chances or {})
        self.calls = 0

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        self.calls += 1
        return [self._given.get((pair.claim, pair.text), Support(0.1)) for pair in pairs]


class Forbids:
    """A guard that objects to claims holding a word."""

    name = "forbids"

    def __init__(self, word: str, verdict: Verdict = Verdict.UNSUPPORTED) -> None:
        self._word, self._verdict = word, verdict

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        found = self._word in claim and not any(self._word in source.text for source in sources)
        return Finding(self._verdict, f"{self._word} is not in the cited text.", self.name) if found else None
