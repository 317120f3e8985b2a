"""Any cross-encoder can judge: what its outputs mean is read from its configuration. The models here are tiny and random."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelMissing
from rag.errors import BadSetting
from rag.verify.support.cross_encoder import CrossEncoderModel, _meaning
from rag.verify.support.port import Pair
from tests.tiny_cross_encoder import tiny

PAIRS = [Pair("the lamps cost 384 crowns", "the oil came on top"), Pair("oil", "the lamps")]


@pytest.mark.parametrize(
    "labels", [["contradiction", "entailment", "neutral"], ["LABEL_0", "LABEL_1"], ["LABEL_0"]], ids=len
)
def test_models_of_three_two_and_one_outputs_judge(tmp_path: Path, labels: list[str]) -> None:
    model = CrossEncoderModel(str(tiny(tmp_path / "model", labels)))
    judged = model.judge(PAIRS)
    assert len(judged) == len(PAIRS)
    assert all(0 < s.supported < 1 and 0 <= s.contradicted < 1 and s.supported + s.contradicted <= 1 for s in judged)
    assert (judged[0].contradicted > 0) is (len(labels) == 3)
    assert model.judge([]) == []


@pytest.mark.parametrize(
    ("labels", "outputs", "supported", "contradicted"),
    [
        (["ENTAILMENT", "NEUTRAL", "CONTRADICTION"], [9, 0, 0], 1, 0),
        (["contradiction", "entailment", "neutral"], [9, 0, 0], 0, 1),
        (["not_entailment", "entailment"], [0, 9], 1, 0),
        (["entailment", "not_entailment"], [9, 0], 1, 0),
        (["LABEL_0", "LABEL_1"], [0, 9], 1, 0),
        (["REFUTES", "SUPPORTS", "NOT ENOUGH INFO"], [9, 0, 0], 0, 1),
        (["LABEL_0"], [9], 1, 0),
        (["LABEL_0"], [-9], 0, 0),
    ],
)
def test_outputs_are_read_by_their_names(
    labels: list[str], outputs: list[float], supported: float, contradicted: float
) -> None:
    support = _meaning(labels, "model")(np.array(outputs, np.float64))
    assert (support.supported, support.contradicted) == (
        pytest.approx(supported, abs=0.01),
        pytest.approx(contradicted, abs=0.01),
    )


def test_three_outputs_without_names_are_refused(tmp_path: Path) -> None:
    model = CrossEncoderModel(str(tiny(tmp_path / "model", ["LABEL_0", "LABEL_1", "LABEL_2"])))
    with pytest.raises(BadSetting, match="which of its outputs"):
        model.judge(PAIRS)


def test_a_model_that_is_not_there_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing) as raised:
        CrossEncoderModel(str(tmp_path / "nothing")).judge(PAIRS)
    assert "RAG_SUPPORT_MODEL=built-in" in raised.value.remedy
