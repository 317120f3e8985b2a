"""The source pane: the passage behind a citation in its context, and the whole document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Document, Metadata, Span
from rag.records.answers import AnswerSentence, Citation
from rag.records.verdict import Verdict
from rag.wording import about, count, listed
from ui.page.reading import typeset
from ui.page.speakers import speaker_words
from ui.page.verdicts import mark as verdict_mark
from ui.page.words import escape, escape_line, place

CONTEXT = 700
"""Characters shown on either side of a quote, about."""

_LEEWAY = 300  # how much further the context may reach for the sake of a whole paragraph

LONGEST = 300_000
"""Characters of a document that are shown at once; a longer one is shown around the quote."""

_CHANGED = (
    "This document has changed or was removed since the answer was given. The quote stands as it was then; "
    "what stood around it cannot be shown. Ask again for an answer from the present text."
)


def passage(citation: Citation, document: Document | None) -> str:
    """The passage behind a citation.

    `document` is the one indexed now; where it is `None` or of another version, the quote is shown alone.
    """
    where = place(citation.page, citation.heading, citation.label)
    head = _head(citation.label, citation.kind, citation.publisher, citation.date, where)
    if document is None or not proven(citation, document):
        quote = f'<div class="reading"><p><mark>{escape(citation.quote)}</mark></p></div>'
        return f'{head}{quote}<p class="aside">{_CHANGED}</p>'
    start, end = _context(document.text, citation.start, citation.end)
    text = typeset(document, start, end, Span(citation.start, citation.end))
    before = '<p class="more" aria-hidden="true">…</p>' if document.text[:start].strip() else ""
    after = '<p class="more" aria-hidden="true">…</p>' if document.text[end:].strip() else ""
    return f'{head}<div class="reading in-context"{_language(document.metadata)}>{before}{text}{after}</div>'


def facts(citation: Citation, sentences: Sequence[AnswerSentence]) -> str:
    """Who is speaking in the quote, and what was found of each of `sentences` (those of the answer) that cites it.

    What no sentence cites came nearest to a question that was not answered: then the speaker alone is told, where one is known. Of a
    whole passage, which has many, none is.
    """
    citing: dict[tuple[Verdict, str], list[str]] = {}
    for number, sentence in enumerate(sentences, 1):
        if any(cited.key == citation.key for cited in sentence.citations):
            citing.setdefault((sentence.verdict, sentence.finding.reason), []).append(str(number))
    if not citing and citation.speaker is None:
        return ""
    checked = "".join(
        _checked(numbers if len(sentences) > 1 else [], verdict, reason)
        for (verdict, reason), numbers in citing.items()
    )
    found = f"<dt>Checked</dt>{checked}" if checked else ""
    return f'<dl><dt>Speaker</dt><dd dir="auto">{escape(speaker_words(citation))}</dd>{found}</dl>'


def _checked(numbers: Sequence[str], verdict: Verdict, reason: str) -> str:
    which = f"sentence{'s' if len(numbers) > 1 else ''} {listed(numbers)}:" if numbers else ""
    named = f'<span class="which">{which}</span> ' if which else ""
    return f'<dd>{named}{verdict_mark(verdict)} <span class="reason">{escape(reason)}</span></dd>'


def proven(citation: Citation, document: Document) -> bool:
    """Whether the citation is of this version of the document and its quote stands where it says."""
    return citation.sha256 == document.sha256 and document.text[citation.start : citation.end] == citation.quote


def whole(document: Document, mark: Span | None = None) -> str:
    """A whole document with `mark` marked; of one longer than `LONGEST` the part around the mark."""
    metadata = document.metadata
    start, end, notice = 0, len(document.text), ""
    if end > LONGEST:
        middle = mark.start if mark else 0
        start = max(0, min(middle - LONGEST // 2, end - LONGEST))
        notice = f'<p class="aside">Shown: characters {start + 1:,} to {start + LONGEST:,} of {end:,}.</p>'
        end = start + LONGEST
    head = _head(document.label, metadata.kind, metadata.publisher, metadata.date, "")
    text = typeset(document, start, end, mark, pages=True)
    return f'{head}{_facts(document)}{notice}<div class="reading whole"{_language(metadata)}>{text}</div>'


def _head(label: str, kind: str | None, publisher: str | None, date: str | None, where: str) -> str:
    line = f'<p class="where">{escape_line(where)}</p>' if where else ""
    title = f'<h3 class="label" dir="auto">{escape(label)}</h3>'
    return (
        f'<div class="source-head">{title}<p class="about">{escape_line(about(kind, publisher, date))}</p>{line}</div>'
    )


def _facts(document: Document) -> str:
    metadata = document.metadata
    facts = [escape(document.id), count(len(document.text), "character")]
    facts += [f"by {escape(metadata.author)}"] if metadata.author else []
    facts += [f"licence {escape(metadata.licence)}"] if metadata.licence else []
    facts += [_link(metadata.url)] if metadata.url else []
    return f'<p class="where">{" · ".join(facts)}</p>'


def _link(url: str) -> str:
    """A link only where the address is of the web; anything else is text."""
    if not re.match(r"https?://", url):
        return escape(url)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">original</a>'


def _language(metadata: Metadata) -> str:
    return f' dir="auto" lang="{escape(metadata.language)}"' if metadata.language else ' dir="auto"'


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """About `CONTEXT` characters on either side, cut where a paragraph ends if one ends near, else between words."""
    return _first(text, start - CONTEXT), _last(text, end + CONTEXT)


def _first(text: str, near: int) -> int:
    if near <= _LEEWAY:
        return 0
    line = text.rfind("\n", near - _LEEWAY, near)
    return line + 1 if line >= 0 else text.rfind(" ", 0, near) + 1


def _last(text: str, near: int) -> int:
    if near >= len(text) - _LEEWAY:
        return len(text)
    line = text.find("\n", near, near + _LEEWAY)
    word = text.find(" ", near)
    return line if line >= 0 else word if word >= 0 else len(text)
