"""One's own questions on one's own folder of documents: `rag eval run --questions FILE --folder DIR`."""

from __future__ import annotations

from pathlib import Path

from evals.case_file import read_cases
from evals.case_format import to_question
from evals.cases import Suite
from evals.errors import BadData
from evals.suites.files import fingerprints
from evals.suites.governance import read_folder, refuse

LICENCE = "your own"


def load(questions: Path, folder: Path, *, with_drafts: bool = False) -> Suite:
    """The suite, named after the file. Drafts are left out unless they are asked for, and the note counts them.

    Raises:
        DataMissing: the file cannot be read.
        BadData: something is wrong in it (the first thing; `rag eval validate` lists all), or all of it is drafts.
    """
    documents = read_folder(folder)
    cases, problems = read_cases(questions, documents)
    refuse(problems)
    asked = [case for _, case in cases if with_drafts or case.status == "confirmed"]
    drafts = len(cases) - len(asked)
    if not asked:
        remedy = 'Set "status": "confirmed" on those you have read, or ask them as they are with --with-drafts.'
        raise BadData(f"All {drafts} questions of {questions.name} are drafts.", remedy)
    note = f"{drafts} drafts were not asked." if drafts else ""
    found = tuple(to_question(case, documents) for case in asked)
    files = fingerprints([questions], questions.parent)
    return Suite(questions.stem, LICENCE, documents, found, note, folder=folder, files=files, publishable=True)
