"""What is reported on was not tuned on."""

from evals.suites import load


def test_no_text_of_the_held_out_everyday_questions_is_tuned_on():
    tuned, held_out, press = (load(name, None) for name in ("everyday", "everyday-report", "press"))
    assert held_out.held_out and not tuned.held_out
    assert len(tuned.questions) == 110 and len(held_out.questions) == 160
    assert not {*tuned.documents, *press.documents} & set(held_out.documents)
