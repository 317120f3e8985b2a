"""Footnotes: the numbers in the text and the list below it. The same stretch of a document has the same number."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import markup
from rag.exports.formats import Numbers
from rag.records.answers import AnswerSentence, Citation
from rag.wording import about
from ui.page.speakers import speaker_words
from ui.page.words import escape, escape_line, place


def references(sentence: AnswerSentence, numbers: Numbers) -> str:
    """The numbers after a sentence: buttons that show the passage. A citation that has no number has no button."""
    cited = [c for c in dict.fromkeys(sentence.citations) if c.key in numbers]
    buttons = "".join(_reference(numbers[c.key], c) for c in cited)
    return f'<span class="references">{buttons}</span>' if buttons else ""


def quoted(citation: Citation) -> str:
    """The words of the quote on one line, without inline markup. Not escaped."""
    return markup.plain(citation.quote, citation.media_type)


def footnote_list(citations: Iterable[Citation]) -> str:
    """The list: number, quote, where it is from."""
    items = (
        f'<li data-footnote="{number}">{_button(number, f"Show source {number}")}<div>{footnote(c)}</div></li>'
        for number, c in enumerate(citations, 1)
    )
    return f"<ol>{''.join(items)}</ol>"


def footnote(citation: Citation) -> str:
    """The quote and where it is from, without a number."""
    where = place(citation.page, citation.heading, citation.label)
    speaker = f"speaker: {speaker_words(citation)}" if citation.speaker else ""
    known = about(citation.kind, citation.publisher, citation.date)
    details = " · ".join(part for part in (known, where, speaker) if part)
    quote = f'<q dir="auto">{escape(quoted(citation))}</q>'
    label = f'<cite dir="auto">{escape(citation.label)}</cite>'
    return f'{quote} <span class="from">{label} <span>{escape_line(details)}</span></span>'


def _reference(number: int, citation: Citation) -> str:
    details = about(citation.kind, citation.publisher, citation.date)
    return _button(number, f"Source {number}: {citation.label}, {details}")


def _button(number: int, label: str) -> str:
    attributes = f'type="button" class="reference" data-source="{number}" aria-label="{escape(label)}"'
    return f"<button {attributes}>{number}</button>"
