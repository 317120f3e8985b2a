"""QuoteSum: questions whose answer takes several sources, and people's answers that mark which words are whose.

Schuster et al., "SEMQA: Semi-Extractive Multi-Source Question Answering", 2024. Reads `quotesum/dev.jsonl`.

A row is one person's answer: `It is [ 2 words of the second source ] or [ 1 words of the first ].` Up to three people
answered a question; what any of them quoted is right. They agree on the sources for fewer than half of the questions: the
sources that one of them cites are on average .87 of those that all cite, which is what source recall can be expected to
reach. The set hands the sources over with the question; here they are one pool of documents, and have to be found.

A quote that stands in its source more than once is taken where it stands first. One that is the source's title, or not
in the text word for word, counts for the source and gives no stretch.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.document import Document, Metadata
from evals.cases import Question, Suite
from evals.errors import BadData
from evals.quotes import occurrences
from evals.spans import Stretch
from evals.suites.files import fingerprints, read_lines, require

FILE = "quotesum/dev.jsonl"
ORIGIN = "https://github.com/google-research-datasets/QuoteSum"
LICENCE = "CC BY-SA 4.0"

_NUMBERS = range(1, 9)
_GIVEN = ("question", *(f"{part}{number}" for number in _NUMBERS for part in ("title", "source")))
_ROW = {"qid": str, "summary": str, **dict.fromkeys(_GIVEN, str)}
_OPENING = re.compile(r"\[ \d")
_QUOTE = re.compile(r"\[ (\d) (.*?) \]")
_REMEDY = f"Use the file of {ORIGIN}."

Row = tuple[str, dict[str, Any]]


@dataclass
class _Pool:
    """The documents met so far, by id, and the id of each text; and how many quotes gave no stretch."""

    documents: dict[str, Document] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    quotes: int = 0
    without_place: int = 0


def load(data_dir: Path) -> Suite:
    """The suite, from the folder that holds `quotesum/`."""
    path = require(data_dir, FILE, ORIGIN)
    answers: dict[str, list[Row]] = defaultdict(list)
    for place, row in read_lines(path, _ROW):
        answers[row["qid"]].append((place, row))
    pool = _Pool()
    questions = tuple(_question(identity, rows, pool) for identity, rows in answers.items())
    note = (
        f"{sum(map(len, answers.values()))} answers by people; {pool.without_place} of their {pool.quotes} quotes are "
        "titles or not word for word: they count for the source, not for a place in it."
    )
    files = fingerprints([path], data_dir)
    return Suite("quotesum", LICENCE, pool.documents, questions, note, files=files, evidence_is_short=True)


def _question(identity: str, rows: list[Row], pool: _Pool) -> Question:
    first = rows[0][1]
    sources = {number: _document(first, number, identity, pool) for number in _NUMBERS if first[f"source{number}"]}
    cited: set[str] = set()
    evidence: set[Stretch] = set()
    for place, row in rows:
        if any(row[name] != first[name] for name in _GIVEN):
            raise BadData(f"{place}: the sources differ from those of other answers to {identity}.", _REMEDY)
        for number, quote in _quotes(row["summary"], place):
            if number not in sources:
                raise BadData(f"{place}: the answer quotes source {number}, which is not there.", _REMEDY)
            cited.add(sources[number].id)
            evidence.update(_located(quote, sources[number], pool))
    if not cited:
        raise BadData(f"{rows[0][0]}: no answer to {identity} quotes a source.", _REMEDY)
    return Question(identity, first["question"], True, tuple(sorted(cited)), tuple(sorted(evidence)))


def _document(row: dict[str, Any], number: int, identity: str, pool: _Pool) -> Document:
    text = row[f"source{number}"]
    document_id = pool.ids.setdefault(text, f"{identity}/{number}")
    if document_id not in pool.documents:
        metadata = Metadata(title=row[f"title{number}"] or None)
        pool.documents[document_id] = Document.from_text(document_id, text, metadata)
    return pool.documents[document_id]


def _quotes(summary: str, place: str) -> list[tuple[int, str]]:
    found = [(int(number), quote) for number, quote in _QUOTE.findall(summary)]
    if len(found) != len(_OPENING.findall(summary)):
        raise BadData(f"{place}: a quote in the answer is opened and not closed.", _REMEDY)
    return found


def _located(quote: str, document: Document, pool: _Pool) -> list[Stretch]:
    """Where the quote stands first. People were shown `title :text`, and a few quotes run over from one to the other."""
    words = quote.removeprefix(f"{document.metadata.title} :")
    found = occurrences(words, document)[:1]
    pool.quotes += 1
    pool.without_place += not found
    return found
