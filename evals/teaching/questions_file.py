"""Questions written for teaching the evidence model, each about one of the written texts.

Reads `evals/taught/questions/NAME.txt`, which belongs to `evals/taught/texts/NAME.txt`:

    ? When could the final vote take place?   a question that the text answers
    = 1,4                                     the numbers of all sentences that answer it
    ! June                                    the short answer, as it stands in one of them; a broad question has none
    x Who moved the motion?                   a question that the text looks as if it answered, and does not

Nothing in them is measured: questions for measuring are in `evals/golden`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evals.errors import BadData, DataMissing
from evals.teaching.text import Written

FOLDER = Path(__file__).parent.parent / "taught" / "questions"
_LINE = re.compile(r"([?=!x]) +(.+)")
_FORM = "See evals/teaching/questions_file.py for the form."


@dataclass(slots=True)
class Asked:
    """A question, the numbers of the sentences that answer it (none: it is unanswerable), and short answers in them."""

    question: str
    evidence: tuple[int, ...] = ()
    answers: list[str] = field(default_factory=list)
    answerable: bool = True


def read_questions(texts: Mapping[str, Written], folder: Path = FOLDER) -> dict[str, list[Asked]]:
    """The questions about each of the `texts`, by the text's id, which is the name of both files.

    Raises:
        DataMissing: there are none. BadData: a line of another form, or one that does not fit the text; with its place.
    """
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise DataMissing(f"There are no questions in {folder}.", "It should hold files that end in .txt.")
    lost = [file.name for file in files if file.name not in texts]
    if lost:
        raise BadData(f"There is no text of the name {lost[0]}.", _FORM)
    return {file.name: parse(file.read_text(encoding="utf-8"), texts[file.name]) for file in files}


def parse(content: str, text: Written) -> list[Asked]:
    """One file's content.

    Raises:
        BadData: a line of another form, or one that does not fit the text; with file and line.
    """
    found: list[Asked] = []
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip():
            try:
                _take(line.strip(), found, text)
            except ValueError as error:
                raise BadData(f"{text.id}, line {number}: {error}", _FORM) from error
    unanswered = [one.question for one in found if one.answerable and not one.evidence]
    if unanswered:
        raise BadData(f"{text.id}: no sentence is named that answers {unanswered[0]!r}.", _FORM)
    return found


def _take(line: str, found: list[Asked], text: Written) -> None:
    matched = _LINE.fullmatch(line)
    if matched is None:
        raise ValueError(f"{line[:40]!r} is neither a question nor an answer.")
    sign, rest = matched.groups()
    if sign in "?x":
        found.append(Asked(rest, answerable=sign == "?"))
        return
    _demand(bool(found) and found[-1].answerable, "an answer, and no question above it that has one.")
    if sign == "=":
        numbers = tuple(sorted({int(one) for one in re.findall(r"\d+", rest)}))
        _demand(bool(numbers) and set(numbers) <= text.sentences.keys(), f"there is no sentence {rest}.")
        found[-1].evidence = numbers
    else:
        within = any(rest in text.sentences[number] for number in found[-1].evidence)
        _demand(within, f"{rest!r} does not stand in the sentences named.")
        found[-1].answers.append(rest)


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)
