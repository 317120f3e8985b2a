import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from evals.errors import DataMissing
from evals.verifier.judge import LONGEST_TEXT, judge, nearest
from evals.verifier.labelled import SETS, LabelledPair, pairs
from rag.verify.support.port import Pair, Support
from tests.fakes import HashEmbedder

WICE, ORACLE, BENCH = SETS


class SaysYesToShort:
    """A support model that calls short texts support, and fails on the empty claim."""

    name, threshold = "short", 0.5
    outweighs: Mapping[str, float] = {}

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        return [Support(0.9 if len(p.text) < 20 else 0.1, failed=not p.claim) for p in pairs]


def pair(number: int, text: str, *, supported: bool, claim: str = "a claim") -> LabelledPair:
    return LabelledPair(str(number), claim, (text,), supported, str(number))


def write(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


@pytest.mark.usefixtures("few_resamples")
def test_figures_by_hand() -> None:
    asked = [
        pair(1, "short", supported=True),
        pair(2, "short too", supported=False),
        pair(3, "a text that is long enough", supported=False),
        pair(4, "short", supported=True, claim=""),
    ]
    exam = judge(asked, SaysYesToShort(), HashEmbedder())
    figures = {figure.name: figure.value for figure in exam.figures()}
    assert figures["balanced_accuracy"] == pytest.approx(0.5)  # one of two found, one of two refused
    assert [one.chance for one in exam.judged] == [0.9, 0.9, 0.1, None]


def test_of_a_long_text_the_nearest_sentences_are_judged_in_their_order() -> None:
    filler = [f"Filler number {i} about ships and harbours and weather at sea." for i in range(60)]
    text = [*filler[:30], "The council adopted the budget.", *filler[30:], "The budget of the council was small."]
    kept = nearest("The council adopted the budget", text, HashEmbedder())
    assert "The council adopted the budget." in kept
    assert kept == [sentence for sentence in text if sentence in kept]
    assert sum(len(s.split()) for s in kept) <= LONGEST_TEXT


def test_partly_supported_counts_as_not_supported(tmp_path: Path) -> None:
    rows = [
        {"label": label, "claim": "c", "evidence": ["One.", "Two."], "meta": {"id": label}}
        for label in ("supported", "partially_supported", "not_supported")
    ]
    write(tmp_path / "wice" / "claim_dev.jsonl", *rows)
    assert [p.supported for p in pairs(WICE, tmp_path, "all")] == [True, False, False]


def test_splits_divide_the_pairs(tmp_path: Path) -> None:
    rows = [{"label": "supported", "claim": "c", "evidence": ["One."], "meta": {"id": f"id{i}"}} for i in range(40)]
    write(tmp_path / "wice" / "claim_dev_oracle_chunks.jsonl", *rows)
    tune, report, everything = ({p.id for p in pairs(ORACLE, tmp_path, split)} for split in ("tune", "report", "all"))
    assert tune | report == everything
    assert not tune & report
    assert len(everything) == 40


def test_a_missing_set_says_where_it_can_be_had(tmp_path: Path) -> None:
    with pytest.raises(DataMissing) as caught:
        pairs(BENCH, tmp_path, "all")
    assert "https://" in caught.value.remedy
