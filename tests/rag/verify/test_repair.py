"""Repair: the right text is found among the others, and told by its words."""

from __future__ import annotations

from rag.verify.grounds import GroundCheck
from rag.verify.repair import MOST_TRIED, Change, candidates, in_words, others_that_support
from tests.rag.verify.sources import Believes, numbered

COST = "The lamps of the northern coast cost 384 crowns."
CLAIM = "The lamps cost 384 crowns."


def test_only_texts_that_share_words_are_tried_and_the_likeliest_first() -> None:
    evidence = [numbered(1, "Rain fell on Narva."), numbered(2, "The lamps are blue."), numbered(3, COST)]
    assert [one.number for one in candidates(CLAIM, evidence)] == [3, 2]
    assert len(candidates(CLAIM, [numbered(i, COST) for i in range(1, 30)])) == MOST_TRIED


def test_the_text_that_bears_a_claim_out_best_is_found_for_each_claim() -> None:
    evidence = [numbered(1, COST), numbered(2, "The lamps are blue.")]
    check = GroundCheck([], Believes((CLAIM, COST)))
    first, second = others_that_support([(CLAIM, evidence), ("The lamps are red.", evidence)], check)
    assert first is not None
    assert first[0].number == 1
    assert second is None


def test_a_correction_is_told_by_quotes_and_not_by_numbers() -> None:
    was, became = numbered(1, "Rain fell on Narva.").citation, numbered(2, COST, "cost.txt").citation
    told = in_words(Change([was], [became]))
    assert told == f"The writer cited “Rain fell on Narva.” (lamps.txt); what bears it out is “{COST}” (cost.txt)."
    assert "no text" in in_words(Change([], [became]))
    assert "[9]" in in_words(Change([was], unknown=[9]))
    assert in_words(Change([was])) == ""
    assert "adds nothing" in in_words(Change([was, became], spare=[became]))
    assert len(in_words(Change([numbered(1, "word " * 200).citation], [became]))) < 250
