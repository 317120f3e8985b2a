"""Better, worse, or cannot tell: on the same questions, and only where enough of them changed."""

import pytest

from evals.changes import changes
from evals.compare import ANOTHER, BETTER, CANNOT_TELL, SAME, WORSE, compare
from evals.errors import NotComparable
from evals.strip import without_texts
from tests.evals.saved_runs import as_run, record

pytestmark = pytest.mark.usefixtures("few_resamples")


def compared(before, after):
    comparison = compare(as_run("before", before), as_run("after", after))
    return comparison, {one.name: one for one in comparison.differences}


def test_a_change_of_every_answer_is_told_in_both_directions():
    _, better = compared(record("half"), record("right"))
    _, worse = compared(record("right"), record("half"))

    assert (better["citation precision"].before, better["citation precision"].after) == (0.5, 1)
    assert better["citation precision"].verdict == BETTER
    assert worse["citation precision"].verdict == WORSE
    assert (better["citation recall"].verdict, better["citation recall"].changed) == (SAME, 0)


def test_where_lower_is_better_a_fall_is_better():
    _, found = compared(record("declined"), record("right"))

    assert found["wrong abstention"].after < found["wrong abstention"].before
    assert found["wrong abstention"].verdict == BETTER
    assert found["abstention precision"].verdict == BETTER


def test_a_few_changed_questions_do_not_decide():
    _, found = compared(record(), record(built_00="wrong", built_01="wrong"))

    assert found["citation recall"].after == pytest.approx(0.8)
    assert (found["citation recall"].changed, found["citation recall"].verdict) == (2, CANNOT_TELL)


def test_a_run_and_itself_are_the_same():
    comparison, found = compared(record(), record())

    assert {one.verdict for one in found.values()} == {SAME}
    assert changes(comparison.pairs) == []


def test_failures_are_counted_and_are_a_difference_of_their_own():
    failing = {f"built_0{n}": None for n in range(7)}
    _, found = compared(record(), record(**failing))

    assert found["failed questions"].verdict == WORSE
    assert (found["citation recall"].paired, found["citation recall"].left_out) == (3, 7)


def test_changed_questions_come_worst_first_with_how_they_ended():
    comparison, _ = compared(record(built_05="wrong"), record(built_01="declined", built_02="half", owner_03="right"))
    found = changes(comparison.pairs)

    assert [one.question for one in found] == ["built-01", "owner-03", "built-02", "built-05"]
    assert (found[0].before, found[0].after, found[0].gain) == ("answered", "declined", -1)
    assert found[-1].gain == 1 and found[-1].text == "Built 5?"


def test_runs_are_compared_on_the_questions_that_both_asked():
    short = record()
    short["questions"] = short["questions"][:15]
    comparison, found = compared(record(), short)

    assert (len(comparison.pairs), comparison.alone) == (15, (5, 0))
    assert found["failed questions"].paired == 15


def test_a_question_of_other_words_is_another_question():
    other = record()
    for row in other["questions"]:
        row["text_sha256"] = "0" * 64
    with pytest.raises(NotComparable, match="no question in common") as error:
        compared(record(), other)
    assert "--seed" in error.value.remedy


def test_runs_of_different_suites_are_refused():
    other = record()
    other["suite"]["name"] = "squad2"
    with pytest.raises(NotComparable, match="a run of tiny, after of squad2"):
        compared(record(), other)


def test_another_index_is_said():
    other = record()
    other["assistant"]["index"]["hash"] = "other"

    assert compared(record(), other)[0].warnings == (
        "The indexes differ: other documents, embedding model or passages.",
    )


def test_runs_without_texts_compare_with_runs_that_have_them():
    _, found = compared(without_texts(record("half")), record("right"))

    assert found["citation precision"].verdict == BETTER


def _with(value, name, numerators, **about):
    """The record with one more measure, a score a question."""
    for row, numerator in zip(value["questions"], numerators, strict=True):
        row["scores"][name] = [numerator, 1]
    value["figures"].append({"name": name, "lower_is_better": False, **about})
    return value


def test_a_measure_that_says_neither_good_nor_bad_is_called_another():
    old = _with(record(), "removed sentences", [0.0] * 20, lower_is_better=None)
    new = _with(record(), "removed sentences", [0.5] * 20, lower_is_better=None)
    _, found = compared(old, new)

    assert found["removed sentences"].verdict == ANOTHER


def test_tokens_are_compared_in_their_unit_and_files_of_old_have_shares():
    name = "prompt tokens a question"
    old = _with(record(), name, [400] * 20, lower_is_better=True, unit="tokens")
    new = _with(record(), name, [300] * 20, lower_is_better=True, unit="tokens")
    _, found = compared(old, new)

    assert (found[name].unit, found[name].before, found[name].verdict) == ("tokens", 400, BETTER)
    for figure in (figure for value in (old, new) for figure in value["figures"]):
        figure.pop("unit", None)
    assert compared(old, new)[1][name].unit == "share"


def test_who_judged_and_how_far_that_can_be_believed_stands_above_and_two_judges_are_warned_of():
    old, new = record(), record()
    old["judge"] = {"model": "alignment", "trust": [], "verdicts": "assistant"}
    assert compared(old, new)[0].warnings == ("Judged by alignment; its own balanced accuracy: not measured.",)

    new["judge"] = {**old["judge"], "model": "another"}
    warnings = compared(old, new)[0].warnings
    assert len(warnings) == 3 and "Different models judged" in warnings[-1]
