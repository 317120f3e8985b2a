"""The cited documents as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.exports.references import Known, Reference, references
from rag.records.answers import Answer

_PERIODICAL = ("news", "analysis")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces even behind a backslash, so they become words.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#_%"},
}
_SPECIAL = re.compile(r"[\\{}~^$&#_%]")
_NOT_IN_URLS = re.compile(r"[\\{}\s\"<>]")


def bibtex(answer: Answer, known: Known | None = None) -> str:
    """One entry a document, with keys that stay the same from answer to answer. Empty where nothing is cited."""
    return "\n".join(_entry(reference) for reference in references(answer, known))


def _entry(reference: Reference) -> str:
    kind = "article" if reference.kind in _PERIODICAL and reference.publisher else "misc"
    fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(reference, kind))
    return f"@{kind}{{{reference.key},\n{fields}\n}}\n"


def _fields(reference: Reference, kind: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{_escaped(reference.title)}}}}}"
    if reference.author:
        yield "author", f"{{{{{_escaped(reference.author)}}}}}"
    if reference.publisher:
        yield ("journal" if kind == "article" else "howpublished"), f"{{{_escaped(reference.publisher)}}}"
    yield from _dates(reference.date)
    if reference.url:
        address = _NOT_IN_URLS.sub(lambda found: f"%{ord(found[0]):02X}", reference.url)
        yield "url", f"{{{address}}}"
    if reference.language:
        yield "language", f"{{{_escaped(reference.language)}}}"
    yield "note", f"{{{_escaped(reference.document_id)}}}"


def _dates(date: tuple[int, ...]) -> Iterator[tuple[str, str]]:
    names = ("year", "month", "day")
    for name, value in zip(names, date, strict=False):
        if name != "month":
            yield name, f"{{{value}}}"
        elif 1 <= value <= len(_MONTHS):
            yield name, _MONTHS[value - 1]


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)
