"""Sentences and passages: nothing lost, every offset exact."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Heading, Span
from corpus.plain import blocks
from index.split import LONGEST_SENTENCE, SplitterSettings, sentences, split
from index.words import words

SETTINGS = SplitterSettings(max_tokens=30, min_tokens=8)

_pieces = st.sampled_from(
    [
        "The U.S. said no. ",
        "Dr. Wu agreed! ",
        "\n\n",
        "\n",
        "It costs $1.1 billion. ",
        "- an item\n",
        "“Will it hold?” ",
        "日本語。",
        "\t",
        "é 😀 ",
        "x" * 40,
    ]
)
_texts = st.one_of(st.text(max_size=400), st.lists(_pieces, max_size=60).map("".join))


def count(texts: list[str]) -> list[int]:
    return [len(words(text)) for text in texts]


@given(_texts)
def test_sentences_hold_every_visible_character_of_the_blocks_once(raw: str) -> None:
    document = Document.from_text("d", raw)
    found = sentences(document)
    held = [i for s in found for i in range(s.start, s.end)]
    prose = {i for block in blocks(document.text) for i in range(block.start, block.end)}
    assert len(held) == len(set(held))
    assert {i for i in prose if not document.text[i].isspace()} <= set(held) <= prose
    assert all(document.text[s.start : s.end].strip() == document.text[s.start : s.end] != "" for s in found)


@given(_texts)
def test_passages_are_whole_sentences_in_order_and_cover_all_of_them(raw: str) -> None:
    document = Document.from_text("d", raw)
    passages = split(document, count, SETTINGS)
    assert [s for p in passages for s in p.sentences] == sentences(document)
    for passage in passages:
        assert passage.text == document.text[passage.start : passage.end]
        assert (passage.start, passage.end) == (passage.sentences[0].start, passage.sentences[-1].end)
    assert all(left.end <= right.start for left, right in pairwise(passages))
    assert len({p.id for p in passages}) == len(passages)


@given(_texts)
def test_a_passage_is_within_the_limit_unless_it_is_one_sentence(raw: str) -> None:
    document = Document.from_text("d", raw)
    for passage in split(document, count, SETTINGS):
        sizes = count([document.text[s.start : s.end] for s in passage.sentences])
        assert sum(sizes) <= SETTINGS.max_tokens or len(sizes) == 1


def test_abbreviations_numbers_and_quotations_do_not_end_a_sentence() -> None:
    text = "Mr. Li met Dr. Wu of the U.S. delegation. Order No. 14110 (see Sec. 4.2) cost $1.1 billion. “We will not sign. It is late,” he said."
    found = sentences(Document("d", text))
    assert [text[s.start : s.end] for s in found] == [
        "Mr. Li met Dr. Wu of the U.S. delegation.",
        "Order No. 14110 (see Sec. 4.2) cost $1.1 billion.",
        "“We will not sign. It is late,” he said.",
    ]


def test_no_sentence_runs_from_a_heading_into_the_text_and_headings_are_no_statements() -> None:
    text = "What was decided\n\nThe seat is Shanghai. It is tentative."
    document = Document("d", text, headings=(Heading(0, 16, 1),), blocks=(Span(0, 16), Span(18, 57)))
    assert [(text[s.start : s.end], s.statement) for s in sentences(document)] == [
        ("What was decided", False),
        ("The seat is Shanghai.", True),
        ("It is tentative.", True),
    ]


def test_a_label_belongs_to_the_sentence_that_it_opens() -> None:
    text = "**15 April 2025.** Nvidia disclosed the rule. Fines. They reach 7%. Meta declined altogether."
    assert [text[s.start : s.end] for s in sentences(Document("d.md", text))] == [
        "**15 April 2025.** Nvidia disclosed the rule.",
        "Fines. They reach 7%.",
        "Meta declined altogether.",
    ]


def test_passages_know_the_headings_above_them() -> None:
    section = " ".join(f"Sentence number {i} has seven words here." for i in range(6))
    text = f"First\n\n{section}\n\nSecond\n\n{section}"
    starts = [text.index("First"), text.index("Second")]
    document = Document(
        "d",
        text,
        headings=tuple(Heading(s, s + n, 1) for s, n in zip(starts, (5, 6), strict=True)),
        blocks=blocks(text),
    )
    assert [p.heading for p in split(document, count, SETTINGS)] == [("First",), ("First",), ("Second",), ("Second",)]


def test_a_text_without_full_stops_is_cut_into_pieces() -> None:
    document = Document("d", "word " * 5_000)
    assert max(s.end - s.start for s in sentences(document)) <= LONGEST_SENTENCE


def test_no_sentences_no_passages() -> None:
    assert split(Document("d", " \n "), count, SETTINGS) == []
