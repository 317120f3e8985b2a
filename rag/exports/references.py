"""The documents that an answer cites, once each, with what is known of them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.document import Metadata
from rag.records.answers import Answer, Citation
from rag.wording import one_line

Known = Mapping[str, Metadata]
"""More about documents than citations tell (author, url, language), by id."""

_LONGEST_NAME = 32  # characters of a key


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited document. `date` holds year, month and day as far as they are known."""

    key: str
    document_id: str
    title: str
    kind: str | None
    publisher: str | None
    author: str | None
    date: tuple[int, ...]
    url: str | None
    language: str | None


def references(answer: Answer, known: Known | None = None) -> list[Reference]:
    """In the order of the footnotes; of the nearest sentences where the answer abstained."""
    cited = answer.sources
    firsts = {citation.document_id: citation for citation in reversed(cited)}
    order = dict.fromkeys(citation.document_id for citation in cited)
    return [_reference(firsts[name], (known or {}).get(name, Metadata())) for name in order]


def _reference(citation: Citation, known: Metadata) -> Reference:
    values = Metadata(citation.title, citation.kind, citation.date, citation.publisher).overlaid(known)
    parts = _parts(values.date)
    return Reference(
        key=_key(citation.document_id, values.title, parts),
        document_id=one_line(citation.document_id),
        title=one_line(values.title or citation.document_id),
        kind=values.kind,
        publisher=_told(values.publisher),
        author=_told(values.author),
        date=parts,
        url=_told(values.url),
        language=_told(values.language),
    )


def _told(value: str | None) -> str | None:
    return one_line(value or "") or None


def _parts(date: str | None) -> tuple[int, ...]:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", date or "", re.ASCII)
    return tuple(int(part) for part in match.groups() if part) if match else ()


def _key(id: str, title: str | None, date: tuple[int, ...]) -> str:
    """The same for a document in every answer: its title's first words, its year, and a few digits of its id's hash."""
    plain = unicodedata.normalize("NFKD", title or id).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_NAME].strip("-")
    digits = hashlib.sha256(id.encode("utf-8", "replace")).hexdigest()[:6]
    return "-".join(part for part in (words, *map(str, date[:1]), digits) if part)
