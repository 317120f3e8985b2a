"""The form of the texts written for teaching: a good file is read, an odd line refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.errors import BadData, DataMissing
from evals.teaching.claims_file import parse, read_written
from evals.teaching.text import Broken

FERRY = """# title: Ferry "Solvei" to run in winter
# kind: news
# date: 2031-05-15
# publisher: Harbour Gazette

1. On 14 May the harbour council adopted the winter timetable.
2. Ada Lind, its chair, said the ferry would run twice a day.
3. She denied that fares would rise.
4. Fares were last raised in 2028.
5. The ferry carries about 120 passengers.
6. It was built in 1999.

@ 1
+ The council approved the timetable in May.
+ There is a winter timetable.
- negate: The council rejected the timetable on 14 May.
- number: On 24 May the harbour council adopted the winter timetable.

@ 2, 3
+ Lind said the ferry would run twice a day and fares would not rise.
- speaker: Fares will not rise.
- neighbour: The ferry carries about 120 passengers.
"""


def test_a_good_file_is_read() -> None:
    written = parse(FERRY, "ferry.txt")
    assert written.id == "ferry.txt"
    assert written.known["publisher"] == "Harbour Gazette"
    assert len(written.sentences) == 6
    one, two = written.items
    assert (one.cited, two.cited) == ((1,), (2, 3))
    assert one.true == ["The council approved the timetable in May.", "There is a winter timetable."]
    assert two.broken[0] == Broken("speaker", "Fares will not rise.")


def test_the_document_holds_the_sentences_where_the_items_say() -> None:
    written = parse(FERRY, "ferry.txt")
    document = written.document
    assert document.metadata.title == 'Ferry "Solvei" to run in winter'
    assert (document.metadata.kind, document.metadata.date) == ("news", "2031-05-15")
    for cited, text in (((1,), written.sentences[1]), ((6,), written.sentences[6])):
        span = written.span(cited)
        assert document.text[span.start : span.end] == text
    span = written.span((2, 3))
    assert document.text[span.start : span.end] == f"{written.sentences[2]} {written.sentences[3]}"
    assert document.text.count("\n\n") >= 1


def test_an_item_cites_all_from_its_first_sentence_to_its_last() -> None:
    assert parse(FERRY.replace("@ 2, 3", "@ 2, 4"), "ferry.txt").items[1].cited == (2, 3, 4)


def test_a_report_is_of_no_kind_that_documents_have() -> None:
    assert parse(FERRY.replace("kind: news", "kind: report"), "ferry.txt").document.metadata.kind is None


@pytest.mark.parametrize(
    ("line", "instead", "message"),
    [
        ("+ There is a winter timetable.", "There is a winter timetable.", "line 15: 'There is"),
        ("- negate: The council", "- denial: The council", "line 16: 'denial' is none of the ways"),
        ("@ 2, 3", "@ 2, 7", "line 19: there is no sentence 2, 7"),
        ("4. Fares", "5. Fares", "line 9: sentence 5 comes after 3"),
        ("# kind: news", "# kind: blog", "line 2: the kind 'blog' is not one of"),
        ("# date: 2031-05-15", "# date: 15 May 2031", "line 3: Invalid isoformat"),
        ("# publisher:", "# paper:", "line 4: 'paper' is no field"),
        ("# publisher:", "# kind:", "line 4: 'kind' is no field, or stands twice"),
        ("@ 1\n", "", "line 13: a claim before the first item"),
        ("+ Lind said", "- scope: Lind said", "line 20: a broken claim before a true one"),
        ("# title", "@ 1\n# title", "line 1: there is no sentence 1"),
    ],
)
def test_odd_lines_are_refused_with_file_and_line(line: str, instead: str, message: str) -> None:
    assert line in FERRY
    with pytest.raises(BadData) as caught:
        parse(FERRY.replace(line, instead, 1), "ferry.txt")
    assert f"ferry.txt, {message}" in caught.value.message


def test_a_text_about_which_nothing_is_claimed_is_one_too() -> None:
    assert parse(FERRY.split("@")[0], "ferry.txt").items == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("# title: Ferry\n1. It ran.\n@ 1\n+ It did run.\n", "no kind"),
        ("# title: Ferry\n# kind: news\n", "no sentences"),
    ],
)
def test_what_a_file_must_have_is_asked_for(content: str, message: str) -> None:
    with pytest.raises(BadData, match=message):
        parse(content, "ferry.txt")


def test_a_folder_is_read_by_name_and_an_empty_one_refused(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="There are no texts"):
        read_written(tmp_path)
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(FERRY, encoding="utf-8")
    assert [one.id for one in read_written(tmp_path)] == ["a.txt", "b.txt"]
