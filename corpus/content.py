"""`Content`: what a format's reader makes of a file's bytes, before it has an id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.document import Heading, Metadata, Page, Span, normalise

_INVISIBLE = str.maketrans(
    "", "", "\u00ad\u200b\u2060\ufeff"
)  # hints for the layout; left in, they hide words from the search


@dataclass(frozen=True, slots=True)
class Content:
    """The text of one file with its structure and the metadata that the file itself states.

    `warnings` say what of it could not be used; each reads on after the file's name and a colon.
    """

    text: str
    blocks: tuple[Span, ...] = ()
    headings: tuple[Heading, ...] = ()
    pages: tuple[Page, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()


Reader = Callable[[bytes], Content]
"""Bytes to content. Raises `UnreadableFile` with a reason that reads on after the file's name: "has no text."."""


def tidy(text: str) -> str:
    """The text on one line, with single spaces and without invisible layout characters."""
    return " ".join(normalise(text).translate(_INVISIBLE).split())


@dataclass
class Writer:
    """Builds a text block by block, with a blank line between two blocks, and notes where each one stands."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Span] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, level: int | None = None, *, marker: str = "") -> Span | None:
        """Append one block, a heading if it has a `level`; nothing where there is neither letter nor digit.

        A `marker` ("1. ") is written before the block and is no part of it.
        """
        text = tidy(text)
        if not any(map(str.isalnum, text)):
            return None
        start = self.length + (2 if self.parts else 0) + len(marker)
        end = start + len(text)
        self.parts.append(marker + text)
        self.length = end
        self.blocks.append(Span(start, end))
        if level is not None:
            self.headings.append(Heading(start, end, level))
        return self.blocks[-1]

    @property
    def text(self) -> str:
        """All blocks, separated by blank lines."""
        return "\n\n".join(self.parts)

    def content(self, metadata: Metadata) -> Content:
        """The finished text with its structure."""
        return Content(self.text, tuple(self.blocks), tuple(self.headings), metadata=metadata)
