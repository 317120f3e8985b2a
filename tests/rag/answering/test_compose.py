"""What an answer keeps beside its best sentence."""

from __future__ import annotations

import pytest

from rag.answering.compose import KEEP_FOR_ONE, KEEP_FOR_SEVERAL, Keep


@pytest.mark.parametrize(
    ("score", "best", "kept"),
    [
        (0.8, 0.9, True),
        (0.5, 0.9, False),  # far behind the best one
        (0.2, 0.2, False),  # as good as the best one, and neither is likely
        (0.9, 0.9, True),
    ],
)
def test_a_sentence_must_be_near_the_best_one_and_likely_by_itself(score: float, best: float, kept: bool) -> None:
    assert Keep(share=0.4, chance=0.25).keeps(score, best) is kept


def test_a_question_for_several_things_keeps_more() -> None:
    scores = [0.05 * place for place in range(1, 20)]
    for_one, for_several = (
        sum(keep.keeps(score, 0.8) for score in scores) for keep in (KEEP_FOR_ONE, KEEP_FOR_SEVERAL)
    )
    assert for_several > for_one > 0
