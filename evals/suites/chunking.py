"""Chunking: five long texts, and questions with the exact excerpts that answer them.

Smith and Troynikov, "Evaluating Chunking Strategies for Retrieval", Chroma 2024. Reads `chunking/questions_df.csv` and
`chunking/corpora/*.md`. The texts are a speech, articles of an encyclopedia, chats, company reports and medical papers, run
together; the questions and excerpts were written by a language model and filtered by its makers.

Each text is one document, indexed as a file like any other: where passages begin and end is the product's doing, and what
is measured. The first five passages are held against the excerpts, character by character (`character_recall.py`,
`character_precision.py`, `character_iou.py`), and so is what is cited. The report splits, embeds and searches each text by
itself, with other embedding models: its figures are not comparable, its definitions are.

With five documents only, the split is by question. Documents are indexed whole, whatever the `--limit` on questions.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from corpus.document import Document
from evals.cases import Question, Suite
from evals.errors import BadData
from evals.spans import Stretch
from evals.suites.files import check, fingerprints, require
from evals.suites.governance import read_folder

QUESTIONS = "chunking/questions_df.csv"
CORPORA = "chunking/corpora"
ORIGIN = "https://github.com/brandonstarxel/chunking_evaluation"
LICENCE = "MIT"

_COLUMNS = ["question", "references", "corpus_id"]
_EXCERPT = {"content": str, "start_index": int, "end_index": int}
_REMEDY = f"Use the files of {ORIGIN}."


def load(data_dir: Path) -> Suite:
    """The suite, from the folder that holds `chunking/`."""
    path, folder = require(data_dir, QUESTIONS, ORIGIN), require(data_dir, CORPORA, ORIGIN)
    rows = _rows(path)
    texts = _texts(folder, {row["corpus_id"] for row in rows})
    documents = read_folder(folder)
    questions = tuple(_question(number, row, documents, path.name) for number, row in enumerate(rows, 1))
    note = "The split is by question: the same documents stand behind both sides."
    files = fingerprints([path, *texts], data_dir)
    return Suite("chunking", LICENCE, documents, questions, note, folder=folder, files=files)


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            rows = list(reader)
    except (csv.Error, UnicodeDecodeError) as error:
        raise BadData(f"{path.name}: not CSV in UTF-8 ({error}).", _REMEDY) from error
    if reader.fieldnames != _COLUMNS:
        raise BadData(f"{path.name}: the columns are {reader.fieldnames}, not {_COLUMNS}.", _REMEDY)
    return rows


def _texts(folder: Path, wanted: set[str]) -> list[Path]:
    """The files of the texts. One too many would be indexed and change every figure."""
    found = sorted(folder.iterdir())
    names, expected = {file.name for file in found}, {f"{name}.md" for name in wanted}
    for name in sorted(names ^ expected):
        told = "no question is about it" if name in names else "there are questions about it"
        raise BadData(f"{CORPORA}: {name} is {'there' if name in names else 'missing'}, and {told}.", _REMEDY)
    return found


def _question(number: int, row: dict[str, Any], documents: dict[str, Document], file: str) -> Question:
    identity = f"{row['corpus_id']}/{number}"
    document = documents[f"{row['corpus_id']}.md"]
    try:
        excerpts = json.loads(row["references"])
    except (TypeError, ValueError) as error:
        raise BadData(f"{file}, question {number}: the references are no JSON ({error}).", _REMEDY) from error
    if not isinstance(excerpts, list) or not excerpts:
        raise BadData(f"{file}, question {number}: expected a list of references.", _REMEDY)
    place = f"{file}, question {number}"
    evidence = {_located(check(excerpt, _EXCERPT, place), document, place) for excerpt in excerpts}
    return Question(identity, row["question"], True, (document.id,), tuple(sorted(evidence)), type=row["corpus_id"])


def _located(excerpt: dict[str, Any], document: Document, place: str) -> Stretch:
    start, end = excerpt["start_index"], excerpt["end_index"]
    if not excerpt["content"] or document.text[start:end] != excerpt["content"]:
        told = f"{place}: {excerpt['content'][:40]!r} does not stand at {start} of {document.id}."
        raise BadData(told, _REMEDY)
    return Stretch(document.id, start, end)
