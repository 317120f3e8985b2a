"""The tables of results, made from committed result files and from nothing else: the main rows in the README, all of them beside the
files."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.errors import BadData, DataMissing
from evals.marked import put_between
from evals.readme_about import ABOUT
from evals.saved import Run, load
from evals.units import unit_of
from evals.verifier.trust import accuracy

PRODUCT = "rag"
MARKER = "results"
JUDGE = "judge"
ROWS: Mapping[str, str] = {
    "R@1 (search)": "right document first, R@1",
    "R@5 (search)": "among the first five, R@5",
    "R@10 (search)": "among the first ten, R@10",
    "R@1 (reread)": "… after reading them, R@1",
    "R@5 (reread)": "… after reading them, R@5",
    "top sentence is gold": "first sentence cited is evidence",
    "citation precision": "sentences cited that are evidence (precision)",
    "citation recall": "evidence that is cited (recall)",
    "citation F1": "both, F1",
    "source precision": "documents cited that are right, where several are (precision)",
    "source recall": "… and right documents that are cited (recall)",
    "quotes covered": "words that people took from the sources and that are cited",
    "character recall of 5 passages": "characters of the evidence within the first five passages (recall)",
    "character precision of 5 passages": "characters of these passages that are evidence (precision)",
    "wrong passage, right document": "sentences cited from the right document, wrong place",
    "short answer hit": "the short answer is in the answer",
    "short answer exact match": "the fact set apart is the short answer, word for word (exact match)",
    "short answer F1": "the fact set apart against the short answer, token F1",
    "attribution kept": "whose statement it is stays with it (attribution kept)",
    "AUROC of the confidence": "answerable or not, AUROC of the confidence",
    "AUROC of the best cosine": "… of the best cosine (floor)",
    "calibration error": "calibration error of the confidence",
    "abstention recall": "abstains when it should (recall)",
    "abstention precision": "abstains rightly when it does (precision)",
    "wrong abstention": "abstains though the collection answers",
    "inexact citations": "citations whose quote is not at its place",
    "uncited sentences": "sentences shown without a usable citation",
    "unsupported sentences": "sentences shown that checks do not call supported",
    "removed sentences": "sentences written that the checks removed",
    "ALCE citation recall": "sentences that the cited texts bear out, as a model judges (ALCE recall)",
    "ALCE citation precision": "citations that are needed, as it judges (ALCE precision)",
    JUDGE: "… which model judged, and its own balanced accuracy",
    "prompt tokens a question": "tokens a question in prompts",
    "completion tokens a question": "tokens a question in replies",
    "price a question": "price a question",
}
"""Measures in the order of the table, by the name that readers see. Others that a result has come after them."""
LEAD = (
    "R@1 (search)",
    "R@1 (reread)",
    "top sentence is gold",
    "citation precision",
    "citation recall",
    "citation F1",
    "short answer hit",
    "attribution kept",
    "AUROC of the confidence",
    "AUROC of the best cosine",
    "abstention recall",
    "wrong abstention",
)
"""What a newcomer wants to know."""
LEAD_ABOUT = ("questions asked / failed",)
_LEFT_OUT = (
    "(dense)",
    "(keyword)",
    "MRR@",
    "nDCG@",
    "MAP@",
    "failed questions",
    "abstention F1",
    "(all)",
    "character",
    "source ",
    "quotes",
)


def renewed(readme: str, folder: Path, names: Collection[str] | None = None) -> str:
    """The text with the tables between the markers made anew, of all measures or of those named.

    Raises:
        BadData: no markers, or a result that holds texts it may not. DataMissing: no result files.
    """
    runs = [load(path) for path in sorted(folder.glob("*.json"))]
    if not runs:
        raise DataMissing(f"There are no result files in {folder}.", "Run: rag eval run SUITE --no-texts --out FILE")
    _refuse_texts(runs)
    own = [run for run in runs if not _other(run)]
    compared = {run.suite for run in runs if _other(run)}
    beside = [run for run in runs if run.suite in compared]
    tables = [table(own, names), table(beside, names) if compared else ""]
    shown = "\n\nThe same questions, answered by others:\n\n".join(text for text in tables if text)
    return put_between(readme, MARKER, shown)


def table(runs: Sequence[Run], names: Collection[str] | None = None) -> str:
    """A Markdown table: a column a run, a row a measure, each figure with its interval, and every question counted."""
    known = [name for name in ROWS if (names is None or name in names) and any(_tells(name, run) for run in runs)]
    every = [name for run in runs for name in run.figures if name not in ROWS and _shown(name)]
    others = dict.fromkeys(every if names is None else ())
    lines = [["", *(_heading(run) for run in runs)], ["---"] * (len(runs) + 1)]
    lines += [[ROWS.get(name, name), *(_told(name, run) for run in runs)] for name in [*known, *others]]
    told_about = ABOUT if names is None else {words: ABOUT[words] for words in LEAD_ABOUT}
    about = [[words, *(told(run.record) for run in runs)] for words, told in told_about.items()]
    lines += [row for row in about if any(row[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _tells(name: str, run: Run) -> bool:
    return run.judge is not None if name == JUDGE else name in run.figures


def _told(name: str, run: Run) -> str:
    if name == JUDGE:
        return f"{run.judge['model']}: {accuracy(run.judge)}" if run.judge else ""
    return _cell(run.figures.get(name))


def _shown(name: str) -> bool:
    return not any(part in name for part in _LEFT_OUT)


def _refuse_texts(runs: Sequence[Run]) -> None:
    for run in runs:
        if run.has_texts and not run.record["suite"]["publishable"]:
            told = f"{run.name}.json holds texts of {run.suite}, which may not be passed on."
            raise BadData(told, f"Run: rag eval strip evals/results/{run.name}.json")


def _heading(run: Run) -> str:
    documents = run.record["suite"]["documents"]
    who = f": {_other(run)}" if _other(run) else ""
    return f"{run.suite}, {run.record['split']} ({documents:,} documents){who}"


def _other(run: Run) -> str:
    """The name of the assistant that answered, if it is another than this project's."""
    name = str(run.record["assistant"]["name"])
    return "" if name == PRODUCT else name


def _cell(figure: Mapping[str, Any] | None) -> str:
    if figure is None or figure["value"] is None:
        return ""
    fine, coarse = _DECIMALS[unit_of(figure)]
    value = _number(figure["value"], fine)
    if figure["low"] is None:
        return value
    return f"{value} [{_number(figure['low'], coarse)}, {_number(figure['high'], coarse)}]"


_DECIMALS = {"share": (3, 2), "tokens": (0, 0), "money": (5, 5)}


def _number(value: float, decimals: int) -> str:
    """`.956`, `1.0`, `1,204`: without the nought before the point."""
    text = f"{value:,.{decimals}f}"
    if not decimals:
        return text
    return "1.0" if float(text.replace(",", "")) == 1 else text.removeprefix("0") if value >= 0 else text
