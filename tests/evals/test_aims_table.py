"""The table of aims says what committed results reach, whether that is enough, and what was not measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.aims_table import AIMS, Aim, renewed
from evals.errors import BadData

PAGE = "Before\n<!-- aims -->\nold\n<!-- /aims -->\nAfter\n"
ACCUSED = Aim("accused", "checks/mutants", "untouched", 0.05, most=True)


def row(aim: Aim, folder: Path, figures: list[dict[str, Any]] | None = None) -> str:
    if figures is not None:
        path = folder / f"{aim.file}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"figures": figures, "commit": "ad119b4c0ffee"}))
    return renewed(PAGE, folder, (aim,)).splitlines()[4]


def named(name: str, value: float | None) -> dict[str, Any]:
    return {"name": name, "value": value, "low": 0.5, "high": 1.0}


@pytest.mark.parametrize(("value", "met"), [(0.7, "yes"), (0.6996, "yes"), (0.699, "no")])
def test_an_aim_is_met_from_its_value_on(value: float, met: str, tmp_path: Path) -> None:
    aim = Aim("F1", "ferry-report", "citation F1", 0.7, ".585 (cosine)")
    told = row(aim, tmp_path, [named("other", 1.0), named("citation F1", value)])
    assert told == f"| F1 | .585 (cosine) | {f'{value:.3f}'[1:]} [.500, 1.0] | .700 | {met} | ad119b4 |"


@pytest.mark.parametrize(("value", "met"), [(0.05, "yes"), (0.06, "no")])
def test_what_should_be_small_is_met_below(value: float, met: str, tmp_path: Path) -> None:
    figure = {"kind": "untouched", "by": "hand", "value": value, "interval": [0.01, 0.1]}
    assert row(ACCUSED, tmp_path, [figure]).endswith(f"[.010, .100] | at most .050 | {met} | ad119b4 |")


def test_of_mutants_those_of_all_makers_count(tmp_path: Path) -> None:
    figures = [
        {"kind": "name", "by": by, "value": value, "interval": [0, 1]} for by, value in (("hand", 0.5), ("all", 0.98))
    ]
    assert ".980" in row(Aim("names", "checks/mutants", "name", 0.97), tmp_path, figures)


@pytest.mark.parametrize("figures", [None, [], [named("citation F1", None)]])
def test_what_no_result_holds_is_not_measured(figures: list[dict[str, Any]] | None, tmp_path: Path) -> None:
    assert (
        row(Aim("F1", "ferry-report", "citation F1", 0.7), tmp_path, figures) == "| F1 |  | not measured | .700 |  |  |"
    )


def test_a_page_without_markers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="no place for the table of aims"):
        renewed("nothing", tmp_path)


def test_the_aims_name_figures_that_committed_results_have() -> None:
    """A mistyped name would be told as "not measured" for ever."""
    results = Path(__file__).parents[2] / "evals" / "results"
    assert [row for row in renewed(PAGE, results, AIMS).splitlines() if "not measured" in row] == []
