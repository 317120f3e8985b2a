import textwrap

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Span
from corpus.plain import blocks, headings, structure

PROSE = (
    "Premier Li Qiang proposed a new organisation on 26 July 2025, and President Obama was not asked about it. "
    "The European Union, the United States and the African Union said that they would study the text of the proposal. "
    "Nobody expects a decision before next year; the seat is tentatively planned for Shanghai, where the talks began."
)
LIST_AND_HEADINGS = """A title for all of it
The first paragraph is a sentence that ends with a full stop, and it is long enough to be prose.
Key takeaways:
The first takeaway is short.
The second takeaway is short.
What happens next
The ministers said:
"We will sign." That was all, and the meeting closed after the long statement of the president."""


def said(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_each_line_is_a_paragraph_where_lines_are_long() -> None:
    text = f"{PROSE}\n{PROSE}\n{PROSE}"
    assert said(text, blocks(text)) == [PROSE] * 3


def test_lines_broken_at_a_width_make_one_paragraph() -> None:
    wrapped = textwrap.fill(PROSE, 72)
    text = f"Introduction\n\n{wrapped}\n\n{wrapped}\n"
    assert said(text, blocks(text)) == ["Introduction", wrapped, wrapped]


def test_a_sentence_is_not_cut_where_the_next_line_begins_with_a_capital() -> None:
    for width in range(50, 100, 7):
        wrapped = textwrap.fill(PROSE, width)
        assert said(wrapped, blocks(wrapped)) == [wrapped]


def test_headings_are_found_and_speech_is_not_taken_for_one() -> None:
    assert said(LIST_AND_HEADINGS, headings(LIST_AND_HEADINGS)) == [
        "A title for all of it",
        "Key takeaways:",
        "What happens next",
    ]
    assert [heading.level for heading in headings(LIST_AND_HEADINGS)] == [1, 2, 2]


def test_a_sentence_is_never_a_heading() -> None:
    text = "It is over.\n\nWho decides?\n\nAs of 1 August 2025\n\nReuters, 1 August 2025\n\n" + PROSE
    assert headings(text) == ()


def test_short_lines_in_a_row_are_a_list_and_no_headings() -> None:
    text = f"{PROSE}\nApples\nOranges\nPears\n{PROSE}"
    assert headings(text) == ()
    assert said(text, blocks(text)) == [PROSE, "Apples", "Oranges", "Pears", PROSE]


def test_an_underlined_line_is_a_heading_and_the_line_under_it_nothing() -> None:
    text = f"What is new, what is not.\n====\n\n{PROSE}"
    assert said(text, headings(text)) == ["What is new, what is not."]
    assert said(text, blocks(text)) == ["What is new, what is not.", PROSE]


def test_list_markers_are_left_outside() -> None:
    text = "- one item\n• two items\n\n1. first point\n2. second point\n\n(a) letter\n(b) letter"
    assert said(text, blocks(text)) == ["one item", "two items", "first point", "second point", "letter", "letter"]


def test_numbers_that_belong_to_the_sentence_stay() -> None:
    text = "26. Juli 2025: Der Rat tagt.\n\n27. Juli 2025: Der Rat geht.\n\nJ. Smith said so.\n\n3. alone in the text."
    assert said(text, blocks(text)) == text.split("\n\n")


def test_a_numbered_heading_keeps_its_number() -> None:
    text = f"1. Scope\n\n{PROSE}\n\n2. Definitions\n\n{PROSE}"
    assert said(text, headings(text)) == ["1. Scope", "2. Definitions"]


def test_items_broken_over_lines_stay_whole() -> None:
    text = textwrap.dedent("""\
        The organisation has two tasks that were named in the proposal of July:

        - to help developing countries build capacity of their own, and to
          share what is known about the risks;
        - to align rules and standards between the countries that take part
          in its work.
        """)
    assert len(blocks(text)) == 3


@given(st.text(st.sampled_from("aB1 .:-•\n\t\u00a0“”é中")) | st.text())
def test_structure_holds_for_any_text(text: str) -> None:
    document = Document.from_text("d", text)
    found, titles = structure(document.text)
    position = 0
    for block in found:
        assert position <= block.start < block.end <= len(document.text)
        assert (inside := document.text[block.start : block.end]) == inside.strip()
        position = block.end
    outside = "".join(c for i, c in enumerate(document.text) if not any(b.start <= i < b.end for b in found))
    assert {(h.start, h.end) for h in titles} <= {(b.start, b.end) for b in found}
    assert len([c for c in outside if c.isalnum()]) <= 6 * outside.count("\n") + 6  # list markers at most
