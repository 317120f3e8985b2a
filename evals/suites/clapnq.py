"""CLAPNQ: long answers to natural questions, with the sentences of one Wikipedia passage that support them.

Rosenthal et al., "CLAPNQ: Cohesive Long-form Answers from Passages in Natural Questions for RAG systems", 2024.
Reads `clapnq/clapnq_dev_answerable.jsonl` and `clapnq/clapnq_dev_unanswerable.jsonl`.

Gold sentences are those of the first annotation of a question. Passages that stand in the set more than once become one
document, and their questions fall on the same side of the split.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus.document import Document, Metadata
from evals.cases import Question, Suite
from evals.errors import BadData
from evals.spans import Stretch
from evals.suites.files import check, fingerprints, read_lines, require

FILES = {"clapnq/clapnq_dev_answerable.jsonl": True, "clapnq/clapnq_dev_unanswerable.jsonl": False}
ORIGIN = "https://github.com/primeqa/clapnq"
LICENCE = "Apache-2.0 (passages: Wikipedia, CC BY-SA)"

_ROW = {"id": str, "input": str, "passages": list, "output": list}
_PASSAGE = {"title": str, "text": str, "sentences": list}
_ANNOTATION = {"answer": str, "selected_sentences": list}


def load(data_dir: Path) -> Suite:
    """The suite, from the folder that holds `clapnq/`."""
    paths = {require(data_dir, name, ORIGIN): answerable for name, answerable in FILES.items()}
    documents: dict[str, Document] = {}
    units: dict[str, tuple[Stretch, ...]] = {}
    ids: dict[str, str] = {}
    questions = []
    for path, answerable in paths.items():
        for place, row in read_lines(path, _ROW):
            passage, annotation = _parts(row, place)
            document_id = ids.setdefault(passage["text"], row["id"])
            if document_id not in documents:
                documents[document_id] = Document.from_text(
                    document_id, passage["text"], Metadata(title=passage["title"])
                )
                units[document_id] = _located(passage["sentences"], documents[document_id], place)
            evidence = _selected(annotation["selected_sentences"], documents[document_id], units[document_id], place)
            questions.append(
                Question(row["id"], row["input"], answerable, (document_id,), evidence, split_key=document_id)
            )
    note = f"{len(questions) - len(documents)} repeated passages became one document each with their first."
    files = fingerprints(paths, data_dir)
    return Suite("clapnq", LICENCE, documents, tuple(questions), note, files=files, own_units=units)


def _parts(row: dict[str, Any], place: str) -> tuple[dict[str, Any], dict[str, Any]]:
    if len(row["passages"]) != 1 or not row["output"]:
        raise BadData(f"{place}: expected one passage and at least one annotation.", f"Use the files of {ORIGIN}.")
    return check(row["passages"][0], _PASSAGE, place), check(row["output"][0], _ANNOTATION, place)


def _located(sentences: list[str], document: Document, place: str) -> tuple[Stretch, ...]:
    """Where the sentences of a passage stand in it; they come in its order."""
    found = []
    position = 0
    for sentence in sentences:
        start = document.text.find(sentence, position)
        if start < 0:
            raise BadData(
                f"{place}: a sentence is not in its passage: {sentence[:60]!r}.", f"Use the files of {ORIGIN}."
            )
        position = start + len(sentence)
        found.append(Stretch(document.id, start, position))
    return tuple(found)


def _selected(chosen: list[str], document: Document, units: tuple[Stretch, ...], place: str) -> tuple[Stretch, ...]:
    by_text = {document.text[unit.start : unit.end]: unit for unit in reversed(units)}  # of equal sentences, the first
    unknown = [sentence for sentence in chosen if sentence not in by_text]
    if unknown:
        raise BadData(
            f"{place}: a selected sentence is not in its passage: {unknown[0][:60]!r}.", f"Use the files of {ORIGIN}."
        )
    return tuple(sorted({by_text[sentence] for sentence in chosen}))
