"""A sentence of an answer as a paragraph: its words, numbers and verdict, who says it, and beneath it why."""

from __future__ import annotations

from rag.exports.formats import Numbers
from rag.records.answers import AnswerSentence
from rag.records.verdict import Verdict
from rag.wording import show_date
from ui.page.footnotes import quoted, references
from ui.page.speakers import attribution
from ui.page.verdicts import verdict_button, why
from ui.page.words import escape, escape_line

_LONGEST_BOUND_WORD = 20  # characters; a longer one, an address perhaps, must be free to break on a narrow page


def paragraph(sentence: AnswerSentence, numbers: Numbers, *, under_heading: bool = False, kept: bool = True) -> str:
    """The paragraph. Under its document's heading the kind and the date are not said again.

    `kept`: the answer will hold it.
    """
    borrowed = _is_borrowed(sentence)
    classes = f"sentence verbatim is-{sentence.verdict}" if borrowed else f"sentence is-{sentence.verdict}"
    struck = is_struck(sentence) or not kept
    said = attribution(sentence) if borrowed else ""
    origin = _origin(sentence) if not (under_heading or struck) else ""
    after = references(sentence, numbers) + verdict_button(sentence, kept=kept)
    return (
        f'<p class="{classes}" dir="auto">{_words(sentence, after, struck)}{_beside(said, origin)}</p>'
        f'<div class="why" hidden>{why(sentence)}</div>'
    )


def is_struck(sentence: AnswerSentence) -> bool:
    """Whether its words are shown struck: what its citations do not bear out is never shown as if they did."""
    return not sentence.verdict.stands and sentence.verdict is not Verdict.UNCHECKED


def _is_borrowed(sentence: AnswerSentence) -> bool:
    """Words that are a document's own look borrowed; words put together from several places do not."""
    return any(quoted(citation) == " ".join(sentence.text.split()) for citation in sentence.citations)


def _words(sentence: AnswerSentence, after: str, struck: bool) -> str:
    """The sentence, its last word bound to what follows, which never stands alone at the beginning of a line."""
    last = sentence.text.rstrip().rfind(" ") + 1
    begin, end = _emphasised(sentence, 0, last), _emphasised(sentence, last, len(sentence.text))
    if struck:
        return f"<s>{begin}{end}</s> {after}"
    bound = len(sentence.text) - last <= _LONGEST_BOUND_WORD
    return f'{begin}<span class="bound">{end}{after}</span>' if bound else begin + end + after


def _emphasised(sentence: AnswerSentence, first: int, last: int) -> str:
    """`sentence.text[first:last]`, what is emphasised of it in `<strong>`."""
    parts, done = [], first
    for emphasis in sorted(sentence.emphasis):
        start, end = max(emphasis[0], done), min(emphasis[1], last)
        if start < end:
            parts.append(f"{escape(sentence.text[done:start])}<strong>{escape(sentence.text[start:end])}</strong>")
            done = end
    return "".join(parts) + escape(sentence.text[done:last])


def _beside(said: str, origin: str) -> str:
    words = " · ".join(part for part in (f"— {said}" if said else "", origin) if part)
    return f' <span class="origin" dir="auto">{escape_line(words)}</span>' if words else ""


def _origin(sentence: AnswerSentence) -> str:
    """What kind of document says it and when: a forecast of March is no news of May.

    Nothing where the kind is unknown, or where several sources of a sentence differ in it.
    """
    origins = {", ".join(part for part in (c.kind, show_date(c.date)) if c.kind and part) for c in sentence.citations}
    return origins.pop() if len(origins) == 1 else ""
