"""How many sentences an answer should keep is told by the F1 of those it would."""

from __future__ import annotations

import pytest

from evals.fitting.model_reader import declined, kept_f1
from evals.fitting.regression import fitted, fitted_to_likeliest
from evals.fitting.rows import Row
from rag.answering.compose import Keep
from rag.reading.signals import Weights

ODDS = Weights(0.0, {"model": 1.0})


def asked(*sentences: tuple[float, bool], gold: int, answerable: bool = True) -> Row:
    return Row(answerable, (), tuple(({"model": signal}, label) for signal, label in sentences), gold)


def test_fewer_are_kept_the_nearer_they_must_be_to_the_best_one() -> None:
    row = asked((0.0, True), (-0.5, True), (-3.0, False), gold=3)
    assert kept_f1([row], ODDS, Keep(0.01, 0.0)) == pytest.approx(2 * 2 / (3 + 3))
    assert kept_f1([row], ODDS, Keep(0.5, 0.0)) == pytest.approx(2 * 2 / (2 + 3))
    assert kept_f1([row], ODDS, Keep(1.0, 0.0)) == pytest.approx(2 * 1 / (1 + 3))


def test_the_best_is_kept_and_others_need_a_chance_of_their_own() -> None:
    row = asked((-0.85, True), (-1.4, True), gold=2)  # chances of .30 and .20
    assert kept_f1([row], ODDS, Keep(0.5, 0.25)) == pytest.approx(2 * 1 / (1 + 2))
    assert kept_f1([row], ODDS, Keep(0.5, 0.1)) == 1.0


def test_an_answer_holds_no_more_sentences_than_its_setting_allows() -> None:
    row = asked(*[(0.0, place < 4) for place in range(6)], gold=4)
    assert kept_f1([row], ODDS, Keep(0.1, 0.0)) == 1.0


def test_evidence_that_was_not_found_counts_and_unanswerable_questions_do_not() -> None:
    lost, unanswerable = asked(gold=2), asked((0.0, False), gold=0, answerable=False)
    assert kept_f1([asked((0.0, True), gold=1), lost, unanswerable], ODDS, Keep(1.0, 0.0)) == pytest.approx(2 / (1 + 3))
    assert kept_f1([unanswerable], ODDS, Keep(1.0, 0.0)) == 0.0


def test_a_fit_without_a_signal_does_not_weigh_it() -> None:
    groups = [[({"model": float(place), "cosine": 0.5}, place > 1) for place in range(4)]]
    assert set(fitted([groups], ["model"]).by_name) == {"model"}
    assert fitted([groups], ["model"]).by_name["model"] > 0


def test_what_is_declined_is_told_of_answerable_questions_and_of_others() -> None:
    rows = [
        Row(answerable, ({"model": signal}, {"model": -2.0}), (), 0)
        for answerable, signal in ((True, 1.0), (True, -1.0), (False, -1.0))
    ]
    assert declined(rows, ODDS, True) == 0.5
    assert declined(rows, ODDS, False) == 1.0


def test_a_question_is_learned_from_the_passage_that_makes_it_likeliest() -> None:
    """Other passages of answerable questions look worse than those of unanswerable ones: they must not count."""
    answerable = [[({"model": -9.0}, True), ({"model": 2.0 + place / 10}, True)] for place in range(10)]
    others = [[({"model": 0.0}, False), ({"model": 1.0 + place / 10}, False)] for place in range(10)]
    weights = fitted_to_likeliest([answerable[:1] + others + [own[::-1] for own in answerable[1:]]], ["model"])
    assert weights.chance({"model": 3.0}) > 0.9
    assert weights.chance({"model": 1.0}) < 0.1


def test_a_signal_counts_with_the_others_of_its_own_passage() -> None:
    """Two passages that are each half right do not make an answerable question."""
    both, one, other = ({"model": m, "cosine": c} for m, c in ((1.0, 1.0), (1.0, 0.0), (0.0, 1.0)))
    right, wrong = [(both, True), (one, True)], [(one, False), (other, False)]
    weights = fitted_to_likeliest([[right, wrong] * 5], ["model", "cosine"])
    assert weights.chance(both) > 0.9
    assert max(weights.chance(one), weights.chance(other)) < 0.1
