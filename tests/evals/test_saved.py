"""Result files read back, in a notebook and otherwise."""

import json

import pytest

import evals
from evals.errors import BadData, DataMissing
from tests.evals.saved_runs import record, saved

pytestmark = pytest.mark.usefixtures("few_resamples")


def test_a_frame_has_a_row_for_every_question_also_for_those_that_failed(tmp_path):
    path = saved(tmp_path, "run.json", record("half", built_00=None, built_01="declined"))
    frame = evals.load(path).frame().set_index("question")

    assert len(frame) == 20
    assert frame.loc["built-02", "citation precision"] == 0.5
    assert frame["citation precision"].isna().sum() == 12  # one failed, one declined, ten are unanswerable
    assert frame.loc["built-00", "error"] == "RagError: It broke."
    assert frame.loc["built-01", "citation recall"] == 0
    assert frame.loc["built-02", "text"] == "Built 2?" and frame.loc["built-02", "compose (ms)"] == 2.0


def test_what_is_no_result_is_refused_with_the_reason(tmp_path):
    path = tmp_path / "run.json"
    with pytest.raises(DataMissing, match="cannot be read"):
        evals.load(path)
    for text, said in (
        ("{", "is not JSON"),
        ("[]", "schema version None"),
        ('{"schema_version": 1}', "version 1; this"),
    ):
        path.write_text(text)
        with pytest.raises(BadData, match=said) as error:
            evals.load(path)
        assert "rag eval run" in error.value.remedy


def test_a_part_that_is_missing_is_named(tmp_path):
    value = record()
    del value["figures"]
    (tmp_path / "run.json").write_text(json.dumps(value))
    with pytest.raises(BadData, match="'figures' is missing"):
        evals.load(tmp_path / "run.json")
