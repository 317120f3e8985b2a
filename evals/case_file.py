"""Reading a file of cases: all that can be asked, and all that is wrong, line by line. The format: `case_format.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from corpus.document import Document
from evals.case_checks import contradictions, not_found
from evals.case_format import Case, Gold, Problem
from evals.errors import DataMissing

Placed = list[tuple[str, Case]]
"""Cases, each with its place (`file, line 3`)."""


def read_cases(path: Path, documents: Mapping[str, Document] | None = None) -> tuple[Placed, list[Problem]]:
    """The cases of a file, and all that is wrong in it. With documents, gold is looked up in them.

    Raises:
        DataMissing: the file cannot be read.
    """
    cases: Placed = []
    problems: list[Problem] = []
    lines: dict[str, str] = {}
    for place, line in _lines(path):
        case, found = _case(place, line)
        problems += found
        if case is None:
            continue
        if case.id in lines:
            again = f"the id {case.id!r} is used twice, first in {lines[case.id].split(', ')[-1]}."
            problems.append(Problem(place, again, "Give every question an id of its own."))
        lines.setdefault(case.id, place)
        problems += list(contradictions(place, case))
        problems += list(not_found(place, case, documents)) if documents is not None else []
        cases.append((place, case))
    if not cases and not problems:
        problems.append(Problem(path.name, "there are no questions in it.", "Write one object a line."))
    return cases, problems


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataMissing(f"{path} cannot be read: {error.strerror or error}.", "Check the path.") from error
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            yield f"{path.name}, line {number}", line


def _case(place: str, line: bytes) -> tuple[Case | None, list[Problem]]:
    try:
        row = json.loads(line)
    except ValueError as error:
        return None, [Problem(place, f"not JSON ({error}).", "Write one whole object on the line, in UTF-8.")]
    if not isinstance(row, dict):
        return None, [Problem(place, f"expected an object, found {type(row).__name__}.", "Write {…} on the line.")]
    try:
        return Case.model_validate(row), []
    except ValidationError as error:
        return None, [_problem(place, found) for found in error.errors()]


_FIELDS = ", ".join(Case.model_fields)
_REMEDIES = {
    "missing": "Add it.",
    "extra_forbidden": f"Fields are: {_FIELDS}; of a gold piece: {', '.join(Gold.model_fields)}.",
    "string_type": "Write text in quotation marks.",
    "bool_type": "Write true or false, without quotation marks.",
    "list_type": "Write a list: […].",
    "literal_error": 'Write "draft" or "confirmed".',
}


def _problem(place: str, found: Any) -> Problem:
    where = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in found["loc"]).lstrip(".")
    told = {"missing": "is missing", "extra_forbidden": "is no field of a case", "string_too_short": "is empty"}
    message = told.get(found["type"], found["msg"][0].lower() + found["msg"][1:])
    remedy = _REMEDIES.get(found["type"], "See the case format in evals/README.md.")
    return Problem(place, f"{where!r} {message}." if where else f"{message}.", remedy)
