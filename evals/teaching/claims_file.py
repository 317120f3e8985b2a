"""Texts written for teaching, each with true and broken restatements of its sentences for the support model.

Reads `evals/taught/texts/*.txt`. A file is an invented text, its numbered sentences, and items (or none, if only questions
are asked about it):

    # title: Council delays vote on tram extension
    # kind: news                     one of `KINDS`; then, if they are known, date, publisher, author
    1. First sentence of the text.
    2. Second sentence.
    @ 1                              what the lines below cite: a sentence, or all from one to another (@ 1,2)
    + a true restatement
    - negate: a broken one, and in which way; the ways are those of `WAYS`

Nothing in them is measured: claims for measuring are in `tune`, `calibrate` and `report` (`pairs.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from evals.errors import BadData, DataMissing
from evals.teaching.text import KINDS, Broken, Item, Written

FOLDER = Path(__file__).parent.parent / "taught" / "texts"
WAYS = ("negate", "number", "name", "speaker", "scope", "status", "quotation", "relation", "invent", "neighbour")
FIELDS = ("title", "kind", "date", "publisher", "author")
_FORM = "See evals/teaching/claims_file.py for the form."


def read_written(folder: Path = FOLDER) -> list[Written]:
    """The texts of a folder, by name.

    Raises:
        DataMissing: there are none. BadData: a line of another form, or one that does not fit the others; with its place.
    """
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise DataMissing(f"There are no texts in {folder}.", "It should hold files that end in .txt.")
    return [parse(file.read_text(encoding="utf-8"), file.name) for file in files]


def parse(content: str, name: str) -> Written:
    """One file's content.

    Raises:
        BadData: a line of another form, or one that does not fit the others; with file and line.
    """
    written = Written(name)
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip():
            try:
                _take(line.strip(), written)
            except ValueError as error:
                raise BadData(f"{name}, line {number}: {error}", _FORM) from error
    missing = [name for name in ("title", "kind") if name not in written.known]
    if missing or not written.sentences:
        raise BadData(f"{name} has no {' and no '.join(missing) or 'sentences'}.", _FORM)
    return written


def _take(line: str, written: Written) -> None:
    for pattern, take in _LINES:
        if found := pattern.fullmatch(line):
            take(written, *found.groups())
            return
    raise ValueError(f"{line[:40]!r} is neither known of the text, nor a sentence, nor part of an item.")


def _known(written: Written, name: str, value: str) -> None:
    _demand(name in FIELDS and name not in written.known, f"{name!r} is no field, or stands twice.")
    _demand(name != "kind" or value in KINDS, f"the kind {value!r} is not one of {', '.join(KINDS)}.")
    if name == "date":
        date.fromisoformat(value)
    written.known[name] = value


def _sentence(written: Written, number: str, sentence: str) -> None:
    _demand(int(number) == len(written.sentences) + 1, f"sentence {number} comes after {len(written.sentences)}.")
    written.sentences[int(number)] = sentence


def _item(written: Written, numbers: str) -> None:
    named = [int(number) for number in re.findall(r"\d+", numbers)]
    cited = tuple(range(min(named), max(named) + 1))
    _demand(set(cited) <= written.sentences.keys(), f"there is no sentence {numbers}.")
    written.items.append(Item(cited))


def _true(written: Written, claim: str) -> None:
    _demand(bool(written.items), "a claim before the first item.")
    written.items[-1].true.append(claim)


def _broken(written: Written, way: str, claim: str) -> None:
    _demand(bool(written.items) and bool(written.items[-1].true), "a broken claim before a true one.")
    _demand(way in WAYS, f"{way!r} is none of the ways {', '.join(WAYS)}.")
    written.items[-1].broken.append(Broken(way, claim))


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)


_LINES: tuple[tuple[re.Pattern[str], Callable[..., None]], ...] = (
    (re.compile(r"# (\w+): +(.+)"), _known),
    (re.compile(r"(\d+)\. +(.+)"), _sentence),
    (re.compile(r"@ ?(\d+(?:, ?\d+)*)"), _item),
    (re.compile(r"\+ +(.+)"), _true),
    (re.compile(r"- (\w+): +(.+)"), _broken),
)
