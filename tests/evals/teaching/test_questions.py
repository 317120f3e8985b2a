"""Questions written for teaching: a good file becomes rows for training, an odd line is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import BadData, DataMissing
from evals.teaching import claims_file
from evals.teaching.questions import row
from evals.teaching.questions_file import parse, read_questions

TEXT = claims_file.parse(
    """# title: Ferry to run in winter
# kind: news
1. The harbour council adopted the timetable on 14 May.
2. Ada Lind said the ferry would run twice a day.
3. She denied that fares would rise.
""",
    "ferry.txt",
)
QUESTIONS = """
? How often will the ferry run?
= 2
! twice a day

? What does Lind say of the winter?
= 3, 2
x Who voted against the timetable?
"""


def test_a_question_names_the_sentences_that_answer_it() -> None:
    often, said, _ = parse(QUESTIONS, TEXT)
    assert (often.question, often.evidence, often.answers) == ("How often will the ferry run?", (2,), ["twice a day"])
    assert (said.evidence, said.answers) == ((2, 3), [])


def test_a_row_holds_the_whole_text_and_counts_its_sentences_from_nought() -> None:
    often, _, against = (row(one, TEXT) for one in parse(QUESTIONS, TEXT))
    assert [often["sentences"][place] for place in often["evidence"]] == [TEXT.sentences[2]]
    assert (often["answered"], often["short_answers"], often["title"]) == (
        True,
        ["twice a day"],
        "Ferry to run in winter",
    )
    assert (against["answered"], against["evidence"]) == (False, [])
    assert often["group"] == against["group"] == "ferry.txt"


@pytest.mark.parametrize(
    ("line", "instead", "message"),
    [
        ("= 2\n", "= 4\n", "ferry.txt, line 3: there is no sentence 4"),
        ("! twice a day", "! every day", "ferry.txt, line 4: 'every day' does not stand"),
        ("= 2\n", "", "does not stand in the sentences named"),
        ("= 3, 2\n", "", "no sentence is named that answers 'What does Lind"),
        ("x Who", "y Who", "line 8: 'y Who voted"),
        ("timetable?", "timetable?\n= 1", "line 9: an answer, and no question"),
    ],
)
def test_odd_lines_are_refused_with_file_and_line(line: str, instead: str, message: str) -> None:
    assert line in QUESTIONS
    with pytest.raises(BadData, match=message):
        parse(QUESTIONS.replace(line, instead, 1), TEXT)


def test_questions_belong_to_the_text_of_their_file(tmp_path: Path) -> None:
    with pytest.raises(DataMissing):
        read_questions({"ferry.txt": TEXT}, tmp_path)
    (tmp_path / "ferry.txt").write_text(QUESTIONS, encoding="utf-8")
    assert [one.answerable for one in read_questions({"ferry.txt": TEXT}, tmp_path)["ferry.txt"]] == [True, True, False]
    (tmp_path / "tram.txt").write_text(QUESTIONS, encoding="utf-8")
    with pytest.raises(BadData, match=r"no text of the name tram\.txt"):
        read_questions({"ferry.txt": TEXT}, tmp_path)
