"""The questions that ship with the project, on the sample collection that ships with it.

Reads `evals/golden/*.jsonl`, in the case format (`evals/case_format.py`). Files whose name starts with
`governance-report` are held out: they are read for the suite `governance-report` alone, and every run of it is noted in
the ledger.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.document import Document
from corpus.folder import list_files
from corpus.read import read_file
from evals.case_file import read_cases
from evals.case_format import Case, Problem, to_question
from evals.cases import Question, Suite
from evals.errors import BadData, DataMissing
from evals.suites.files import fingerprints

GOLDEN = Path(__file__).parent.parent / "golden"
HELD_OUT = "governance-report"
LICENCE = "that of this project"

_LARGEST = 50_000_000  # bytes of one file


def load(golden: Path = GOLDEN, collection: Path | None = None) -> Suite:
    """The suite; another folder of questions or of documents may be given.

    Raises:
        BadData: a row of another form, an id used twice, a quote that does not stand in its document exactly once.
    """
    files = [file for file in sorted(golden.glob("*.jsonl")) if not file.name.startswith(HELD_OUT)]
    return _suite("governance", files, golden, collection)


def load_held_out(golden: Path = GOLDEN, collection: Path | None = None) -> Suite:
    """The questions that nothing was tuned on. As `load`."""
    suite = _suite(HELD_OUT, sorted(golden.glob(f"{HELD_OUT}*.jsonl")), golden, collection)
    return replace(suite, held_out=True)


def _suite(name: str, files: list[Path], golden: Path, collection: Path | None) -> Suite:
    if not files:
        raise DataMissing(f"There are no questions in {golden}.", "It should hold files that end in .jsonl.")
    folder = collection or sample_collection()
    documents = read_folder(folder)
    questions: dict[str, Question] = {}
    for file in files:
        cases, problems = read_cases(file, documents)
        refuse(problems)
        questions |= {case.id: to_question(case, documents) for _, case in _all_new(cases, questions, file)}
    files_read = fingerprints(files, golden)
    return Suite(name, LICENCE, documents, tuple(questions.values()), folder=folder, files=files_read, publishable=True)


def refuse(problems: list[Problem]) -> None:
    """Raise the first problem that is more than a warning."""
    for problem in problems:
        if not problem.warning:
            raise BadData(f"{problem.place}: {problem.message}", problem.remedy)


def _all_new(cases: list[tuple[str, Case]], known: dict[str, Question], file: Path) -> list[tuple[str, Case]]:
    for place, case in cases:
        if case.id in known:
            raise BadData(f"{place}: the id {case.id!r} is used twice.", "Give every question an id of its own.")
    return cases


def sample_collection() -> Path:
    """The folder of the documents that ship with the project."""
    import corpus

    return Path(corpus.__file__).parent / "documents"


def read_folder(folder: Path) -> dict[str, Document]:
    """The documents of a folder by id, with the text that the index holds of them."""
    return {name: read_file(path, name, max_bytes=_LARGEST) for name, path in list_files(folder).files}
