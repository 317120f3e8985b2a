"""Draft questions for a folder of documents, to be edited by hand: `rag eval draft FOLDER -o FILE`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.document import Document
from evals.drafting import Draft, drafts_of
from evals.errors import DataMissing, WouldOverwrite
from evals.quotes import occurrences
from evals.suites.governance import read_folder
from index.split import sentences

_NOTE = "Made by a template. Put the question into words of your own, check the answer, then set status to confirmed."


def draft(folder: Path, each: int = 5) -> list[dict[str, Any]]:
    """Cases in the case format, all of them drafts, at most `each` of a document, of as many types as there are.

    Raises:
        SourceMissing: there is no such folder. DataMissing: it holds no documents.
    """
    documents = read_folder(folder)
    if not documents:
        raise DataMissing(f"{folder} holds no documents.", "Put .txt, .md, .html, .pdf or .docx files into it.")
    return [case for document in documents.values() for case in _of_document(document, each)]


def write(cases: list[dict[str, Any]], path: Path, *, force: bool = False) -> None:
    """Write the cases, one a line.

    Raises:
        WouldOverwrite: the file is there, and hours of editing may be in it.
    """
    if path.exists() and not force:
        raise WouldOverwrite(f"{path} is there already; it is unchanged.", "Name another file, or give --force.")
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(case, ensure_ascii=False) for case in cases)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _of_document(document: Document, each: int) -> Iterator[dict[str, Any]]:
    by_type: dict[str, list[tuple[Draft, str]]] = {}
    for quote in _quotes(document):
        for made in drafts_of(quote):
            by_type.setdefault(made.type, []).append((made, quote))
    for number, (made, quote) in enumerate(_in_turn(by_type, each), 1):
        yield _case(f"{Path(document.id).with_suffix('').as_posix()}-{number}", document.id, made, quote)


def _quotes(document: Document) -> Iterator[str]:
    """The statements of a document that stand in it once, with their own white space."""
    for sentence in sentences(document):
        quote = document.text[sentence.start : sentence.end]
        if sentence.statement and len(occurrences(quote, document)) == 1:
            yield quote


def _in_turn(by_type: Mapping[str, list[tuple[Draft, str]]], each: int) -> list[tuple[Draft, str]]:
    """One of each type after another, until there are enough."""
    longest = max(map(len, by_type.values()), default=0)
    ordered = [made[turn] for turn in range(longest) for made in by_type.values() if turn < len(made)]
    return ordered[:each]


def _case(identity: str, document_id: str, made: Draft, quote: str) -> dict[str, Any]:
    case: dict[str, Any] = {"id": identity, "status": "draft", "question": made.question, "answerable": True}
    case |= {"type": made.type, "gold": [{"document": document_id, "quote": " ".join(quote.split())}]}
    case |= {"answers": [made.answer], **({"speaker": made.speaker} if made.speaker else {}), "note": _NOTE}
    return case
