"""An answer for other programs: a page of its own, CSL-JSON and BibTeX."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Metadata
from index.errors import DocumentMissing
from rag.exports.answer_file import read
from rag.exports.bibtex import bibtex
from rag.exports.csl import csl_items
from rag.records.answers import Answer, AnswerSentence, Citation, Speaker
from rag.records.verdict import Finding, Verdict
from ui.page import replies

SEAT = "The body is tentatively to have its seat in Vilnius."
SUPPORTED = Finding(Verdict.SUPPORTED, "These are the words of the cited text.", "verbatim")
UNSUPPORTED = Finding(Verdict.UNSUPPORTED, "It cites nothing.", "citation")
NEWS = Citation(
    "seat.md", "A seat & more", "news", "The Lamp", "2025-07-28", 10, 62, SEAT, "a" * 64, 2, "Place",
    Speaker("Mayor Saar", "said", "quoted"), "text/markdown",
)  # fmt: skip
BARE = Citation("other file.txt", None, None, None, None, 0, 17, "It is in Vilnius.", "b" * 64)
MORE = {"seat.md": Metadata(author="Ada Kask", url="https://lamp.example/a{b}%20c", language="en")}
ANSWER = Answer(
    "Where is its seat?",
    (AnswerSentence(SEAT, (NEWS, BARE), ((44, 51),), SUPPORTED), AnswerSentence("Again.", (NEWS,), finding=SUPPORTED)),
    False,
    0.9,
    notes=("Short.",),
    removed=(AnswerSentence("It has a budget.", (), finding=UNSUPPORTED),),
    writer="ollama/lamp",
)
HOSTILE = (
    "<script>alert(1)</script>\"'><img src=x onerror=a> }, @misc{x, \\input{/etc/passwd} $x$ %y #z & ~^_ \x1b[1m \u202e"
)


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_holds_the_answer_its_sources_and_what_was_removed() -> None:
    page = Page(ANSWER.to_html())
    for part in (
        "Where is its seat?", "Vilnius", "[1]", "[2]", "Short.", "A seat & more", "according to Mayor Saar, as quoted by The Lamp",
        "characters 10 to 62", "It has a budget. (Not supported. It cites nothing.)", "Written by ollama/lamp",
    ):  # fmt: skip
        assert part in page.text


def test_every_number_on_the_page_leads_to_its_source() -> None:
    page = Page(ANSWER.to_html())
    targets = {attributes.get("id") for tag, attributes in page.tags if tag == "li"}
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert links == ["#source-1", "#source-2", "#source-1"]
    assert {link.removeprefix("#") for link in links if link} <= targets


def test_the_page_stands_alone_and_forbids_what_is_not_in_it() -> None:
    shown = replace(
        ANSWER,
        sentences=(AnswerSentence(HOSTILE, (replace(NEWS, title=HOSTILE, publisher=HOSTILE),)),),
        question=HOSTILE,
    )
    page = Page(shown.to_html())
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img", "link", "iframe", "object", "form", "input", "svg"}
    assert not {a for _, attributes in page.tags for a in attributes if a.startswith("on") or a in ("src", "srcset")}
    assert "default-src 'none'" in shown.to_html()
    assert "<script>alert(1)</script>" in page.text
    assert "\x1b" not in shown.to_html() and "\u202e" not in shown.to_html()
    assert "prefers-color-scheme: dark" in shown.to_html() and "@media print" in shown.to_html()


def test_an_abstention_is_a_page_with_the_nearest_sentences() -> None:
    page = Page(Answer("What does it cost?", (), True, 0.1, nearest=(BARE,)).to_html())
    assert "This collection does not answer that." in page.text
    assert "It is in Vilnius." in page.text


def test_each_document_is_one_item_of_csl() -> None:
    seat, other = csl_items(ANSWER, MORE)
    assert seat == {
        "id": seat["id"],
        "type": "article-newspaper",
        "title": "A seat & more",
        "author": [{"literal": "Ada Kask"}],
        "container-title": "The Lamp",
        "issued": {"date-parts": [[2025, 7, 28]]},
        "URL": "https://lamp.example/a{b}%20c",
        "language": "en",
        "genre": "news",
        "source": "seat.md",
    }
    assert (other["type"], other["title"]) == ("document", "other file.txt")
    assert set(other) == {"id", "type", "title", "source"}
    json.dumps(ANSWER.to_csl())


def test_an_abstention_lists_what_came_nearest() -> None:
    assert [item["title"] for item in csl_items(Answer("?", (), True, 0.1, nearest=(BARE, NEWS)))] == [
        "other file.txt",
        "A seat & more",
    ]


def test_bibtex_has_an_entry_a_document_with_what_is_known() -> None:
    text = bibtex(ANSWER, MORE)
    assert re.match(r"@article\{a-seat-more-2025-[0-9a-f]{6},\n", text)
    for part in (
        r"title = {{A seat \& more}}", "author = {{Ada Kask}}", "journal = {The Lamp}", "year = {2025}", "month = jul",
        "day = {28}", "url = {https://lamp.example/a%7Bb%7D%20c}", "@misc{other-file-txt-", "note = {other file.txt}",
    ):  # fmt: skip
        assert part in text


def test_what_the_assistant_knows_can_be_handed_in() -> None:
    assert ANSWER.to_csl(MORE) == csl_items(ANSWER, MORE)
    assert ANSWER.to_bibtex(MORE) == bibtex(ANSWER, MORE)


def test_the_page_takes_away_what_is_known_of_the_sources_and_json_that_can_be_verified(tmp_path: Path) -> None:
    document = Document.from_text("seat.md", f"0123456789{SEAT}", MORE["seat.md"])

    def find(id: str) -> Document:
        if id != document.id:
            raise DocumentMissing(f"No document {id!r} is indexed.", "")
        return document

    taken = replies.answered(ANSWER, find)["takeaway"]
    assert json.loads(taken["csl.json"]) == csl_items(ANSWER, MORE)
    assert taken["bib"] == bibtex(ANSWER, MORE)
    (tmp_path / "a.json").write_text(taken["json"], "utf-8")
    assert read(tmp_path / "a.json").intact is True
    assert read(tmp_path / "a.json").answer == ANSWER


def test_a_key_stays_the_same_whatever_else_is_cited() -> None:
    keys = [
        re.findall(r"@\w+\{([^,]+),", a.to_bibtex()) for a in (ANSWER, replace(ANSWER, sentences=ANSWER.sentences[1:]))
    ]
    assert keys[1] == keys[0][:1]
    assert len(set(keys[0])) == 2


@pytest.mark.parametrize("date", ["2025", "2025-07", "2025-99-99", "about 2025", "", None])
def test_dates_are_given_as_far_as_they_are_known(date: str | None) -> None:
    answer = replace(ANSWER, sentences=(AnswerSentence(SEAT, (replace(NEWS, date=date),)),))
    issued = csl_items(answer)[0].get("issued")
    assert (issued is not None) is bool(re.match(r"\d{4}", date or ""))
    assert "year" in answer.to_bibtex() if issued else "year" not in answer.to_bibtex()


@given(st.text(max_size=60) | st.just(HOSTILE), st.text(max_size=20))
def test_any_text_stays_inside_its_field(title: str, publisher: str) -> None:
    answer = replace(ANSWER, sentences=(AnswerSentence(SEAT, (replace(NEWS, title=title, publisher=publisher),)),))
    known = {"seat.md": Metadata(author=title or None, url=title or None)}
    text = bibtex(answer, known)
    depth = [0]
    for character in text:
        depth.append(depth[-1] + (character == "{") - (character == "}"))
    assert min(depth) == 0 and depth[-1] == 0
    assert len([i for i, c in enumerate(text) if c == "@" and depth[i] == 0]) == 1
    json.dumps(csl_items(answer, known))
    assert {tag for tag, _ in Page(answer.to_html()).tags} <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "strong", "em", "sup", "a", "span",
        "section", "ol", "ul", "li", "br", "cite",
    }  # fmt: skip
