"""What was aimed at, what is reached on the report splits, and what is reached without any training, from committed results."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.marked import put_between

MARKER = "aims"


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure of a result file, and where it should be.

    Attributes:
        floor: what is reached without training: words, since each was measured in its own way. Empty: nothing to compare.
        most: the figure should be at most the aim, not at least.
    """

    about: str
    file: str
    figure: str
    aim: float
    floor: str = ""
    most: bool = False


AIMS = (
    Aim("squad2, right passage first after reading", "squad2-report", "R@1 (reread)", 0.91, ".834 (BM25)"),
    Aim("squad2, among the first five after reading", "squad2-report", "R@5 (reread)", 0.985, ".961 (fused)"),
    Aim("clapnq, right passage first after reading", "clapnq-report", "R@1 (reread)", 0.97, ".943 (vectors)"),
    Aim("obliqa, among the first ten", "obliqa-report", "R@10 (search)", 0.83, ".787 (fused)"),
    Aim("clapnq, evidence sentences cited, F1", "clapnq-report", "citation F1", 0.67, ".585 (cosine, own passage)"),
    Aim("clapnq, first sentence is evidence", "clapnq-report", "top sentence is gold", 0.81, ".697 (cosine)"),
    Aim("clapnq, answerable or not, AUROC", "clapnq-report", "AUROC of the confidence", 0.945, ".868 (cosine)"),
    Aim("squad2, answerable or not, AUROC", "squad2-report", "AUROC of the confidence", 0.76, ".626 (cosine)"),
    Aim("squad2, short answers, token F1", "squad2-report", "short answer F1", 0.74, ".645 (span head, own passage)"),
    Aim("WiCE, supported or not, balanced accuracy", "checks/support-wice", "balanced_accuracy", 0.66),
    Aim("AttributionBench, balanced accuracy", "checks/support-attributionbench", "balanced_accuracy", 0.70),
    Aim("true paraphrases accused", "checks/mutations-report", "untouched", 0.05, most=True),
    Aim("numbers and dates changed, caught", "checks/mutations-report", "number_date", 0.97),
    Aim("names changed, caught", "checks/mutations-report", "name", 0.97),
    Aim("negated, caught", "checks/mutations-report", "negate", 0.97),
    Aim("quotations altered, caught", "checks/mutations-report", "quotation", 0.97),
    Aim("another document cited, caught", "checks/mutations-report", "swap_citation", 0.97),
    Aim("the neighbouring sentence cited, caught", "checks/mutations-report", "cite_neighbour", 0.97),
    Aim("speakers dropped or changed, caught", "checks/mutations-report", "drop_speaker", 0.85),
    Aim("scope widened, caught", "checks/mutations-report", "widen_scope", 0.85),
    Aim("plans told as done, caught", "checks/mutations-report", "status", 0.85),
)


def renewed(page: str, folder: Path, aims: tuple[Aim, ...] = AIMS) -> str:
    """The page with the table of aims made anew; figures that no result file holds are told as not measured.

    Raises:
        BadData: the page has no place for it.
    """
    head = (
        "| what | without training | reached [95%] | aim | met | measured at |\n| --- | --- | --- | --- | --- | --- |"
    )
    return put_between(page, MARKER, "\n".join([head, *(_row(aim, folder) for aim in aims)]))


def _row(aim: Aim, folder: Path) -> str:
    bound = "at most " if aim.most else ""
    cells = [aim.about, aim.floor, "not measured", f"{bound}{_short(aim.aim)}", "", ""]
    path = folder / f"{aim.file}.json"
    record = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"figures": ()}
    found = next((one for one in record["figures"] if _name(one) == aim.figure and one["value"] is not None), None)
    if found is not None:
        value = found["value"]
        low, high = found["interval"] if "interval" in found else (found["low"], found["high"])
        met = round(value, 3) <= aim.aim if aim.most else round(value, 3) >= aim.aim
        cells[2] = f"{_short(value)} [{_short(low)}, {_short(high)}]"
        cells[4:] = ["yes" if met else "no", str(record.get("commit") or "")[:7]]
    return f"| {' | '.join(cells)} |"


def _name(figure: Mapping[str, Any]) -> str:
    """Of mutants, the figure of all makers counts; true paraphrases have one maker only."""
    if "by" in figure:
        return str(figure["kind"]) if figure["by"] == "all" or figure["kind"] == "untouched" else ""
    return str(figure["name"])


def _short(value: float) -> str:
    return "1.0" if value == 1 else f"{value:.3f}".removeprefix("0")
