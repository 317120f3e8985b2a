import json
from pathlib import Path

from evals.verifier.trust import accuracy, told, trust


def exam(folder: Path, name: str, model: str, value: float) -> None:
    figures = [{"name": "balanced_accuracy", "value": value, "low": 0.6, "high": 0.7}]
    record = {"suite": {"name": name}, "split": "report", "model": model, "figures": figures, "questions": [{}] * 1_200}
    (folder / f"support-{name}-{model}.json").write_text(json.dumps(record))


def judge(*found: dict, verdicts: str = "assistant") -> dict:
    return {"model": "alignment", "trust": list(found), "verdicts": verdicts}


def test_the_exams_of_this_model_and_no_others(tmp_path: Path) -> None:
    exam(tmp_path, "wice", "alignment", 0.645)
    exam(tmp_path, "other", "another", 0.9)
    found = trust("alignment", tmp_path)

    assert found == [{"set": "wice", "split": "report", "pairs": 1_200, "value": 0.645, "low": 0.6, "high": 0.7}]
    assert accuracy(judge(*found)) == ".645 on wice (report, 1,200 pairs)"


def test_a_model_that_sat_no_exam_is_not_measured(tmp_path: Path) -> None:
    assert trust("alignment", tmp_path) == []
    assert told(judge()) == "Judged by alignment; its own balanced accuracy: not measured."
    assert told(judge(verdicts="checker")).endswith("those of this project's checks, with the same model.")


def test_the_built_in_model_sat_the_committed_exams() -> None:
    assert {one["set"] for one in trust("trained")} >= {"attributionbench", "wice"}
