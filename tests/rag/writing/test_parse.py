"""What people and models write around numbers: every sentence keeps its words and gets the evidence that it names."""

from __future__ import annotations

import pytest

from rag.records.drafts import DraftSentence
from rag.writing.parse import SentenceStream, parse

_COUNT = 7


def _found(reply: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(sentence.text, sentence.numbers) for sentence in parse(reply, _COUNT)]


@pytest.mark.parametrize(
    ("marker", "numbers"),
    [
        ("[3]", (3,)),
        ("[1][4]", (1, 4)),
        ("[1, 4]", (1, 4)),
        ("[1; 4]", (1, 4)),
        ("[1-3]", (1, 2, 3)),
        ("[1–3]", (1, 2, 3)),
        ("[1]-[3]", (1, 2, 3)),
        ("[^2]", (2,)),
        ("[^2^]", (2,)),
        ("[[2]]", (2,)),
        (r"\[2\]", (2,)),
        ("【3】", (3,)),
        ("【3†source】", (3,)),
        ("[Source 3]", (3,)),
        ("[Source: 3]", (3,)),
        ("[Evidence 1, Evidence 2]", (1, 2)),
        ("(Source 3)", (3,)),
        ("(see sources 1 and 3)", (1, 3)),
        ("[S3]", (3,)),
        ("[S1, S2]", (1, 2)),
        ("[#3]", (3,)),
        ("[3](#source-3)", (3,)),
        ("[3](https://example.org/3)", (3,)),
        ("[3: Seat agreed, 26 July]", (3,)),
        ("[1] and [2]", (1, 2)),
        ("[1], [2] and [4]", (1, 2, 4)),
        ("<sup>1</sup>", (1,)),
        ("(2)", (2,)),
        ("(1, 2)", (1, 2)),
        ("[1][1][2]", (1, 2)),
    ],
)
def test_every_way_to_write_a_marker(marker: str, numbers: tuple[int, ...]) -> None:
    assert _found(f"The seat is in town {marker}.") == [("The seat is in town.", numbers)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan of [2024] was dropped.",
        "It applies under Article 5(1).",
        "It applies under paragraph (2).",
        "He said it was “[sic] fine”.",
        "The list […] goes on.",
        "He (the first) left.",
        "It grew by 3.5% in Q1 (2024).",
        "It is set out in Annex (3).",
    ],
)
def test_brackets_that_cite_nothing_stay_in_the_text(text: str) -> None:
    assert parse(text, _COUNT) == [DraftSentence(text)]


def test_bare_round_brackets_cite_nothing_in_a_reply_that_uses_square_ones() -> None:
    assert _found("The seat is in town [1]. It has two conditions (2).") == [
        ("The seat is in town.", (1,)),
        ("It has two conditions (2).", ()),
    ]


def test_numbers_that_no_evidence_has_are_told_apart() -> None:
    assert parse("The seat is in town [9][2][0]. It is small [5-12].", _COUNT) == [
        DraftSentence("The seat is in town.", (2,), (9, 0)),
        DraftSentence("It is small.", (5, 6, 7), (8, 9, 10, 11, 12)),
    ]


@pytest.mark.parametrize(
    "reply",
    [
        "One is so [1]. Two is so [2]. Three is so [3].",
        "One is so. [1] Two is so. [2] Three is so. [3]",
        "One is so.[1] Two is so.[2] Three is so.[3]",
        "[1] One is so. [2] Two is so. [3] Three is so.",
        "One [1] is so. Two [2] is so. Three [3] is so.",
        "- One is so [1].\n- Two is so [2].\n- Three is so [3].",
        "* **One** is so. [1]\n* *Two* is so. [2]\n* Three is so. [3]",
        "1. One is so [1]\n2. Two is so [2]\n3. Three is so [3]",
        "> One is so [1].\n> Two is so [2].\n\nThree is so [3].",
        "One is so.\n[1]\n\nTwo is so.\nSources: [2]\n\nThree is so.\n\n[3]",
        "# Findings\n\nOne is so [1].\n\n## More\n\nTwo is so [2].\n\n**And**\n\nThree is so [3].",
        "```\nOne is so [1].\nTwo is so [2].\nThree is so [3].\n```",
        "Sure, here is the answer:\n\nOne is so [1]. Two is so [2]. Three is so [3].\n\nI hope this helps!",
        "<think>Is it [4]? No.</think>\n\nOne is so [1]. Two is so [2]. Three is so [3].",
        "One is so [1]. Two is so [2]. Three is so [3].\n\nSources:\n[1] A title\n[2] Another\n[3] A third",
        "One is so [1]. Two is so [2]. Three is so [3].\n\n[^1]: A title\n[^2]: Another",
        "Based on the provided evidence, one is so [1]. According to [2], two is so. As stated in [3], three is so.",
        "Answer: One is so [1]. Two is so [2]. Three is so [3]. [",
        "One is so [1]. Two is so [2]. Three is so [3]. And the fourth is on",
        "One is so [1]. Two is so [2].\r\nThree is so [3].\r\n",
    ],
)
def test_every_layout_gives_the_same_sentences(reply: str) -> None:
    found = [(text.replace("so.", "so").lower(), numbers) for text, numbers in _found(reply)]
    assert found == [("one is so", (1,)), ("two is so", (2,)), ("three is so", (3,))]


def test_markers_at_the_end_of_a_paragraph_belong_to_its_last_sentence() -> None:
    assert _found("One is so. Two is so. Three is so [1][2].") == [
        ("One is so.", ()),
        ("Two is so.", ()),
        ("Three is so.", (1, 2)),
    ]


def test_a_table_is_read_row_by_row() -> None:
    reply = (
        "| State | Year | Source |\n|:--|--:|---|\n| Atland | 2024 | [1] |\n| Beland [2] | 2025 | |\n\nThat is all [3]."
    )
    assert _found(reply) == [
        ("State: Atland; Year: 2024", (1,)),
        ("State: Beland; Year: 2025", (2,)),
        ("That is all.", (3,)),
    ]


def test_names_numbers_and_quotations_do_not_end_a_sentence() -> None:
    reply = (
        "The U.S. paid 3.5 million to Dr. Wu on 3 May. She said: “We agree. We sign tomorrow.” [2] Nobody else did [3]."
    )
    assert _found(reply) == [
        ("The U.S. paid 3.5 million to Dr. Wu on 3 May.", ()),
        ("She said: “We agree. We sign tomorrow.”", (2,)),
        ("Nobody else did.", (3,)),
    ]


def test_a_line_broken_for_its_length_goes_on() -> None:
    reply = "The organisation is to have its seat in the harbour town where\nMayor Ilse has offered it a house [1]. It is\nsmall [2]."
    assert [numbers for _, numbers in _found(reply)] == [(1,), (2,)]


def test_lead_ins_and_code_state_nothing() -> None:
    assert _found("It does two things:\n\n- It pays [1].\n- It asks [2].\n\n```python\nx = a[3]\n```") == [
        ("It pays.", (1,)),
        ("It asks.", (2,)),
    ]


@pytest.mark.parametrize(
    "reply", ["", " \n\n", "[1]", "---", "**Answer**", "Sources:\n[1] A", "<think>only this", "…", "```\n"]
)
def test_nothing_said_is_no_sentence(reply: str) -> None:
    assert parse(reply, _COUNT) == []


def test_a_reply_of_a_few_words_is_kept() -> None:
    assert _found("In the harbour town [1]") == [("In the harbour town", (1,))]
    assert _found("In the harbour town.") == [("In the harbour town.", ())]


def test_a_sentence_is_given_while_the_next_one_is_being_written() -> None:
    stream = SentenceStream(_COUNT)
    assert stream.feed("The organisation has its seat in the harbour town [1") == []
    assert stream.feed("]. ") == []
    assert [s.numbers for s in stream.feed("It is ")] == [(1,)]
    assert stream.feed("small. [2]\n") == []
    assert [s.numbers for s in stream.feed("Nobody else wanted to have it there, as far as is known")] == [(2,)]


def test_a_long_reply_without_a_full_stop_is_one_sentence() -> None:
    stream = SentenceStream(_COUNT)
    for _ in range(500):
        assert stream.feed("word [") == []
    assert len(stream.finish()) == 1
