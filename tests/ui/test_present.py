"""What the page shows of an answer: numbers, emphasis, grouping, abstention; and that texts never become markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from corpus.document import Document, Metadata, Span
from rag.records.answers import Answer, AnswerSentence
from rag.wording import NOTHING_IN_SCOPE, about, clean, count, show_date
from tests.ui.stand_in import HOSTILE, SEAT, THEME, StandIn, cite, documents
from tests.ui.tags import Tags
from ui import present
from ui.page import source
from ui.page.replies import takeaway
from ui.page.words import escape, escape_line, place


def _html(question: str, assistant: StandIn | None = None) -> str:
    assistant = assistant or StandIn()
    return present.answer_html(assistant.answer(question))


def test_numbers_run_in_reading_order_and_a_span_keeps_its_number() -> None:
    sentences, footnotes = _html("seat").split('<section class="footnotes"')
    assert re.findall(r'data-source="(\d)"', sentences) == ["1", "2", "3", "2"]
    assert re.findall(r'data-footnote="(\d)"', footnotes) == ["1", "2", "3"]
    assert "3 sources · 3 sentences, all supported" in footnotes


def test_numbers_are_buttons_that_say_what_they_point_at() -> None:
    tags = Tags(_html("seat"))
    labels = [value for name, value in tags.attributes if name == "aria-label"]
    assert "Source 1: A seat for the organisation, analysis · Review of Rules · 28 Jul 2025" in labels
    assert "Source 2: notice of the secretariat.txt, unknown kind, publisher and date" in labels


def test_the_fact_asked_for_is_set_apart() -> None:
    assert re.search(r"<strong>Shanghai</strong>", _html("seat"))


@pytest.mark.parametrize("emphasis", [((5, 2),), ((0, 5), (3, 9)), ((50, 9000),), ((-4, 3),), ((0, 61), (0, 61))])
def test_odd_emphasis_loses_no_words(emphasis: tuple[tuple[int, int], ...]) -> None:
    sentence = AnswerSentence(SEAT, (), emphasis)
    assert SEAT in Tags(present.answer_html(Answer("q", (sentence,), False, 1.0))).text


def test_a_document_s_own_words_are_set_as_borrowed_and_others_are_not() -> None:
    html = _html("seat")
    assert 'class="sentence verbatim is-supported" dir="auto">The organisation' in html
    assert 'class="sentence is-supported" dir="auto">The conference was opened' in html


def test_broad_answers_name_each_document_once_above_its_sentences() -> None:
    html = _html("broad")
    assert re.findall(r'class="document" dir="auto">([^<]+) <', html) == [
        "A seat for the organisation",
        "Chips and licences",
    ]
    assert "4 more were found" in html


def test_an_abstention_is_one_sentence_then_the_nearest_then_help() -> None:
    text = Tags(_html("What is the budget?")).text
    positions = [
        text.index(words)
        for words in ("This collection does not answer that.", "Nearest sentences", SEAT, "What might help")
    ]
    assert positions == sorted(positions)


def test_an_abstention_without_anything_near_shows_no_empty_list() -> None:
    assert "<ol>" not in present.answer_html(Answer("q", (), True, 0.0))


@pytest.mark.parametrize(("confidence", "opening"), [(0.1, "does not"), (0.4, "may not"), (0.7, "may not")])
def test_an_abstention_is_no_surer_than_the_confidence_allows(confidence: float, opening: str) -> None:
    answer = Answer("q", (), True, confidence)
    taken = takeaway(answer)
    for shown in (present.answer_html(answer), present.summary(answer), taken["text"], taken["md"], taken["html"]):
        assert f"This collection {opening} answer that." in shown


def test_a_scope_without_documents_is_named_as_the_reason_and_another_one_offered() -> None:
    answer = Answer("Where is the seat?", (), True, 0.0, notes=(NOTHING_IN_SCOPE,))
    assert Tags(present.answer_html(answer)).text == (
        "This collection does not answer that."
        "The filters leave no document to search."
        "What might help"
        "Another scope: look at which documents are searched."
    )
    assert present.summary(answer) == "This collection does not answer that. The filters leave no document to search."
    assert "\n\nThe filters leave no document to search.\n" in takeaway(answer)["text"]


def test_screen_readers_hear_what_came_back() -> None:
    assert present.summary(StandIn().answer("seat")) == f"Answered: 3 sources, 3 sentences, all supported. {SEAT}"
    assert (
        present.summary(StandIn().answer("?")) == "This collection does not answer that. 2 nearest sentences to read."
    )


def test_hostile_text_stays_text() -> None:
    tags = Tags(_html("hostile"))
    assert not {"script", "img", "a", "iframe", "style"} & set(tags.tags)
    assert not [name for name, _ in tags.attributes if name.startswith("on") or name in ("src", "style")]
    assert "<script>window.hacked = 1</script>" in tags.text
    assert "Ignore all instructions" in tags.text


def test_hostile_sources_stay_text_and_bad_addresses_are_no_links() -> None:
    hostile = documents()[3]
    for html in (
        source.passage(cite(hostile, HOSTILE), hostile),
        source.whole(hostile),
        source.passage(cite(hostile, HOSTILE), None),
    ):
        tags = Tags(html)
        assert not {"script", "img", "a"} & set(tags.tags)
        assert not [name for name, _ in tags.attributes if name.startswith("on")]
    assert "javascript:alert(1)" in source.whole(hostile)


def test_direction_and_control_characters_do_not_reach_the_page_or_the_clipboard() -> None:
    answer = StandIn().answer("hostile")
    taken = takeaway(answer)
    for text in (_html("hostile"), taken["text"], taken["md"], clean("a\x00b\x1bc\u202ed")):
        assert not re.search("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069]", text)


def test_markdown_shows_hostile_text_as_it_is() -> None:
    text = takeaway(StandIn().answer("hostile"))["md"]
    assert "\\[press\\](javascript" in text
    assert "\\<script\\>" in text


def test_markdown_and_plain_text_carry_the_footnotes() -> None:
    taken = takeaway(StandIn().answer("Where is the seat?"))
    plain, marked = taken["text"], taken["md"]
    assert plain.startswith(f"Where is the seat?\n\n{SEAT} [1][2]\n")
    assert "[3] “A supporter calls" in plain
    assert marked.startswith("# Where is the seat?\n")
    assert f"{SEAT.replace('Shanghai', '**Shanghai**')} [^1][^2]" in marked
    assert (
        "[^2]: “It was opened on 26 July 2025.” — notice of the secretariat.txt · unknown kind, publisher and date"
        in marked
    )


def test_a_question_over_several_lines_stays_one_line_above_the_answer() -> None:
    abstained = takeaway(StandIn().answer("What is\nthe \u202ebudget?"))["text"]
    assert abstained.startswith("What is the budget?\n\nThis collection does not answer that.\n")
    assert abstained.count("Nearest sentences") == 1


def test_a_passage_is_shown_in_context_with_the_quote_marked() -> None:
    document = documents()[0]
    html = source.passage(cite(document, SEAT), document)
    assert f"<mark>{SEAT}</mark>" in html
    assert "Forty states sent observers. <mark>" in html
    assert "under “Seat and members”" in html
    assert "The budget is not public." in html  # the markup of the Markdown file is not shown


def test_a_quote_that_is_no_longer_in_the_document_is_shown_alone_and_said_so() -> None:
    document = documents()[0]
    citation = cite(document, THEME)
    changed = Document.from_text(document.id, document.text.replace("supporter", "opponent"), document.metadata)
    for now in (changed, None, replace(document, text="")):
        html = source.passage(citation, now)
        assert f"<mark>{THEME}</mark>" in html
        assert "has changed or was removed" in html


def test_the_mark_survives_markup_around_and_inside_it() -> None:
    text = "Before **bold: Quoted [words](http://a.example) end.** After."
    document = Document.from_text("a.md", text, media_type="text/markdown")
    assert "<mark>Quoted words end.</mark>" in source.passage(
        cite(document, "Quoted [words](http://a.example) end.**"), document
    )


def test_a_quote_over_two_paragraphs_is_marked_in_both() -> None:
    document = Document.from_text("a.txt", "First paragraph ends here.\n\nSecond paragraph begins here.")
    html = source.passage(cite(document, "ends here.\n\nSecond paragraph"), document)
    assert html.count("<mark>") == 2


def test_pages_are_shown_in_the_whole_document() -> None:
    html = source.whole(documents()[2])
    assert html.index("p. 1") < html.index("384") < html.index("p. 2") < html.index("licence since")
    assert 'href="https://example.org/chips"' in html


def test_a_very_long_document_is_shown_around_the_quote() -> None:
    text = "\n".join(f"Line {number} of the register is here." for number in range(30_000))
    document = Document.from_text("long.txt", text)
    citation = cite(document, "Line 20000 of the register is here.")
    html = source.whole(document, mark=Span(citation.start, citation.end))
    assert "<mark>Line 20000 of the register is here.</mark>" in html
    assert len(html) < 2 * source.LONGEST
    assert "Shown: characters" in html


def test_a_huge_quote_and_a_text_without_line_breaks_are_shown() -> None:
    document = Document.from_text("wall.txt", "word " * 40_000 + "needle " + "word " * 40_000)
    html = source.passage(cite(document, "needle"), document)
    assert "<mark>needle</mark>" in html
    assert len(html) < 4000
    whole_quote = cite(document, document.text[:-1])
    assert "needle" in source.passage(whole_quote, document)


def test_dates_counts_and_what_is_unknown() -> None:
    assert [show_date(d) for d in ("2025-07-28", "2025-07", "2025-13-01", "around 1990", None)] == [
        "28 Jul 2025",
        "Jul 2025",
        "2025-13-01",
        "around 1990",
        None,
    ]
    assert about("news", None, None) == "news · unknown publisher and date"
    assert place(2, "Title › Seat", "Title") == "p. 2 · under “Seat”"
    assert place(None, "Title", "Title") == ""
    assert place(None, "Titles of ships", "Title") == "under “Titles of ships”"
    assert escape_line("news · 4 Mar 2025") == "news\u00a0· 4\u00a0Mar\u00a02025"
    assert [count(1, "source"), count(12_000, "document")] == ["1 source", "12,000 documents"]
    assert escape("<a href='x' onclick=\"y\">&") == "&lt;a href=&#x27;x&#x27; onclick=&quot;y&quot;&gt;&amp;"


def test_metadata_is_escaped_in_every_place() -> None:
    metadata = Metadata(
        title="<b>t",
        kind="news",
        publisher="<b>p",
        date="<b>d",
        author="<b>a",
        url="https://x.example/<b>",
        licence="<b>l",
    )
    document = Document.from_text("<b>id.txt", "Text.", metadata, media_type="text/plain")
    assert "b" not in Tags(source.whole(document)).tags
    assert "b" not in Tags(source.passage(cite(document, "Text."), document)).tags
