"""SQuAD 2.0, one half of its official dev split: short answers in Wikipedia paragraphs, and questions without one.

Rajpurkar, Jia, Liang, "Know What You Don't Know: Unanswerable Questions for SQuAD", 2018.
Reads `squad2/dev-half-v2.0.json`. Never compare its figures with those of the full split without saying so.

A paragraph is a document, named by its article and its number in it, from 1. The evidence of a question is the answer's
span as the annotators marked it; the sentence that holds it is the gold sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.document import Document, Metadata
from evals.cases import Question, Suite
from evals.errors import BadData
from evals.spans import Stretch
from evals.suites.files import check, fingerprints, read_json, require

FILE = "squad2/dev-half-v2.0.json"
ORIGIN = "https://rajpurkar.github.io/SQuAD-explorer/"
LICENCE = "CC BY-SA 4.0"

_QUESTION = {"id": str, "question": str, "answers": list, "is_impossible": bool}
_ANSWER = {"text": str, "answer_start": int}


def load(data_dir: Path) -> Suite:
    """The suite, from the folder that holds `squad2/`."""
    path = require(data_dir, FILE, ORIGIN)
    data = check(read_json(path), {"version": str, "data": list}, path.name)
    if data["version"] != "v2.0":
        raise BadData(f"{path.name}: version {data['version']!r}, not 'v2.0'.", f"Use the file of {ORIGIN}.")
    documents: dict[str, Document] = {}
    questions: list[Question] = []
    for document, asked in _paragraphs(data["data"], path.name):
        documents[document.id] = document
        questions += [_question(row, document) for row in asked]
    note = "One half of the official dev split: not comparable with figures of the whole."
    files = fingerprints([path], data_dir)
    return Suite("squad2", LICENCE, documents, tuple(questions), note, files=files, evidence_is_short=True)


def _paragraphs(articles: list[Any], file: str) -> Iterator[tuple[Document, list[Any]]]:
    for article in articles:
        title = check(article, {"title": str, "paragraphs": list}, file)["title"]
        for number, row in enumerate(article["paragraphs"], 1):
            paragraph = check(row, {"context": str, "qas": list}, f"{file}, {title}")
            metadata = Metadata(title=title.replace("_", " "))
            yield Document.from_text(f"{title}/{number}", paragraph["context"], metadata), paragraph["qas"]


def _question(row: Any, document: Document) -> Question:
    check(row, _QUESTION, document.id)
    if row["is_impossible"] == bool(row["answers"]):
        raise BadData(
            f"{document.id}: question {row['id']} is marked impossible and has answers, or neither.", f"See {ORIGIN}."
        )
    found = [_located(check(answer, _ANSWER, row["id"]), document) for answer in row["answers"]]
    answers = tuple(dict.fromkeys(answer["text"] for answer in row["answers"]))
    return Question(
        row["id"],
        row["question"].strip(),
        not row["is_impossible"],
        (document.id,),
        tuple(sorted(set(found))),
        answers,
        split_key=document.id,
    )


def _located(answer: dict[str, Any], document: Document) -> Stretch:
    start, end = answer["answer_start"], answer["answer_start"] + len(answer["text"])
    if document.text[start:end] != answer["text"]:
        raise BadData(f"{document.id}: the answer {answer['text'][:40]!r} does not stand at {start}.", f"See {ORIGIN}.")
    return Stretch(document.id, start, end)
