"""Time by stage, with the real product."""

from evals import latency
from evals.splits import choose
from tests.evals.tiny import SUITE


def test_every_stage_is_timed_beside_one_embedding(tmp_path):
    measured = latency.measure(SUITE, tmp_path, progress=False)
    stages = measured.to_dict()["timings_ms"]

    assert measured.questions == len(choose(SUITE.questions, "tune"))
    assert {"embed", "search", "whole answer", "one question embedding (yardstick)"} <= stages.keys()
    assert all(0 < values["p50"] <= values["p95"] for values in stages.values())
    assert stages["whole answer"]["p95"] >= stages["embed"]["p50"]
