"""An answer as a page of its own: one file, to keep, send or print. What documents say is inert in it.

It holds no script, loads nothing, and its policy forbids both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from rag.exports.formats import (
    Numbers,
    between_spaces,
    corrections,
    details,
    groups_of,
    mark,
    numbers_of,
    pieces,
    quoted,
    removals,
    spoken,
    written_by,
)
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.wording import NEAREST, abstention, one_line

_STYLE = """
:root { color-scheme: light dark; --text: #1d1b17; --page: #fbf9f4; --quiet: #5d584d; --line: #d8d2c4; --warn: #8a3b12; }
@media (prefers-color-scheme: dark) {
  :root { --text: #eae6dc; --page: #191813; --quiet: #aaa392; --line: #45413a; --warn: #f0a57c; }
}
body { margin: 0; background: var(--page); color: var(--text); font: 1.05rem/1.6 Georgia, "Times New Roman", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .5rem; }
h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
a { color: inherit; }
sup { line-height: 0; }
sup a { text-decoration: none; padding: .3em .1em; }
ol { padding-left: 1.75rem; }
li { margin-bottom: .75rem; }
li:target { background: color-mix(in srgb, var(--line) 45%, transparent); }
.quiet { color: var(--quiet); font-size: .92rem; }
.mark { color: var(--warn); font-size: .92rem; }
section { border-top: 1px solid var(--line); }
@media print {
  :root { --text: #000; --page: #fff; --quiet: #333; --line: #999; --warn: #000; }
  main { max-width: none; padding: 0; }
  li, p { break-inside: avoid; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(answer: Answer) -> str:
    """The whole page."""
    question = _inert(answer.question)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{question}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1 dir="auto">{question}</h1>\n<p class="quiet">{_inert(written_by(answer))}</p>\n'
        f"{''.join(_body(answer))}{_sources(answer)}"
        f"{_list('Written and removed', removals(answer))}{_list('Citations corrected', corrections(answer))}"
        "</main>\n</body>\n</html>\n"
    )


def _body(answer: Answer) -> Iterator[str]:
    if answer.abstained:
        yield f"<p><strong>{_inert(abstention(answer.confidence))}</strong></p>\n"
    numbers = numbers_of(answer)
    for label, sentences in groups_of(answer):
        if label is not None:
            yield f'<h2 dir="auto">{_inert(label)}</h2>\n'
        yield from (f'<p dir="auto">{_sentence(sentence, numbers)}</p>\n' for sentence in sentences)
    yield from (f'<p class="quiet"><em>{_inert(note)}</em></p>\n' for note in answer.notes)


def _sentence(sentence: AnswerSentence, numbers: Numbers) -> str:
    text = "".join(between_spaces(part, _strong if asked else _inert) for part, asked in pieces(sentence))
    found = [numbers[c.key] for c in sentence.citations]
    markers = "".join(f'<sup><a href="#source-{n}" aria-label="Source {n}">[{n}]</a></sup>' for n in found)
    told = mark(sentence)
    return text + markers + (f' <span class="mark">{_inert(told)}</span>' if told else "")


def _sources(answer: Answer) -> str:
    sources = answer.sources
    if not sources:
        return ""
    items = "".join(f'<li id="source-{n}" dir="auto">{_source(c)}</li>\n' for n, c in enumerate(sources, 1))
    return f"<section>\n<h2>{_inert(NEAREST if answer.abstained else 'Sources')}</h2>\n<ol>\n{items}</ol>\n</section>\n"


def _source(citation: Citation) -> str:
    about = " · ".join(part for part in (details(citation), spoken(citation)) if part)
    version = f"{citation.document_id}, characters {citation.start} to {citation.end}, version {citation.sha256[:12]}"
    return (
        f"“{_inert(quoted(citation))}”<br><cite>{_inert(citation.label)}</cite> "
        f'<span class="quiet">· {_inert(about)}<br>{_inert(version)}</span>'
    )


def _list(heading: str, lines: Iterable[str]) -> str:
    items = "".join(f'<li dir="auto">{_inert(line)}</li>\n' for line in lines)
    return f'<section>\n<h2>{heading}</h2>\n<ul class="quiet">\n{items}</ul>\n</section>\n' if items else ""


def _strong(text: str) -> str:
    return f"<strong>{_inert(text)}</strong>"


def _inert(text: str) -> str:
    return escape(one_line(text), quote=True)
