"""`Answer` -> HTML. Pure functions: the same answer gives the same markup, and what came from outside is escaped.

Numbers, quotes and labels stand in the markup as text, so that copy, print and screen readers have them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus.document import Document
from rag.answers import Answer, AnswerSentence, Citation
from rag.formats import Numbers, groups_of, numbers_of
from rag.wording import ABSTAINED, NEAREST, about, count, show_date
from ui.page.footnotes import MediaTypes, footnote_list, quoted, references
from ui.page.words import escape, escape_line

_LONGEST_BOUND_WORD = 20  # characters; a longer one, an address perhaps, must be free to break on a narrow page

_OTHER_WORDS = "<li>Other words: names, places and dates as the documents would write them.</li>"
_OTHER_SCOPE = (
    '<li><button type="button" class="link" data-open="scope">Another scope</button>: '
    "look at which documents are searched.</li>"
)


def answer_html(answer: Answer, documents: Mapping[str, Document] | None = None) -> str:
    """Sentences with numbered citations, notes, footnotes; or the abstention with the passages that came nearest.

    `documents` (by id) tell how a quote is written, so that Markdown is shown without its marks.
    """
    media_types = {name: document.media_type for name, document in (documents or {}).items()}
    return _abstention(answer, media_types) if answer.abstained else _answered(answer, media_types)


def summary(answer: Answer) -> str:
    """One line for screen readers: what came back. Plain text, not escaped."""
    if answer.abstained:
        nearest = [f"{count(len(answer.nearest), 'nearest passage')} to read."] if answer.nearest else []
        return " ".join([ABSTAINED, *(nearest or answer.notes)])
    first = f" {answer.sentences[0].text}" if answer.sentences else ""
    return f"Answered: {_counts(answer).replace(' · ', ', ')}.{first}"


def shown_sources(answer: Answer) -> tuple[Citation, ...]:
    """What the source pane can show for this answer, in the order of the numbers."""
    return answer.nearest if answer.abstained else answer.footnotes


def _answered(answer: Answer, media_types: MediaTypes) -> str:
    numbers = numbers_of(answer)
    groups = [("" if label is None else _heading(run[0].citations[0]), run) for label, run in groups_of(answer)]
    body = "".join(_group(heading, sentences, numbers, media_types) for heading, sentences in groups)
    footnotes = f'<h3 class="counts">{_counts(answer)}</h3>{footnote_list(answer.footnotes, media_types)}'
    return (
        f'<div class="sentences">{body}</div>{_notes(answer.notes)}'
        f'<section class="footnotes" aria-label="Footnotes">{footnotes}</section>'
    )


def _abstention(answer: Answer, media_types: MediaTypes) -> str:
    passages = (
        '<section class="footnotes nearest" aria-label="Nearest passages">'
        f'<h3 class="counts">{NEAREST.removesuffix(":")}</h3>'
        f"{footnote_list(answer.nearest, media_types)}</section>"
    )
    shown = passages if answer.nearest else ""
    return f'<p class="abstained">{ABSTAINED}</p>{_notes(answer.notes)}{shown}{_help(answer)}'


def _help(answer: Answer) -> str:
    """What to try next. Where nothing at all came near, nothing was searched, and other words would not help."""
    items = f"{_OTHER_WORDS if answer.nearest else ''}{_OTHER_SCOPE}"
    return f'<section class="might-help"><h3 class="counts">What might help</h3><ul>{items}</ul></section>'


def _heading(citation: Citation) -> str:
    details = about(citation.kind, citation.publisher, citation.date)
    return f'<h3 class="document" dir="auto">{escape(citation.label)} <span>{escape_line(details)}</span></h3>'


def _group(heading: str, sentences: list[AnswerSentence], numbers: Numbers, media_types: MediaTypes) -> str:
    paragraphs = "".join(
        f'<p class="{_manner(s, media_types)}" dir="auto">{_words(s, numbers)}{"" if heading else _origin(s)}</p>'
        for s in sentences
    )
    return f'<section class="group">{heading}{paragraphs}</section>' if heading else paragraphs


def _manner(sentence: AnswerSentence, media_types: MediaTypes) -> str:
    """Words that are a document's own look borrowed; words put together from several places do not."""
    own = any(quoted(c, media_types) == " ".join(sentence.text.split()) for c in sentence.citations)
    return "sentence verbatim" if own else "sentence"


def _words(sentence: AnswerSentence, numbers: Numbers) -> str:
    """The sentence, its last word bound to the numbers, which never stand alone at the beginning of a line."""
    last = sentence.text.rstrip().rfind(" ") + 1
    end = _emphasised(sentence, last, len(sentence.text)) + references(sentence, numbers)
    bound = len(sentence.text) - last <= _LONGEST_BOUND_WORD
    return _emphasised(sentence, 0, last) + (f'<span class="bound">{end}</span>' if bound else end)


def _emphasised(sentence: AnswerSentence, first: int, last: int) -> str:
    """`sentence.text[first:last]`, what is emphasised of it in `<strong>`."""
    parts, done = [], first
    for emphasis in sorted(sentence.emphasis):
        start, end = max(emphasis[0], done), min(emphasis[1], last)
        if start < end:
            parts.append(f"{escape(sentence.text[done:start])}<strong>{escape(sentence.text[start:end])}</strong>")
            done = end
    return "".join(parts) + escape(sentence.text[done:last])


def _origin(sentence: AnswerSentence) -> str:
    """What kind of document says it and when: a forecast of March is no news of May.

    Nothing where the kind is unknown, or where several sources of a sentence differ in it.
    """
    origins = {", ".join(part for part in (c.kind, show_date(c.date)) if c.kind and part) for c in sentence.citations}
    return f' <span class="origin">{escape(origins.pop())}</span>' if len(origins) == 1 and origins != {""} else ""


def _notes(notes: Iterable[str]) -> str:
    items = "".join(f'<p class="note">{escape(note)}</p>' for note in notes)
    return f'<div class="notes">{items}</div>' if items else ""


def _counts(answer: Answer) -> str:
    return f"{count(len(answer.footnotes), 'source')} · {count(len(answer.sentences), 'sentence')}"
