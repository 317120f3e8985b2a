"""What is for tuning stays for tuning."""

from evals.cases import Question
from evals.splits import choose, split_of

QUESTIONS = [Question(f"q{n}", "?", True, (f"d{n % 300}",), split_key=f"d{n % 300}") for n in range(1000)]


def test_the_split_of_an_id_never_changes():
    assert [split_of(key) for key in ("a", "b", "c", "d", "e")] == ["report", "tune", "tune", "tune", "tune"]


def test_shares_are_about_40_and_60():
    tuned = sum(split_of(str(n)) == "tune" for n in range(10_000))

    assert 3_850 < tuned < 4_150


def test_questions_of_one_document_stay_together_and_none_is_lost():
    tune, report = choose(QUESTIONS, "tune"), choose(QUESTIONS, "report")

    assert not {q.documents for q in tune} & {q.documents for q in report}
    assert sorted(q.id for q in tune + report) == sorted(q.id for q in choose(QUESTIONS, "all"))


def test_limit_draws_by_seed_and_keeps_the_order():
    drawn = choose(QUESTIONS, "all", limit=20, seed=3)

    assert len(drawn) == 20
    assert drawn == choose(QUESTIONS, "all", limit=20, seed=3) != choose(QUESTIONS, "all", limit=20, seed=4)
    assert [QUESTIONS.index(q) for q in drawn] == sorted(QUESTIONS.index(q) for q in drawn)
    assert choose(QUESTIONS, "tune", limit=5000) == choose(QUESTIONS, "tune")
