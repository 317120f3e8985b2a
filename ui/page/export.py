"""An answer to take away: plain text with footnotes for the clipboard, Markdown for a file; JSON: `Answer.to_json`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rag.answers import Answer, AnswerSentence, Citation
from ui.page.words import about, clean, place

ABSTAINED = "This collection does not answer that."
NEAREST = "Nearest passages:"

Writer = Callable[[str], str]


def plain_text(answer: Answer) -> str:
    """Question, answer with `[1]` markers, notes, then the footnotes."""
    footnotes = [f"[{number}] {_footnote(c, _one_line)}" for number, c in enumerate(answer.footnotes, 1)]
    paragraphs = [_one_line(answer.question), *_body(answer, _one_line, "[{}]"), *map(_one_line, answer.notes)]
    return "\n\n".join([*paragraphs, "\n".join(footnotes or _nearest(answer, _one_line))]).rstrip() + "\n"


def markdown(answer: Answer) -> str:
    """The same with Markdown footnotes (`[^1]`); nothing in the texts becomes a link, an image, a heading or HTML."""
    footnotes = [f"[^{number}]: {_footnote(c, _escaped)}" for number, c in enumerate(answer.footnotes, 1)]
    paragraphs = [f"# {_escaped(answer.question)}", *_body(answer, _escaped, "[^{}]"), *map(_escaped, answer.notes)]
    return "\n\n".join([*paragraphs, "\n".join(footnotes or _nearest(answer, _escaped))]).rstrip() + "\n"


def _body(answer: Answer, write: Writer, marker: str) -> Iterator[str]:
    if answer.abstained:
        yield ABSTAINED
    numbers = {c.key: number for number, c in enumerate(answer.footnotes, 1)}
    document = None
    for sentence in answer.sentences:
        if answer.broad and sentence.citations and sentence.citations[0].document_id != document:
            document = sentence.citations[0].document_id
            yield f"{write(sentence.citations[0].label)}:"
        yield _sentence(sentence, numbers, write, marker)


def _sentence(sentence: AnswerSentence, numbers: dict[tuple[str, int, int], int], write: Writer, marker: str) -> str:
    markers = "".join(marker.format(numbers[c.key]) for c in sentence.citations)
    return f"{write(sentence.text)} {markers}".rstrip()


def _nearest(answer: Answer, write: Writer) -> list[str]:
    return [NEAREST, "", *(f"- {_footnote(c, write)}" for c in answer.nearest)] if answer.nearest else []


def _footnote(citation: Citation, write: Writer) -> str:
    details = about(citation.kind, citation.publisher, citation.date)
    where = place(citation.page, citation.heading, citation.label)
    source = " · ".join(write(part) for part in (citation.label, details, where) if part)
    return f"“{write(citation.quote)}” — {source}"


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _escaped(text: str) -> str:
    line = re.sub(r"([\\`*_{}\[\]<>#|~!&$])", r"\\\1", _one_line(text))
    return re.sub(r"^(\d+)([.)])|^([-+=])", r"\1\\\2\3", line)
