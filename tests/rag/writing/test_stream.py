"""However a reply comes in, the same sentences come out, and each as early as it can."""

from __future__ import annotations

from itertools import pairwise

import pytest
import sentencex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rag.records.drafts import DraftSentence
from rag.writing import sentences
from rag.writing.parse import SentenceStream, parse

_COUNT = 7
_PIECES = st.sampled_from(
    [
        *(
            "The council met in May.",
            "It adopted the plan",
            "Dr. Wu said “we will. We shall”",
            "the U.S. and 3.5 million",
            "Yes.",
        ),
        *(
            "according to",
            "However,",
            "Article 5(1)",
            "[2024]",
            "(the first. The second)",
            '"',
            "**",
            "**Seat**",
            "“",
            "(",
            "…",
            "?",
        ),
        *(
            "[1]",
            "[2][3]",
            "[1, 4]",
            "[1-3]",
            "[1–3]",
            "[^2]",
            "(1)",
            "【3】",
            "[Source 3]",
            "[S3]",
            "[9]",
            "[",
            "[1",
            "]",
            "[[2]]",
        ),
        *(
            "[1] and [2]",
            ", and",
            "and",
            "[3](#source)",
            "[2](https://example.org/a",
            ")",
            "<sup>1</sup>",
            "[1: a title]",
            "\\[4\\]",
        ),
        *(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\r\n",
            ".",
            ". ",
            ", ",
            ": ",
            "- ",
            "* ",
            "1. ",
            "2) ",
            "> ",
            "# ",
            "a) ",
            "(1) ",
            "— ",
        ),
        *(
            "| a | b |",
            "|---|---|",
            "```",
            "```python",
            "---",
            "Sources:",
            "Sources: [1], [2]",
            "Answer: ",
            "<think>",
            "</think>",
        ),
        *(
            "Sure, here is the answer:",
            "I hope this helps!",
            "Based on the provided evidence, ",
            "word " * 12,
            "。",
            "！",
            "é",
            "\u2028",
        ),
    ]
)
_REPLIES = st.lists(_PIECES, max_size=25).map("".join) | st.text(max_size=60)


def _in_pieces(reply: str, cuts: list[int]) -> list[DraftSentence]:
    stream = SentenceStream(_COUNT)
    places = sorted({min(cut, len(reply)) for cut in cuts} | {0, len(reply)})
    found = [s for start, end in pairwise(places) for s in stream.feed(reply[start:end])]
    return [*found, *stream.finish()]


@settings(max_examples=150)
@given(_REPLIES, st.lists(st.integers(0, 300), max_size=12))
def test_any_pieces_give_the_sentences_of_the_whole(reply: str, cuts: list[int]) -> None:
    assert _in_pieces(reply, cuts) == parse(reply, _COUNT)


@settings(max_examples=100)
@given(_REPLIES)
@example("The seat is in Shanghai [1] and [2]. [3] and [4] and then. Next one (see [5](https://example.org/a)). End")
def test_single_characters_give_the_sentences_of_the_whole(reply: str) -> None:
    assert _in_pieces(reply, list(range(len(reply)))) == parse(reply, _COUNT)


@settings(max_examples=100)
@given(_REPLIES)
def test_numbers_are_those_of_the_evidence_and_others_are_unknown(reply: str) -> None:
    for sentence in parse(reply, _COUNT):
        assert sentence.text == sentence.text.strip() != ""
        assert all(1 <= number <= _COUNT for number in sentence.numbers)
        assert not any(1 <= number <= _COUNT for number in sentence.unknown)
        assert len(set(sentence.numbers)) == len(sentence.numbers)


_NEVER_ENDING = [
    *("a. ", "(", '5" ', "(One is so. ", "[", "[1] ", "One is so. [1]", "- ", "* a ", "| a ", "**a. ", ". ", "[1: a. "),
    *("The council, which met in May, agreed e.g. on the plan (the first. ", "“We agree. We sign. ", "One is so. "),
]


@pytest.mark.parametrize("unit", _NEVER_ENDING)
def test_long_replies_give_the_same_sentences_in_pieces(unit: str) -> None:
    reply = (unit * 8_000)[:8_000]
    assert _in_pieces(reply, list(range(0, 8_000, 4))) == parse(reply, _COUNT)


@pytest.mark.parametrize("unit", ["a. ", "(a. ", 'a 5" b. ', "One is so. "])
def test_the_work_grows_with_the_reply_and_no_faster(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    split, lift = sentencex.get_sentence_boundaries, sentences.lift
    monkeypatch.setattr(
        sentencex, "get_sentence_boundaries", lambda by, text: read.append(len(text)) or split(by, text)
    )
    monkeypatch.setattr(sentences, "lift", lambda text: read.append(len(text)) or lift(text))
    work = []
    for length in (2_000, 8_000):
        read.clear()
        _in_pieces((unit * length)[:length], list(range(0, length, 4)))
        work.append(sum(read))
    assert work[1] <= 6 * work[0]  # four times the text; were it quadratic, 16 times
    assert work[1] <= 8_000 * 400


def test_a_bracket_that_never_closes_does_not_hold_back_what_follows_for_ever() -> None:
    stream = SentenceStream(_COUNT)
    given = stream.feed("The plan (of May was agreed [1]. " + "The council agreed on the next plan [2]. " * 30)
    assert len(given) > 5
    assert {number for sentence in given for number in sentence.numbers} == {1, 2}


def test_many_markers_in_a_row_are_read_once() -> None:
    found = parse("The plan " + "[1] " * 400 + "was agreed.", _COUNT)
    assert [sentence.text for sentence in found] == ["The plan was agreed."]
