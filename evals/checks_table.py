"""The tables of the checks in the README: mutants caught, and support models on labelled pairs, from committed result files."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evals.marked import put_between

MARKER = "checks"
KINDS: Mapping[str, str] = {
    "untouched": "true paraphrases (falsely accused)",
    "swap_citation": "cites another document's sentence",
    "cite_neighbour": "cites the sentence beside it",
    "negate": "negated",
    "number_date": "a number or date changed",
    "name": "a name changed",
    "quotation": "a quotation altered",
    "drop_speaker": "the speaker dropped or changed",
    "widen_scope": "the scope widened",
    "status": "proposed becomes adopted, may becomes will",
}
_MEASURES = ("balanced_accuracy", "macro_f1", "auroc")


def renewed(readme: str, folder: Path) -> str:
    """The text with the tables between the markers made anew; as it is where there are no result files.

    Raises:
        BadData: result files, and no markers.
    """
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    if not records:
        return readme
    tables = [_mutations([r for r in records if r["kind"] == "mutations"])]
    tables.append(_support([r for r in records if r["kind"] == "support"]))
    shown = "\n\n".join(table for table in tables if table)
    return put_between(readme, MARKER, shown)


def _mutations(records: Iterable[Mapping[str, Any]]) -> str:
    rows = [(record, figure) for record in records for figure in record["figures"]]
    kept = [(r, f) for r, f in rows if f["by"] == ("hand" if f["kind"] == "untouched" else "all")]
    by_hand = {(r["split"], f["kind"]): f for r, f in rows if f["by"] == "hand"}
    lines = [["what was done to the claim", "caught, of", "share [95%]", "of those written by hand"], ["---"] * 4]
    for record, figure in kept:
        hand = by_hand.get((record["split"], figure["kind"]))
        told = "" if hand is None or figure["kind"] == "untouched" else f"{hand['caught']} of {hand['trials']}"
        lines.append([KINDS[figure["kind"]], f"{figure['caught']} of {figure['trials']}", _share(figure), told])
    return _markdown(lines) if kept else ""


def _share(figure: Mapping[str, Any]) -> str:
    low, high = figure["interval"]
    return f"{figure['value']:.1%} [{low:.1%}, {high:.1%}]"


def _support(records: Iterable[Mapping[str, Any]]) -> str:
    lines = [["pairs labelled by people", "support model", *_MEASURES, "ms a pair"], ["---"] * 6]
    for record in records:
        figures = {figure["name"]: figure for figure in record["figures"]}
        cells = [_figure(figures[name]) for name in _MEASURES]
        name = f"{record['suite']['name']}, {record['split']} ({len(record['questions'])})"
        lines.append([name, str(record["model"]), *cells, f"{record['milliseconds']:.0f}"])
    return _markdown(lines) if len(lines) > 2 else ""


def _figure(figure: Mapping[str, Any]) -> str:
    return f"{figure['value']:.3f} [{figure['low']:.2f}, {figure['high']:.2f}]".replace("0.", ".")


def _markdown(lines: Iterable[Iterable[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
