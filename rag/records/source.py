"""What a check sees: the cited words, with what is needed to judge by them. And the port of the guards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rag.records.answers import Speaker
from rag.records.verdict import Finding


@dataclass(frozen=True, slots=True)
class Source:
    """A cited stretch and its surroundings.

    Attributes:
        text: the cited words, without markup.
        before: what stands before them in the same passage: who "he" is, whose statement goes on. May be empty.
        after: what stands after them in the same passage. May be empty.
        heading: the headings above, joined; may be empty.
        title, kind, publisher, author, date: of the document; `date` as YYYY, YYYY-MM or YYYY-MM-DD; `None` where unknown.
        speaker: whose statement the text says it is; `None` where the document itself speaks.
    """

    text: str
    before: str = ""
    after: str = ""
    heading: str = ""
    title: str | None = None
    kind: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    speaker: Speaker | None = None


class Guard(Protocol):
    """A deterministic check of one kind of error. Silence (`None`) means: nothing to object, which is no support."""

    @property
    def name(self) -> str:
        """As a finding names it."""
        ...

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with the claim in the light of the texts that it cites, taken together; `None` if nothing is.

        The finding's reason is a sentence for people: "The number 384 is not in the cited text."
        """
        ...
