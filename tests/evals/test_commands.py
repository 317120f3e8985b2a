"""The commands: what they print, which status they end with, and one real run on the sample collection."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from evals.__main__ import main
from tests.evals.saved_runs import record, saved
from ui.cli import app

pytestmark = pytest.mark.usefixtures("few_resamples")


@pytest.fixture(autouse=True)
def _screen_of_eighty_columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def runs(tmp_path):
    return str(saved(tmp_path, "before.json", record("half"))), str(
        saved(tmp_path, "after.json", record(built_00=None))
    )


def test_compare_says_better_and_names_what_got_worse(runs, capsys):
    assert main(["compare", *runs]) == 0
    said = capsys.readouterr().out

    assert "20 questions of tiny that both asked" in said
    assert "built-00" in said and "failed 0.00" in said
    row = next(line.strip() for line in said.splitlines() if line.strip().startswith("citation precision"))
    assert row.endswith("better")


def test_compare_as_json_is_json_alone(runs, capsys):
    assert main(["compare", *runs, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)

    assert said["questions"] == 20 and said["changed"][0]["question"] == "built-00"


def test_gate_ends_with_the_verdict(runs, capsys):
    allowed = ["--max", "wrong_abstention=0.2", "--max", "failed_questions=0.05"]
    assert main(["gate", runs[1], "--min", "citation_precision=0.9", *allowed]) == 0
    assert "All limits are kept." in capsys.readouterr().out
    assert main(["gate", runs[1], "--min", "citation_precision=0.9", "--max", "failed_questions=0"]) == 1
    assert "MISSED" in capsys.readouterr().out
    assert main(["gate", runs[1], "--min", "precision=0.9"]) == 2
    assert "citation_precision" in capsys.readouterr().err


def test_report_writes_a_page_and_warns_of_texts_that_are_not_ours(runs, tmp_path, capsys):
    assert main(["report", *runs, "-o", str(tmp_path / "pages" / "report.html")]) == 0
    assert "keep it to yourself" in capsys.readouterr().out
    assert (tmp_path / "pages" / "report.html").read_text().startswith("<!doctype html>")


def test_limits_of_a_run_decide_its_status_and_both_prices_are_needed(tiny_folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("RAG_READER", "similarity")
    questions = tmp_path / "mine.jsonl"
    questions.write_text(json.dumps({"id": "raw", "question": "Who painted the ceiling?", "answerable": False}))
    asked = ["run", "--questions", str(questions), "--folder", str(tiny_folder), "--index", str(tmp_path / "index")]
    command = [*asked, "-o", str(tmp_path / "result.json"), "--timed", "--workers", "3"]

    assert main([*command, "--max", "failed_questions=0"]) == 0
    assert "1 at once" in capsys.readouterr().out, "times of a user are taken one question at a time"
    assert main([*command, "--min", "abstention_precision=1.1"]) == 1
    assert main([*command, "--price-in", "1"]) == 2
    assert main([*command, "--support", "none"]) == 2
    assert "judges nothing" in capsys.readouterr().err


def test_alce_judges_a_result_file_that_has_texts(runs, tmp_path, capsys):
    out = tmp_path / "judged.json"
    assert main(["alce", runs[1], "--support", "alignment", "-o", str(out), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)

    assert said["judge"]["model"] == "alignment" and next(f["name"] for f in said["figures"]) == "ALCE citation recall"
    assert main(["gate", str(out), "--min", "alce_citation_recall=0.9", "--max", "failed_questions=0.1"]) == 0
    assert "Judged by alignment" in capsys.readouterr().out
    assert main(["strip", runs[1]]) == 0 and main(["alce", runs[1]]) == 2
    assert "holds no texts" in capsys.readouterr().err


def test_strip_in_place_and_beside(runs, tmp_path):
    assert main(["strip", runs[0], "-o", str(tmp_path / "bare.json")]) == 0
    assert "mill was built" not in (tmp_path / "bare.json").read_text()
    assert main(["strip", runs[0]]) == 0
    assert (tmp_path / "before.json").read_text() == (tmp_path / "bare.json").read_text()


def test_draft_then_validate_then_edit(tiny_folder, tmp_path, capsys):
    questions = tmp_path / "questions.jsonl"
    assert main(["draft", str(tiny_folder), "-o", str(questions)]) == 0
    assert main(["validate", str(questions), "--folder", str(tiny_folder)]) == 0
    assert "is a draft and will not be asked" in capsys.readouterr().out
    questions.write_text(questions.read_text() + '{"id": "x", "question": "Why?"}\n')
    assert main(["validate", str(questions)]) == 1
    assert "'answerable' is missing. Add it." in capsys.readouterr().out
    assert main(["draft", str(tiny_folder), "-o", str(questions)]) == 2


@pytest.mark.parametrize("arguments", [["run"], ["run", "clapnq", "--questions", "q.jsonl"], ["run", "--folder", "x"]])
def test_run_without_a_choice_is_a_usage_error(arguments):
    assert main(arguments) == 2


def test_own_questions_on_own_documents_from_file_to_result(tiny_folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("RAG_READER", "similarity")
    treaty = {"document": "treaty.md", "quote": "The Lantern Treaty was signed by 41 states on 3 March 2024 in Tartu."}
    rows = [
        {"id": "signed", "question": "When was the Lantern Treaty signed?", "answerable": True, "gold": [treaty]},
        {"id": "raw", "question": "Draft?", "answerable": False, "status": "draft"},
    ]
    questions, out = tmp_path / "mine.jsonl", tmp_path / "result.json"
    questions.write_text("\n".join(map(json.dumps, rows)))
    command = ["run", "--questions", str(questions), "--folder", str(tiny_folder), "--index", str(tmp_path / "index")]

    assert main([*command, "-o", str(out)]) == 0
    assert "1 drafts were not asked" in capsys.readouterr().out
    written = json.loads(out.read_text())
    assert [row["question"] for row in written["questions"]] == ["signed"]
    assert written["suite"]["name"] == "mine" and written["counts"]["asked"] == 1
    assert not list(tmp_path.glob("*.part"))


def test_a_real_run_on_the_sample_collection(sample_assistant, tmp_path, monkeypatch, capsys):
    """Four questions against the index that other tests made, in the form that is committed, and short for `run`."""
    monkeypatch.setenv("RAG_READER", "similarity")
    out = tmp_path / "result.json"
    command = ["governance", "--limit", "4", "--index", str(sample_assistant.index), "-o", str(out), "--no-texts"]
    asked = [
        "--judge-citations",
        "--workers",
        "2",
        "--price-in",
        "1",
        "--price-out",
        "4",
        "--max",
        "price_a_question=0",
    ]

    assert main([*command, *asked]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Judged by trained; its own balanced accuracy: ." in said and "All limits are kept." in said
    assert "It took" in said and "2 at once" in said
    written = json.loads(out.read_text())
    assert len(written["questions"]) == written["counts"]["asked"] == 4
    assert written["texts"] is False and all(row["text"] is None for row in written["questions"])
    assert written["assistant"]["index"]["documents"] == written["suite"]["documents"]
    figures = {figure["name"]: figure["value"] for figure in written["figures"]}
    assert {"R@5 (search)", "citation F1", "calibration error", "failed questions"} <= set(figures)
    assert figures["ALCE citation recall"] == 1, "the documents' own words bear themselves out"
    assert figures["prompt tokens a question"] == figures["uncited sentences"] == figures["unsupported sentences"] == 0
    assert written["judge"]["trust"] and written["run"]["workers"] == 2
    assert all(row["timings"]["whole answer"] > 0 for row in written["questions"])


def test_rag_eval_is_the_same_command_with_the_same_status(runs):
    limits = ["--min", "citation_precision=0.9", "--max", "failed_questions=0.05"]

    assert CliRunner().invoke(app, ["eval", "gate", runs[1], *limits]).exit_code == 0
    assert CliRunner().invoke(app, ["eval", "gate", runs[0], *limits]).exit_code == 1
    missing = CliRunner().invoke(app, ["eval", "gate", "none.json", *limits])
    assert (
        missing.exit_code == 2 and "none.json cannot be read" in missing.output and "Check the path." in missing.output
    )
    assert "draft" in CliRunner().invoke(app, ["eval", "-h"]).output


def test_what_reads_results_loads_no_model(runs):
    heavy = ("torch", "chromadb", "gradio", "sentence_transformers", "transformers", "llama_index")
    script = (
        "import sys\nfrom evals.__main__ import main\n"
        f"assert main(['gate', {runs[1]!r}, '--min', 'citation_precision=0.9']) == 1\n"
        f"sys.exit(', '.join(name for name in {heavy!r} if name in sys.modules) or None)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
