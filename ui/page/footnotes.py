"""Footnotes: the numbers in the text and the list below it. The same stretch of a document has the same number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus import markup
from rag.answers import AnswerSentence, Citation
from rag.formats import Numbers
from rag.wording import about
from ui.page.words import escape, escape_line, place

MediaTypes = Mapping[str, str]
"""How each document is written, by its id; Markdown is shown without its marks."""


def references(sentence: AnswerSentence, numbers: Numbers) -> str:
    """The numbers after a sentence: buttons that show the passage; nothing where the sentence has no citation."""
    buttons = "".join(_reference(numbers[c.key], c) for c in dict.fromkeys(sentence.citations))
    return f'<span class="references">{buttons}</span>' if buttons else ""


def quoted(citation: Citation, media_types: MediaTypes) -> str:
    """The words of the quote on one line, without inline markup. Not escaped."""
    return markup.plain(citation.quote, media_types.get(citation.document_id, "text/plain"))


def footnote_list(citations: Iterable[Citation], media_types: MediaTypes) -> str:
    """The list: number, quote, where it is from."""
    return f"<ol>{''.join(_footnote(number, c, media_types) for number, c in enumerate(citations, 1))}</ol>"


def _reference(number: int, citation: Citation) -> str:
    details = about(citation.kind, citation.publisher, citation.date)
    return _button(number, f"Source {number}: {citation.label}, {details}")


def _footnote(number: int, citation: Citation, media_types: MediaTypes) -> str:
    where = place(citation.page, citation.heading, citation.label)
    details = " · ".join(part for part in (about(citation.kind, citation.publisher, citation.date), where) if part)
    quote = f'<q dir="auto">{escape(quoted(citation, media_types))}</q>'
    label = f'<cite dir="auto">{escape(citation.label)}</cite>'
    source = f'<span class="from">{label} <span>{escape_line(details)}</span></span>'
    return f'<li data-footnote="{number}">{_button(number, f"Show source {number}")}<div>{quote} {source}</div></li>'


def _button(number: int, label: str) -> str:
    attributes = f'type="button" class="reference" data-source="{number}" aria-label="{escape(label)}"'
    return f"<button {attributes}>{number}</button>"
