"""ObliQA: questions on the regulations of a financial centre, answered by one or several of their numbered passages.

Gokhan et al., "RIRAG: Regulatory Information Retrieval and Answer Generation", 2024.
Reads `obliqa/ObliQA_dev.json` and `obliqa/documents/*.json`.

Every passage is a document, named by the set's own `ID`. Passages without text (numbers that only group others) are
left out. The set marks whole passages, not sentences: it gives retrieval figures and no citation figures.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from corpus.document import Document
from evals.cases import Question, Suite
from evals.errors import BadData
from evals.suites.files import check, fingerprints, read_json, require

QUESTIONS = "obliqa/ObliQA_dev.json"
DOCUMENTS = "obliqa/documents"
ORIGIN = "https://github.com/RegNLP/ObliQADataset"
LICENCE = "Apache-2.0"

_QUESTION = {"QuestionID": str, "Question": str, "Passages": list}
_REFERENCE = {"DocumentID": int, "PassageID": str, "Passage": str}
_PASSAGE = {"ID": str, **_REFERENCE}

Numbered = dict[tuple[int, str], list[dict[str, Any]]]


def load(data_dir: Path) -> Suite:
    """The suite, from the folder that holds `obliqa/`."""
    path = require(data_dir, QUESTIONS, ORIGIN)
    files = sorted(require(data_dir, DOCUMENTS, ORIGIN).glob("*.json"))
    rows = [check(row, _PASSAGE, file.name) for file in files for row in _list(file)]
    filled = [row for row in rows if row["Passage"].strip()]
    documents = {row["ID"]: Document.from_text(row["ID"], row["Passage"]) for row in filled}
    if len(documents) != len(filled):
        raise BadData(f"{DOCUMENTS}: two passages have the same ID.", f"Use the files of {ORIGIN}.")
    numbered: Numbered = defaultdict(list)
    for row in filled:
        numbered[row["DocumentID"], row["PassageID"]].append(row)
    questions = tuple(_question(row, numbered, path.name) for row in _list(path))
    note = f"{len(rows) - len(filled)} passages without text were left out."
    return Suite("obliqa", LICENCE, documents, questions, note, files=fingerprints([path, *files], data_dir))


def _list(path: Path) -> list[Any]:
    rows = read_json(path)
    if not isinstance(rows, list):
        raise BadData(f"{path.name}: expected a list.", f"Use the files of {ORIGIN}.")
    return rows


def _question(row: Any, numbered: Numbered, file: str) -> Question:
    check(row, _QUESTION, file)
    place = f"{file}, question {row['QuestionID']}"
    ids = {_referred(check(reference, _REFERENCE, place), numbered, place) for reference in row["Passages"]}
    return Question(row["QuestionID"], row["Question"], True, tuple(sorted(ids)), split_key=row["QuestionID"])


def _referred(reference: dict[str, Any], numbered: Numbered, place: str) -> str:
    """The id of the passage meant. A few numbers stand for several passages: then the one with the same text."""
    number = reference["DocumentID"], reference["PassageID"]
    same_number = numbered.get(number, [])
    same_text = [row for row in same_number if row["Passage"] == reference["Passage"]]
    for row in same_text or same_number:
        return str(row["ID"])
    raise BadData(f"{place}: there is no passage {number[1]} in document {number[0]}.", f"Use the files of {ORIGIN}.")
