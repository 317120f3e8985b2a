"""The sets of `run` that examine the checks: what they write, and that limits decide the status."""

import json
from pathlib import Path

import pytest

from evals.__main__ import main
from evals.commands.examining import as_result
from evals.gate import check, limits
from evals.saved import Run

pytestmark = pytest.mark.usefixtures("few_resamples")
MUTANTS = {
    "questions": [{}] * 30,
    "figures": [
        {"kind": "untouched", "by": "hand", "value": 0.1, "interval": [0.02, 0.3], "trials": 20},
        {"kind": "negate", "by": "hand", "value": 0.5, "interval": [0.2, 0.8], "trials": 4},
        {"kind": "negate", "by": "all", "value": 0.9, "interval": [0.6, 1.0], "trials": 10},
        {"kind": "name", "by": "code", "value": None, "interval": None, "trials": 0},
    ],
}


def passed(record, least=(), most=()):
    return [one.passed for one in check(Run("run", as_result(record)), limits(least, most))]


def test_a_kind_means_all_of_its_mutants_and_false_alarms_the_true_claims():
    assert passed(MUTANTS, ["negate=0.9"], ["false_alarms=0.1"]) == [True, True]
    assert passed(MUTANTS, ["negate_hand=0.9"], ["false_alarms=0.09"]) == [False, False]
    assert passed(MUTANTS, ["name_code=0"]) == [False], "what was not tried does not pass"


def test_the_command_ends_with_1_where_a_limit_is_missed(tmp_path, capsys):
    """The guards alone call nothing supported: every mutant is caught, and every true claim is accused."""
    out = tmp_path / "mutations.json"
    command = ["run", "mutations", "--limit", "3", "--support", "none", "-o", str(out)]

    assert main([*command, "--min", "swap_citation=0.9"]) == 0
    assert main([*command, "--min", "swap_citation=0.9", "--max", "false_alarms=0.1"]) == 1
    said = capsys.readouterr().out
    assert "1 of 2 limits missed." in said and "Noted in" not in said
    written = json.loads(out.read_text())
    assert (written["kind"], written["split"], written["limit"]) == ("mutations", "tune", 3)


def test_labelled_pairs_are_a_suite_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    rows = [
        {"label": label, "claim": "The mill was built in 1801.", "evidence": [text], "meta": {"id": str(number)}}
        for number in range(12)
        for label, text in (
            ("supported", "The mill was built in 1801."),
            ("not_supported", "Cats sleep through most of the day."),
        )
    ]
    (tmp_path / "wice").mkdir()
    (tmp_path / "wice" / "claim_dev.jsonl").write_text("\n".join(map(json.dumps, rows)))
    command = [
        "wice",
        "--data-dir",
        str(tmp_path),
        "-o",
        str(tmp_path / "out.json"),
        "--support",
        "alignment",
        "--json",
    ]

    assert main([*command, "--min", "balanced_accuracy=0.9"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["model"] == "alignment" and said["checks"][0]["passed"] and "questions" not in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["mutations", "--workers", "2"], "--workers says how questions are asked; mutations asks none"),
        (["mutations", "--split", "all"], "The splits of mutations are tune and report"),
        (["wice"], "Name the folder that holds it with --data-dir"),
        (["mutations", "--limit", "1", "--support", "none", "--max", "alarms=1"], "Measures are: false_alarms"),
    ],
)
def test_what_cannot_be_done_is_said(arguments, message, capsys, tmp_path):
    assert main(["run", *arguments, "-o", str(tmp_path / "out.json")]) == 2
    assert message in " ".join(capsys.readouterr().err.split())
