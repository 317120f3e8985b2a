"""`Document`: one source text, normalised once. Every offset anywhere points into `Document.text`."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import asdict, dataclass, field, fields
from functools import cached_property
from typing import Any, Self

KINDS = ("news", "analysis", "official", "explainer", "timeline")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range `[start:end]` of code points of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading(Span):
    """A heading: where it stands and how deep (1 is the top)."""

    level: int = 1


@dataclass(frozen=True, slots=True)
class Page(Span):
    """The stretch of text that stood on one page; `number` counts from 1."""

    number: int = 1


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document. `None` means unknown: nothing here is ever guessed.

    `kind` is one of `KINDS`; `date` is an ISO date (`2025-07-26`), `language` an ISO 639-1 code.
    """

    title: str | None = None
    kind: str | None = None
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    licence: str | None = None

    def overlaid(self, other: Metadata) -> Metadata:
        """These values, replaced by those of `other` that are known."""
        known = {name: value for name, value in asdict(other).items() if value is not None}
        return Metadata(**{**asdict(self), **known})


METADATA_FIELDS = tuple(f.name for f in fields(Metadata))


@dataclass(frozen=True)
class Document:
    """One source text with its structure.

    Attributes:
        id: the path relative to the indexed root, with forward slashes.
        text: the whole text; newlines are `\\n`, no byte-order mark. `from_text` sees to that.
        metadata: what is known about the source.
        source_sha256: of the file's bytes; of the text where there is no file.
        media_type: of the file, for example `text/markdown`.
        headings, pages: the map of the text, in order. No pages: the format has none.
        blocks: stretches of prose (paragraphs, list items, table rows, headings) that no sentence crosses,
            in order, without overlap. Empty: the splitter finds them from the line breaks.
        warnings: what of the file could not be used, in words; not part of what the document is.
    """

    id: str
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    source_sha256: str = ""
    media_type: str = "text/plain"
    headings: tuple[Heading, ...] = ()
    pages: tuple[Page, ...] = ()
    blocks: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def from_text(cls, id: str, text: str, metadata: Metadata | None = None, **rest: Any) -> Self:
        """A document from a raw string: byte-order mark dropped, newlines unified, lone surrogates replaced."""
        return cls(id=id, text=normalise(text), metadata=metadata or Metadata(), **rest)

    def __post_init__(self) -> None:
        if self.text != normalise(self.text):
            raise ValueError(
                f"{self.id}: text holds carriage returns, a byte-order mark or lone surrogates; use from_text"
            )
        if not self.source_sha256:
            object.__setattr__(self, "source_sha256", self.sha256)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 (hex) of `text` in UTF-8: the version that citations name."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def label(self) -> str:
        """What to call the document: its title, or its id where the title is unknown."""
        return self.metadata.title or self.id

    def page_at(self, offset: int) -> int | None:
        """The page number (from 1) that holds `offset`, or `None` where the format has no pages."""
        index = bisect_right(self._page_starts, offset)
        return self.pages[index - 1].number if index else None

    def headings_at(self, offset: int) -> tuple[str, ...]:
        """The path of headings above `offset`, outermost first."""
        index = bisect_right(self._heading_starts, offset)
        return self._heading_paths[index - 1] if index else ()

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]

    @cached_property
    def _heading_starts(self) -> list[int]:
        return [heading.start for heading in self.headings]

    @cached_property
    def _heading_paths(self) -> list[tuple[str, ...]]:
        """For each heading the titles from the outermost down to itself."""
        path: list[Heading] = []
        paths = []
        for heading in self.headings:
            path = [above for above in path if above.level < heading.level] + [heading]
            paths.append(tuple(self.text[h.start : h.end] for h in path))
        return paths


def normalise(text: str) -> str:
    """Unify newlines, drop a byte-order mark, replace what UTF-8 cannot hold."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text
