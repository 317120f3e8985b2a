"""The questions that ship with the project, on the sample collection that ships with it.

Reads `evals/golden/*.jsonl`: one question a line, with `id`, `question`, `answerable`, `type`, `gold` (a list of
`document`, `quote`) and `answers`. A quote is found in its document whatever the white space between its words, because
text taken from PDF and HTML breaks its lines elsewhere than a reader who copies it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpus.document import Document
from corpus.folder import list_files
from corpus.read import read_file
from evals.cases import Question, Suite
from evals.errors import BadData, DataMissing
from evals.spans import Stretch
from evals.suites.files import check, fingerprints, read_lines

GOLDEN = Path(__file__).parent.parent / "golden"
LICENCE = "that of this project"

_ROW = {"id": str, "question": str, "answerable": bool, "type": str, "gold": list, "answers": list}
_GOLD = {"document": str, "quote": str}
_LARGEST = 50_000_000  # bytes of one file


def load(golden: Path = GOLDEN, collection: Path | None = None) -> Suite:
    """The suite; another folder of questions or of documents may be given.

    Raises:
        BadData: a row of another form, an id used twice, a quote that does not stand in its document exactly once.
    """
    folder = collection or sample_collection()
    documents = read_folder(folder)
    files = sorted(golden.glob("*.jsonl"))
    if not files:
        raise DataMissing(f"There are no questions in {golden}.", "It should hold files that end in .jsonl.")
    questions: dict[str, Question] = {}
    for file in files:
        for place, row in read_lines(file, _ROW):
            if row["id"] in questions:
                raise BadData(f"{place}: the id {row['id']!r} is used twice.", "Give every question an id of its own.")
            questions[row["id"]] = _question(row, documents, place)
    return Suite(
        "governance", LICENCE, documents, tuple(questions.values()), folder=folder, files=fingerprints(files, golden)
    )


def sample_collection() -> Path:
    """The folder of the documents that ship with the project."""
    import corpus

    return Path(corpus.__file__).parent / "documents"


def read_folder(folder: Path) -> dict[str, Document]:
    """The documents of a folder by id, with the text that the index holds of them."""
    return {name: read_file(path, name, max_bytes=_LARGEST) for name, path in list_files(folder).files}


def _question(row: dict[str, Any], documents: Mapping[str, Document], place: str) -> Question:
    if row["answerable"] != bool(row["gold"]):
        raise BadData(
            f"{place}: answerable is {row['answerable']} with {len(row['gold'])} gold quotes.", "Correct one of them."
        )
    evidence = tuple(_located(check(gold, _GOLD, place), documents, place) for gold in row["gold"])
    cited = tuple(dict.fromkeys(stretch.document_id for stretch in evidence))
    return Question(row["id"], row["question"], row["answerable"], cited, evidence, tuple(row["answers"]), row["type"])


def _located(gold: dict[str, str], documents: Mapping[str, Document], place: str) -> Stretch:
    document = documents.get(gold["document"])
    if document is None:
        raise BadData(f"{place}: there is no document {gold['document']!r}.", f"Documents: {', '.join(documents)}.")
    words = gold["quote"].split()
    found = list(re.finditer(r"\s+".join(map(re.escape, words)), document.text)) if words else []
    if len(found) != 1:
        problem = "is not in" if not found else f"stands {len(found)} times in"
        remedy = "Copy it from the document's text, long enough to stand there once."
        raise BadData(f"{place}: the quote {gold['quote'][:60]!r} {problem} {document.id}.", remedy)
    return Stretch(document.id, found[0].start(), found[0].end())
