from evals.table import usage_line
from evals.wall_time import stages, wall_time

RUN = {"run": {"seconds": {"index": 3.2, "questions": 61.0}, "workers": 1}, "counts": {"resumed": 0}}


def test_stages_add_up_and_judging_is_one_of_them():
    judged = {**RUN, "judge": {"seconds": 30.2}}

    assert wall_time(RUN) == "1 min 4 s"
    assert wall_time(judged) == "1 min 34 s"
    assert stages(judged) == "index 3 s, questions 1 min 1 s, judging 30 s"


def test_a_run_taken_up_again_says_so_and_a_file_of_old_says_nothing():
    assert wall_time({**RUN, "counts": {"resumed": 40}}) == "1 min 4 s (40 questions were asked before)"
    assert wall_time({"counts": {"resumed": 0}}) == "" == stages({})


def test_tokens_in_a_line_say_who_counted():
    used = {"prompt_tokens": 1_500, "completion_tokens": 60, "questions": 3, "counted": 2, "rule": "a rule"}

    assert usage_line({"usage": used}).endswith("2 of 3 questions that it was asked, else estimated: a rule.")
    assert "estimated" not in usage_line({"usage": {**used, "counted": 3}})
    assert usage_line({"usage": None}) == usage_line({}) == usage_line({"usage": {**used, "questions": 0}}) == ""
