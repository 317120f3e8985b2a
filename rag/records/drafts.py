"""What a writer is given and what it gives back: numbered evidence, and sentences that name the numbers they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.words import words
from rag.records.answers import Citation
from rag.records.source import Source


@dataclass(frozen=True, slots=True)
class Numbered:
    """One evidence sentence as a writer sees it: its number (from 1), its citation, and what a check needs of it."""

    number: int
    citation: Citation
    source: Source


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence as a writer wrote it, without its markers, and the evidence numbers it names.

    `unknown` are numbers it names that no evidence has.
    """

    text: str
    numbers: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def unsaid(drafts: Sequence[DraftSentence], earlier: Sequence[DraftSentence]) -> list[DraftSentence]:
    """The sentences that were not there before, word for word: small models repeat themselves."""
    said = {tuple(words(draft.text)) for draft in earlier}
    new = []
    for draft in drafts:
        key = tuple(words(draft.text))
        if key not in said:
            said.add(key)
            new.append(draft)
    return new


class Writer(Protocol):
    """Writes an answer from numbered evidence.

    Raises (from `write`, at any piece): `rag.errors.WriterFailed`, with a remedy.
    """

    name: str

    def write(self, question: str, evidence: Sequence[Numbered]) -> Iterator[str]:
        """The reply, in pieces as they come; a piece may be empty. Closing the iterator cancels the request."""
        ...
