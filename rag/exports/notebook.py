"""An answer as HTML for a notebook. Pure functions; everything from a document or a reader is inert."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from rag.exports.formats import (
    Numbers,
    between_spaces,
    details,
    groups_of,
    mark,
    numbers_of,
    pieces,
    quoted,
    removals,
    removed_in_short,
    spoken,
)
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.wording import NEAREST, abstention, one_line

# Either class keeps MathJax away, in its new and its old versions.
_OPENING = '<div class="mathjax_ignore tex2jax_ignore" style="max-width:46em;line-height:1.5">'


def html(answer: Answer) -> str:
    """Sentences with numbers that reveal the quote under the pointer, notes, and the footnotes below."""
    body = "".join(f'<p dir="auto">{paragraph}</p>' for paragraph in _paragraphs(answer))
    notes = "".join(f'<p style="opacity:.8"><em>{_inert(note)}</em></p>' for note in answer.notes)
    return f"{_OPENING}{body}{notes}{_removed(answer)}{_sources(answer)}</div>"


def _paragraphs(answer: Answer) -> Iterator[str]:
    if answer.abstained:
        yield abstention(answer.confidence)
    numbers = numbers_of(answer)
    for label, sentences in groups_of(answer):
        if label is not None:
            yield f"<em>{_inert(label)}</em>"
        yield from (_sentence(sentence, numbers) for sentence in sentences)


def _sentence(sentence: AnswerSentence, numbers: Numbers) -> str:
    text = "".join(between_spaces(part, _strong if asked else _inert) for part, asked in pieces(sentence))
    markers = "".join(_marker(numbers[c.key], c) for c in sentence.citations)
    told = mark(sentence)
    return text + markers + (f" <em>{_inert(told)}</em>" if told else "")


def _removed(answer: Answer) -> str:
    items = "".join(f"<li>{_inert(line)}</li>" for line in removals(answer))
    summary = f"<summary>{_inert(removed_in_short(answer))}</summary>"
    return f'<details style="opacity:.85">{summary}<ul>{items}</ul></details>' if items else ""


def _marker(number: int, citation: Citation) -> str:
    title = escape(f"“{quoted(citation)}” — {one_line(citation.label)}", quote=True)
    return f'<sup title="{title}" style="cursor:help;line-height:0">[{number}]</sup>'


def _sources(answer: Answer) -> str:
    sources = answer.sources
    items = "".join(
        f"<li>“{_inert(quoted(c))}” — <cite>{_inert(c.label)}</cite> · {_inert(_about(c))}</li>" for c in sources
    )
    if not items:
        return ""
    heading = f'<p style="margin-bottom:0">{NEAREST}</p>' if answer.abstained else ""
    return f'{heading}<ol style="font-size:.9em;opacity:.85">{items}</ol>'


def _about(citation: Citation) -> str:
    return " · ".join(filter(None, (details(citation), spoken(citation))))


def _strong(text: str) -> str:
    return f"<strong>{_inert(text)}</strong>"


def _inert(text: str) -> str:
    """`text` as HTML. A dollar sign or a backslash in an element of its own begins no formula."""
    return re.sub(r"[$\\]", r"<span>\g<0></span>", escape(one_line(text), quote=True))
