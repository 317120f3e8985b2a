"""`Answer` -> HTML. Pure functions: the same answer gives the same markup, and what came from outside is escaped.

Numbers, quotes, verdicts and labels stand in the markup as text, so that copy, print and screen readers have them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rag.answering.pipeline import EXTRACTIVE
from rag.exports.formats import Numbers, groups_of, numbers_of
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.wording import NEAREST, about, abstention, count
from ui.page.footnotes import footnote_list
from ui.page.removed import removed_html, removed_words
from ui.page.sentences import paragraph
from ui.page.verdicts import tally
from ui.page.words import escape, escape_line

_OTHER_WORDS = "<li>Other words: names, places and dates as the documents would write them.</li>"
_OTHER_SCOPE = (
    '<li><button type="button" class="link" data-open="scope">Another scope</button>: '
    "look at which documents are searched.</li>"
)


def answer_html(answer: Answer) -> str:
    """Sentences with numbered citations and verdicts, notes, footnotes; or the abstention with the nearest sentences.

    Below either: what was removed, and why.
    """
    return _abstention(answer) if answer.abstained else _answered(answer)


def stopped_html(answer: Answer) -> str:
    """What stands of an answer that the reader stopped."""
    shown = _answered(replace(answer, notes=())) if answer.sentences else removed_html(answer.removed)
    return f'{shown}<div class="stopped">{_notes(answer.notes)}</div>'


def summary(answer: Answer, *, read_out: bool = False) -> str:
    """One line for screen readers: what came back. Plain text, not escaped.

    `read_out`: its sentences were announced as they came.
    """
    removed = [f"{words}."] if (words := removed_words(answer.removed)) else []
    if answer.abstained:
        nearest = [f"{count(len(answer.nearest), 'nearest sentence')} to read."] if answer.nearest else []
        return " ".join([abstention(answer.confidence), *(nearest or answer.notes), *removed])
    first = [s.text for s in answer.sentences[:1] if not read_out]
    return " ".join([f"Answered: {_counts(answer).replace(' · ', ', ')}.", *removed, *first])


def _answered(answer: Answer) -> str:
    numbers = numbers_of(answer)
    groups = [("" if label is None else _heading(run[0].citations[0]), run) for label, run in groups_of(answer)]
    body = "".join(_group(heading, sentences, numbers) for heading, sentences in groups)
    return (
        f'<div class="sentences">{body}</div>{_notes(answer.notes)}'
        f'<section class="footnotes" aria-label="Footnotes"><h3 class="counts">{_counts(answer)}{_writer(answer)}</h3>'
        f"{footnote_list(answer.footnotes)}</section>{removed_html(answer.removed)}"
    )


def _abstention(answer: Answer) -> str:
    nearest = (
        '<section class="footnotes nearest" aria-label="Nearest sentences">'
        f'<h3 class="counts">{NEAREST.removesuffix(":")}</h3>{footnote_list(answer.nearest)}</section>'
    )
    shown = nearest if answer.nearest else ""
    head = (
        f'<p class="abstained">{abstention(answer.confidence)}</p>{_notes(answer.notes)}{removed_html(answer.removed)}'
    )
    return head + shown + _help(answer)


def _help(answer: Answer) -> str:
    """What to try next. Where nothing at all came near, nothing was searched, and other words would not help."""
    items = f"{_OTHER_WORDS if answer.nearest else ''}{_OTHER_SCOPE}"
    return f'<section class="might-help"><h3 class="counts">What might help</h3><ul>{items}</ul></section>'


def _heading(citation: Citation) -> str:
    details = about(citation.kind, citation.publisher, citation.date)
    return f'<h3 class="document" dir="auto">{escape(citation.label)} <span>{escape_line(details)}</span></h3>'


def _group(heading: str, sentences: list[AnswerSentence], numbers: Numbers) -> str:
    paragraphs = "".join(paragraph(s, numbers, under_heading=bool(heading)) for s in sentences)
    return f'<section class="group">{heading}{paragraphs}</section>' if heading else paragraphs


def _notes(notes: Iterable[str]) -> str:
    items = "".join(f'<p class="note">{escape(note)}</p>' for note in notes)
    return f'<div class="notes">{items}</div>' if items else ""


def _counts(answer: Answer) -> str:
    return f"{count(len(answer.footnotes), 'source')} · {tally(answer.sentences)}"


def _writer(answer: Answer) -> str:
    """Whose words they are, where they are not the documents' own."""
    return "" if answer.writer == EXTRACTIVE else f' <span class="writer">· written by {escape(answer.writer)}</span>'
