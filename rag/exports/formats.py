"""An answer as plain text and as Markdown, and what every written form of it needs. Pure functions.

What came from a document or a reader is inert: it cannot become a link, an image, a heading, HTML or a formula.
The HTML that a notebook shows is in `notebook.py`, a page of its own in `html.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from corpus.markup import plain
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.records.verdict import Verdict
from rag.speaking import as_words
from rag.wording import NEAREST, about, abstention, count, one_line, place

Numbers = dict[tuple[str, int, int], int]
Write = Callable[[str], str]
_BELOW = " › "  # between the headings of a path
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_MARKDOWN_FILES = (".md", ".markdown")
_MARKS = {
    Verdict.PARTIAL: "Supported in part.",
    Verdict.CONTRADICTED: "Contradicted.",
    Verdict.UNSUPPORTED: "Not supported.",
    Verdict.UNCHECKED: "Not checked.",
}


def plain_text(answer: Answer) -> str:
    """Sentences with `[1]` markers, notes, then the footnotes; or the abstention with the nearest sentences."""
    footnotes = [f"[{number}] {_footnote(c, one_line)}" for number, c in enumerate(answer.footnotes, 1)]
    notes = [*answer.notes, *([told] if (told := removed_in_short(answer)) else [])]
    paragraphs = [*_body(answer, one_line, "[{}]", "{}"), *map(one_line, notes)]
    return _joined(paragraphs, footnotes or _nearest(answer, one_line))


def markdown(answer: Answer) -> str:
    """The question as a heading, the answer with Markdown footnotes (`[^1]`), the fact that was asked for in bold.

    What was written and removed, and what citations were corrected, stand below in lists.
    """
    footnotes = [f"[^{number}]: {_footnote(c, escaped)}" for number, c in enumerate(answer.footnotes, 1)]
    paragraphs = [
        f"# {escaped(answer.question)}",
        *_body(answer, escaped, "[^{}]", "**{}**"),
        *map(escaped, answer.notes),
        *_listed("Written and removed:", removals(answer)),
        *_listed("Citations corrected:", corrections(answer)),
    ]
    return _joined(paragraphs, footnotes or _nearest(answer, escaped))


def numbers_of(answer: Answer) -> Numbers:
    """The footnote number of each citation, by its key."""
    return {citation.key: number for number, citation in enumerate(answer.footnotes, 1)}


def mark(sentence: AnswerSentence) -> str:
    """How a sentence is marked, with the reason; empty where it is supported. Not escaped."""
    words = _MARKS.get(sentence.verdict)
    return f"({words} {sentence.finding.reason})" if words else ""


def spoken(citation: Citation) -> str:
    """Whose statement the quote is, in words; empty where the document itself speaks. Not escaped."""
    return as_words(citation.speaker, citation.publisher or citation.title) if citation.speaker else ""


def removed_in_short(answer: Answer) -> str:
    """How many sentences were written and removed; empty where none was."""
    if not answer.removed:
        return ""
    return f"{count(len(answer.removed), 'sentence')} did not stand the checks and {'was' if len(answer.removed) == 1 else 'were'} removed."


def removals(answer: Answer) -> list[str]:
    """What was written and removed, each sentence with the reason. Not escaped."""
    return [f"{one_line(sentence.text)} {mark(sentence)}".rstrip() for sentence in answer.removed]


def corrections(answer: Answer) -> list[str]:
    """Which sentences' citations were corrected, and how. Not escaped."""
    return [f"{one_line(sentence.text)} ({sentence.repaired})" for sentence in answer.sentences if sentence.repaired]


def written_by(answer: Answer) -> str:
    """Who wrote the sentences, in words. Not escaped."""
    if answer.writer == "extractive":
        return "The sentences are the documents' own words."
    return f"Written by {answer.writer}; each sentence was checked against the text that it cites."


def groups_of(answer: Answer) -> Iterator[tuple[str | None, list[AnswerSentence]]]:
    """The sentences in reading order with the document they stand under; an answer that is not broad is one group."""
    if not answer.broad:
        yield None, list(answer.sentences)
        return
    for _, group in groupby(answer.sentences, lambda s: s.citations[0].document_id if s.citations else ""):
        sentences = list(group)
        yield (sentences[0].citations[0].label if sentences[0].citations else None), sentences


def pieces(sentence: AnswerSentence) -> Iterator[tuple[str, bool]]:
    """The sentence cut into stretches, each with whether it is the fact that was asked for."""
    done = 0
    for start, end in sorted(sentence.emphasis):
        if done <= start < end <= len(sentence.text):
            yield sentence.text[done:start], False
            yield sentence.text[start:end], True
            done = end
    yield sentence.text[done:], False


def between_spaces(text: str, write: Write) -> str:
    """A written stretch of a sentence that keeps the space at either end, where the next stretch begins."""
    bare = text.strip()
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{write(bare)}{after}" if bare else before


def quoted(citation: Citation) -> str:
    """The quote for reading: one line, a stroke between paragraphs, without Markdown's marks. Not escaped.

    A passage begins with its headings; they are left out, since they are named beside it.
    """
    is_markdown = citation.document_id.lower().endswith(_MARKDOWN_FILES)
    media_type = "text/markdown" if is_markdown else citation.media_type
    lines = citation.quote.split("\n")
    headings = (citation.heading or "").split(_BELOW)
    while len(lines) > 1 and (not lines[0].strip() or lines[0].strip(" \t#") in headings):
        lines.pop(0)
    paragraphs = _PARAGRAPH_BREAK.split("\n".join(lines).strip())
    return one_line(" / ".join(plain(paragraph, media_type) for paragraph in paragraphs))


def details(citation: Citation) -> str:
    """What is known of the source, what is not, and where in it the quote stands. Not escaped."""
    about_it = about(citation.kind, citation.publisher, citation.date)
    where = place(citation.page, below_title(citation.heading, citation.label))
    return one_line(" · ".join(part for part in (about_it, where) if part))


def below_title(heading: str | None, title: str) -> str | None:
    """The path of headings without the document's title, where it begins with that."""
    if heading is None or heading == title:
        return None
    return heading.removeprefix(title + _BELOW)


def escaped(text: str) -> str:
    """`text` as one line of Markdown that shows it and does nothing else."""
    line = re.sub(r"([\\`*_{}\[\]<>#|~!&$@])", r"\\\1", one_line(text))
    line = re.sub(r"(?<=www)\.|:(?=//)", r"\\\g<0>", line, flags=re.IGNORECASE)
    return re.sub(r"^(\d+)([.)])|^([-+=])", r"\1\\\2\3", line)


def _joined(paragraphs: Sequence[str], sources: Sequence[str]) -> str:
    return "\n\n".join([*paragraphs, "\n".join(sources)]).rstrip() + "\n"


def _body(answer: Answer, write: Write, marker: str, strong: str) -> Iterator[str]:
    if answer.abstained:
        yield abstention(answer.confidence)
    numbers = numbers_of(answer)
    for label, sentences in groups_of(answer):
        if label is not None:
            yield f"{write(label)}:"
        for sentence in sentences:
            markers = "".join(marker.format(numbers[c.key]) for c in sentence.citations)
            yield " ".join(filter(None, [_emphasised(sentence, write, strong), markers, write(mark(sentence))]))


def _emphasised(sentence: AnswerSentence, write: Write, strong: str) -> str:
    def set_apart(bare: str) -> str:
        return strong.format(write(bare))

    return "".join(between_spaces(text, set_apart if asked else write) for text, asked in pieces(sentence))


def _footnote(citation: Citation, write: Write) -> str:
    about_it = " · ".join(filter(None, (details(citation), spoken(citation))))
    return f"“{write(quoted(citation))}” — {write(citation.label)} · {write(about_it)}"


def _listed(heading: str, lines: Sequence[str]) -> list[str]:
    return ["\n".join([heading, "", *(f"- {escaped(line)}" for line in lines)])] if lines else []


def _nearest(answer: Answer, write: Write) -> list[str]:
    return [NEAREST, "", *(f"- {_footnote(c, write)}" for c in answer.nearest)] if answer.nearest else []
