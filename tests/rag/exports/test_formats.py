"""An answer in writing: numbered, with footnotes, and nothing that a document says can act."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rag.llama import _response
from rag.records.answers import Answer, AnswerSentence, Citation, Speaker
from rag.records.verdict import NOT_CHECKED, Finding, Verdict

SEAT = "The body is tentatively to have its seat in Vilnius."
VERBATIM = Finding(Verdict.SUPPORTED, "These are the words of the cited text.", "verbatim")
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> [press](javascript:alert(3)) ![i](http://a.example/i.png) "
    "**bold** `code` $x^2$ \\(y\\) \\[z\\] https://a.example www.a.example <https://a.example> me@a.example [^1] | a | # b "
    "\x1b[31m \u202eesrever\u202c &lt;b&gt;"
)


def cite(quote: str, document_id: str = "seat.txt", start: int = 0, **known: str | int | None) -> Citation:
    values = {"title": None, "kind": None, "publisher": None, "date": None, **known}
    return Citation(document_id, start=start, end=start + len(quote), quote=quote, sha256="0" * 64, **values)  # type: ignore[arg-type]


def answer_of(*sentences: AnswerSentence, broad: bool = False, notes: tuple[str, ...] = ()) -> Answer:
    return Answer("Where is its seat?", sentences, False, 0.9, broad=broad, notes=notes)


@pytest.fixture
def seat() -> Answer:
    first = cite(
        SEAT, title="A seat", kind="news", publisher="The Lamp", date="2025-07-28", page=2, heading="A seat › Place"
    )
    second = cite("It is in Vilnius.", "other.txt")
    at = SEAT.index("Vilnius")
    return answer_of(
        AnswerSentence(SEAT, (first, second), ((at, at + 7),), VERBATIM),
        AnswerSentence("More.", (second,), finding=VERBATIM),
        notes=("Short.",),
    )


@pytest.fixture
def abstention() -> Answer:
    near = cite("The cost\n\nThe lamps cost 384 crowns.\n\nOil came on top.", title="Lamps", heading="Lamps › The cost")
    return Answer("What is the budget?", (), True, 0.1, nearest=(near,))


@pytest.fixture
def hostile() -> Answer:
    bad = cite(HOSTILE, HOSTILE, title=HOSTILE, kind="news", publisher=HOSTILE, date=HOSTILE, heading=HOSTILE)
    bad = replace(bad, speaker=Speaker(HOSTILE, HOSTILE, "quoted"))
    unsupported = Finding(Verdict.UNSUPPORTED, HOSTILE, "numbers")
    sentence = AnswerSentence(HOSTILE, (bad,), ((0, 30),), unsupported, repaired=HOSTILE)
    answer = answer_of(sentence, broad=True, notes=(HOSTILE,))
    return replace(answer, question=HOSTILE, removed=(sentence,), writer=HOSTILE)


def rendered(markdown: str) -> str:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)


class Tags(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_plain_text_has_numbers_and_footnotes(seat: Answer) -> None:
    assert str(seat) == (
        f"{SEAT} [1][2]\n\nMore. [2]\n\nShort.\n\n"
        f"[1] “{SEAT}” — A seat · news · The Lamp · 28 Jul 2025 · p. 2 · Place\n"
        "[2] “It is in Vilnius.” — other.txt · unknown kind, publisher and date"
    )


def test_markdown_has_footnotes_and_the_fact_in_bold(seat: Answer) -> None:
    text = seat.to_markdown()
    assert text.startswith("# Where is its seat?\n\n")
    assert "seat in **Vilnius**. [^1][^2]" in text
    assert "\n[^2]: “It is in Vilnius.” — other.txt" in text


def test_a_notebook_shows_the_quote_under_the_number(seat: Answer) -> None:
    page = seat._repr_html_()
    assert "seat in <strong>Vilnius</strong>.<sup" in page
    assert 'title="“It is in Vilnius.” — other.txt"' in page
    assert "A seat</cite> · news · The Lamp · 28 Jul 2025 · p. 2 · Place" in page
    assert "<em>Short.</em>" in page


def test_an_abstention_shows_what_came_nearest_without_saying_the_heading_twice(abstention: Answer) -> None:
    for text in (str(abstention), abstention.to_markdown(), Tags(abstention._repr_html_()).text):
        assert "This collection does not answer that." in text
        assert (
            "“The lamps cost 384 crowns. / Oil came on top.” — Lamps · unknown kind, publisher and date · The cost"
            in text
        )


@pytest.mark.parametrize(("confidence", "opening"), [(0.0, "does"), (0.199, "does"), (0.2, "may"), (0.9, "may")])
def test_every_form_of_an_abstention_is_as_sure_as_its_confidence(confidence: float, opening: str) -> None:
    answer = Answer("What is the budget?", (), True, confidence)
    for text in (str(answer), answer.to_markdown(), answer._repr_html_(), answer.to_html(), str(_response(answer))):
        assert f"This collection {opening} not answer that." in text


def test_a_broad_answer_is_grouped_by_document() -> None:
    one, two = cite("One.", "a.txt", title="First"), cite("Two.", "b.txt")
    sentences = [AnswerSentence(f"{c.quote}", (c,), finding=VERBATIM) for c in (one, two)]
    text = str(answer_of(*sentences, broad=True))
    assert text.startswith("First:\n\nOne. [1]\n\nb.txt:\n\nTwo. [2]\n\n")


def test_a_quote_from_markdown_is_shown_without_its_marks() -> None:
    shown = str(answer_of(AnswerSentence("It is bold.", (cite("It is **bold**.", "a.md"),))))
    assert "“It is bold.”" in shown
    assert "“It is **bold**.”" in str(answer_of(AnswerSentence("It.", (cite("It is **bold**.", "a.txt"),))))


def test_what_is_not_supported_is_marked_with_the_reason_and_what_is_supported_is_not(seat: Answer) -> None:
    contradicted = Finding(Verdict.CONTRADICTED, "The cited text has 2, not 3.", "numbers")
    marked = replace(seat, sentences=(replace(seat.sentences[0], finding=contradicted), seat.sentences[1]))
    assert f"{SEAT} [1][2] (Contradicted. The cited text has 2, not 3.)\n" in str(marked)
    for text in (str(marked), rendered(marked.to_markdown()), Tags(marked._repr_html_()).text):
        assert text.count("(Contradicted. The cited text has 2, not 3.)") == 1
        assert "Not checked" not in text
    assert "Not checked" in str(answer_of(AnswerSentence("One.", (cite("One."),))))


def test_what_was_removed_is_counted_and_listed_with_the_reason(seat: Answer) -> None:
    why = Finding(Verdict.UNSUPPORTED, "It cites nothing.", "citation")
    with_removed = replace(seat, removed=(AnswerSentence("It has a budget.", (), finding=why),))
    assert "1 sentence did not stand the checks and was removed." in str(with_removed)
    assert "It has a budget" not in str(with_removed)
    for text in (rendered(with_removed.to_markdown()), Tags(with_removed._repr_html_()).text):
        assert "It has a budget. (Not supported. It cites nothing.)" in text
    assert with_removed.text == seat.text


def test_a_corrected_citation_is_told(seat: Answer) -> None:
    corrected = replace(seat, sentences=(replace(seat.sentences[1], repaired="The writer cited no text."),))
    assert "More. (The writer cited no text.)" in corrected.to_markdown()


def test_whose_words_a_quote_is_stands_in_its_footnote(seat: Answer) -> None:
    spoken = replace(cite("It is late.", publisher="The Lamp"), speaker=Speaker("Mayor Saar", "said", "quoted"))
    answer = answer_of(AnswerSentence("It is late.", (spoken,), finding=VERBATIM))
    for text in (str(answer), answer.to_markdown(), Tags(answer._repr_html_()).text):
        assert "according to Mayor Saar, as quoted by The Lamp" in text


def test_nothing_in_a_document_acts_in_markdown(hostile: Answer) -> None:
    page = Tags(rendered(hostile.to_markdown()))
    assert page.names <= {"h1", "p", "strong", "ul", "li"}
    assert not page.attributes
    assert "[press](javascript:alert(3))" in page.text
    assert "https://a.example" not in hostile.to_markdown()  # readers that make links of bare addresses find none
    assert "\x1b" not in hostile.to_markdown() + str(hostile)


def test_nothing_in_a_document_acts_in_a_notebook(hostile: Answer) -> None:
    shown = hostile._repr_html_()
    page = Tags(shown)
    assert page.names == {"div", "p", "em", "strong", "sup", "span", "ol", "ul", "li", "cite", "details", "summary"}
    assert page.attributes == {"class", "style", "title", "dir"}
    assert "<script>alert(1)</script>" in page.text
    outside_titles = "".join(part.split("</sup>")[-1] for part in shown.split("<sup "))
    assert outside_titles.count("$") == outside_titles.count(
        "<span>$</span>"
    )  # a formula needs its sign in running text
    assert outside_titles.count("\\") == outside_titles.count("<span>\\</span>")


_MARKS = st.sampled_from("*_`[]()!<>#-+=|~\\&;:/.@$ \n\tab1")


@given(st.text(_MARKS | st.characters(codec="utf-8"), max_size=80), st.data())
def test_any_text_is_shown_and_does_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sentence = AnswerSentence(text, (cite(text),), ((start, end),), Finding(Verdict.PARTIAL, text, text), repaired=text)
    answer = replace(answer_of(sentence, notes=(text,)), removed=(sentence,))
    in_markdown = {"h1", "p", "strong", "ul", "li"}
    in_a_notebook = {"div", "p", "em", "strong", "sup", "span", "ol", "ul", "li", "cite", "details", "summary"}
    assert Tags(rendered(answer.to_markdown())).names <= in_markdown
    assert Tags(answer._repr_html_()).names <= in_a_notebook


# -- every form of an answer that keeps what does not stand ----------------------------------------------------------------


@pytest.fixture
def kept() -> Answer:
    """As the setting `mark` leaves it."""
    why = Finding(Verdict.UNSUPPORTED, "The number 500 is not in the cited text.", "numbers")
    stands = AnswerSentence(SEAT, (cite(SEAT),), finding=VERBATIM)
    return answer_of(stands, AnswerSentence("It cost 500.", (cite(SEAT),), finding=why))


def test_the_words_alone_hold_what_stands(kept: Answer) -> None:
    assert kept.text == SEAT
    assert kept.to_dict()["text"] == SEAT


@pytest.mark.parametrize("form", [str, Answer.to_markdown, Answer.to_html, Answer._repr_html_])
def test_every_form_that_shows_what_does_not_stand_marks_it(kept: Answer, form: Callable[[Answer], str]) -> None:
    shown = " ".join(re.sub(r"<[^>]+>|\\", "", form(kept)).split())
    after = shown.split("It cost 500.")[1]
    assert re.match(r" ?(\[\^?1\])* ?\(Not supported. The number 500 is not in the cited text.\)", after)


def test_the_json_form_gives_the_finding_of_each_sentence(kept: Answer) -> None:
    findings = [sentence["finding"]["verdict"] for sentence in kept.to_dict()["sentences"]]
    assert findings == ["supported", "unsupported"]


@pytest.mark.parametrize(
    ("finding", "stands"),
    [
        (NOT_CHECKED, True),
        (Finding(Verdict.UNCHECKED, "The support model gave no usable judgement.", "judge"), False),
        (Finding(Verdict.PARTIAL, "The cited text bears out only a part of it.", "judge"), True),
        (Finding(Verdict.CONTRADICTED, "The cited text says otherwise.", "judge"), False),
    ],
)
def test_what_was_not_checked_stands_only_where_there_is_nothing_to_check_with(finding: Finding, stands: bool) -> None:
    assert (answer_of(AnswerSentence(SEAT, (cite(SEAT),), finding=finding)).text == SEAT) is stands
