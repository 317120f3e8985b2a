"""Result files to one HTML page. The markup is in the templates beside this file, which escape every text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evals.changes import ended, worth
from evals.report.breakdown import Part, by_document, by_type, told
from evals.report.marks import Quote, Spoken, answer_of, gold_of
from evals.report.plots import Shown, plots
from evals.report.svg import span
from evals.saved import Run, share
from evals.table import usage_line
from evals.units import shown as amount
from evals.units import unit_of
from evals.verifier.trust import told as judged_by
from evals.wall_time import stages, wall_time
from rag.wording import clean

_FOLDER = Path(__file__).parent
_DOCUMENTS_SHOWN = 40
_CHANNELS = ("(dense)", "(keyword)", "(reread)")

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the page shows it."""

    row: Row
    ended: str
    worth: float
    gold: list[Quote]
    answer: list[Spoken]
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A run as the page shows it.

    `measures` are those that parts of it are broken down by; `more_documents`: how many have fewer questions than those listed;
    `judge`: who judged it afterwards, and how far that can be believed; `took`: how long it took.
    """

    run: Run
    plots: list[Shown]
    measures: list[str]
    types: list[Part]
    documents: list[Part]
    more_documents: int
    questions: list[Asked]
    judge: str
    took: str
    used: str


def page(runs: Sequence[Run]) -> str:
    """The whole page."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"three": _three, "shown": _shown, "figure": _figure}
    environment.globals |= {"span": span, "unit_of": unit_of}
    style = Markup((_FOLDER / "page.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    shelves = [_shelf(run) for run in runs]
    return environment.get_template("page.html").render(runs=runs, shelves=shelves, style=style, **_names(runs))


def _names(runs: Sequence[Run]) -> dict[str, list[str]]:
    """The measures as the page orders them: answers, then the search, then each of its channels."""
    names = list(dict.fromkeys(name for run in runs for name in run.figures))
    lower = [name for name in names if any(run.figures.get(name, {}).get("lower_is_better") for run in runs)]
    channels = [name for name in names if name.endswith(_CHANNELS)]
    search = [name for name in names if name.endswith("(search)")]
    answers = [name for name in names if name not in {*channels, *search}]
    judged = [name for run in runs for name in run.judged if all(name in each.judged for each in runs if each.judge)]
    return {"main": [*answers, *search], "channels": channels, "lower": lower, "judged": judged}


def _shelf(run: Run) -> Shelf:
    rows = run.questions
    documents = by_document(rows)
    settings = run.record["assistant"]["settings"]
    shares = {name for name, figure in run.figures.items() if unit_of(figure) == "share"}
    questions = sorted((_asked(row, shares) for row in rows), key=lambda one: (one.worth, one.row["question"]))
    shown = documents[:_DOCUMENTS_SHOWN]
    below = settings.get("abstain_below")
    types = by_type(rows)
    judge = judged_by(run.judge) if run.judge else ""
    took = f"{wall_time(run.record)} ({stages(run.record)})" if wall_time(run.record) else ""
    rest = len(documents) - len(shown)
    return Shelf(
        run, plots(rows, below), told(types), types, shown, rest, questions, judge, took, usage_line(run.record)
    )


def _asked(row: Row, shares: Collection[str]) -> Asked:
    known = {name: share(score) for name, score in row["scores"].items() if name in shares}
    scores = {name: value for name, value in known.items() if value is not None}
    return Asked(row, ended(row), worth(row), gold_of(row), answer_of(row), scores)


def _three(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _figure(value: float | None, figure: Mapping[str, Any]) -> str:
    """In the figure's unit."""
    return amount(value, unit_of(figure))


def _shown(text: str | None) -> str:
    """Text from elsewhere without characters that turn or hide what stands beside them."""
    return clean(text or "")
