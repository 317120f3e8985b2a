"""Questions on invented news stories, rulings and reports, most of them in other words than the documents'. For tuning.

Reads `evals/golden/press/questions.jsonl`, in the case format; the documents are those texts of `evals/golden/support/texts`
that the questions name.
"""

from __future__ import annotations

from pathlib import Path

from evals.case_file import read_cases
from evals.case_format import to_question
from evals.cases import Suite
from evals.suites.files import fingerprints
from evals.suites.governance import GOLDEN, LICENCE, read_folder, refuse

QUESTIONS = GOLDEN / "press" / "questions.jsonl"
TEXTS = GOLDEN / "support" / "texts"


def load(file: Path = QUESTIONS, texts: Path = TEXTS) -> Suite:
    """The suite.

    Raises:
        BadData: a row of another form, an id used twice, a quote that does not stand in its document exactly once.
    """
    return on_named_texts("press", file, texts)


def on_named_texts(name: str, file: Path, texts: Path = TEXTS) -> Suite:
    """A suite of the file's questions on those of the `texts` that they name. As `load`."""
    every = read_folder(texts)
    cases, problems = read_cases(file, every)
    refuse(problems)
    questions = tuple(to_question(case, every) for _, case in cases)
    named = {document for question in questions for document in question.documents}
    documents = {known: document for known, document in every.items() if known in named}
    return Suite(name, LICENCE, documents, questions, files=fingerprints([file], file.parent), publishable=True)
