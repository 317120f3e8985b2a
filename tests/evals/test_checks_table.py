import json
from pathlib import Path
from typing import Any

import pytest

from evals.checks_table import renewed
from evals.errors import BadData

PAGE = "Before\n<!-- checks -->\nold\n<!-- /checks -->\nafter\n"


def row(kind: str, by: str, caught: int, trials: int) -> dict[str, Any]:
    share = caught / trials
    return {"kind": kind, "by": by, "caught": caught, "trials": trials, "value": share, "interval": [share / 2, 1.0]}


MUTATIONS = {
    "kind": "mutations",
    "split": "report",
    "figures": [
        row("untouched", "hand", 1, 50),
        row("name", "hand", 9, 10),
        row("name", "code", 10, 10),
        row("name", "all", 19, 20),
    ],
}
SUPPORT = {
    "kind": "support",
    "split": "report",
    "suite": {"name": "wice"},
    "model": "built-in",
    "milliseconds": 12.3,
    "questions": [{}, {}],
    "figures": [
        {"name": name, "value": 0.66, "low": 0.6, "high": 0.7} for name in ("balanced_accuracy", "macro_f1", "auroc")
    ],
}


def folder(path: Path, *records: dict[str, Any]) -> Path:
    for number, record in enumerate(records):
        (path / f"{number}.json").write_text(json.dumps(record))
    return path


def test_the_tables_stand_between_the_markers_and_nothing_else_changes(tmp_path: Path) -> None:
    page = renewed(PAGE, folder(tmp_path, MUTATIONS, SUPPORT))
    assert page.startswith("Before\n<!-- checks -->\n")
    assert page.endswith("<!-- /checks -->\nafter\n")
    assert "old" not in page
    assert "| true paraphrases (falsely accused) | 1 of 50 | 2.0% [1.0%, 100.0%] |  |" in page
    assert "| a name changed | 19 of 20 | 95.0% [47.5%, 100.0%] | 9 of 10 |" in page
    assert "| wice, report (2) | built-in | .660 [.60, .70] |" in page


def test_made_twice_it_is_the_same(tmp_path: Path) -> None:
    once = renewed(PAGE, folder(tmp_path, MUTATIONS))
    assert renewed(once, tmp_path) == once


def test_without_result_files_the_page_stays(tmp_path: Path) -> None:
    assert renewed(PAGE, tmp_path) == PAGE


def test_a_page_without_markers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="no place for the table of checks"):
        renewed("nothing", folder(tmp_path, MUTATIONS))
