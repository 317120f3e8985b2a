"""Result files to one HTML page. The markup is in the templates beside this file, which escape every text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evals.changes import ended, worth
from evals.report.breakdown import MEASURES, Part, by_document, by_type
from evals.report.marks import Quote, Spoken, answer_of, gold_of
from evals.report.plots import Shown, plots
from evals.report.svg import span
from evals.saved import Run, share
from rag.wording import clean

_FOLDER = Path(__file__).parent
_DOCUMENTS_SHOWN = 40
_CHANNELS = ("(dense)", "(keyword)")

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
    """A run as the page shows it. `more_documents`: how many have fewer questions than those listed."""

    run: Run
    plots: list[Shown]
    types: list[Part]
    documents: list[Part]
    more_documents: int
    questions: list[Asked]


def page(runs: Sequence[Run]) -> str:
    """The whole page."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"three": _three, "shown": _shown}
    environment.globals |= {"span": span, "measures": MEASURES}
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
    return {"main": [*answers, *search], "channels": channels, "lower": lower}


def _shelf(run: Run) -> Shelf:
    rows = run.questions
    documents = by_document(rows)
    settings = run.record["assistant"]["settings"]
    questions = sorted(map(_asked, rows), key=lambda one: (one.worth, one.row["question"]))
    shown = documents[:_DOCUMENTS_SHOWN]
    below = settings.get("abstain_below")
    return Shelf(run, plots(rows, below), by_type(rows), shown, len(documents) - len(shown), questions)


def _asked(row: Row) -> Asked:
    scores = {name: value for name, score in row["scores"].items() if (value := share(score)) is not None}
    return Asked(row, ended(row), worth(row), gold_of(row), answer_of(row), scores)


def _three(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _shown(text: str | None) -> str:
    """Text from elsewhere without characters that turn or hide what stands beside them."""
    return clean(text or "")
