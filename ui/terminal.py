"""Answers and passages for the terminal: wrapped to its width, plain where it is piped, and nothing in them obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from corpus.document import Metadata
from rag.exports.formats import details, groups_of, mark, numbers_of, pieces, quoted, removed_in_short, spoken
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.wording import NEAREST, about, abstention, clean, one_line, place

if TYPE_CHECKING:
    from index.catalog import DocumentInfo
    from index.search import Hit
    from rag.recheck import Standing
    from rag.recheck.sentences import SentenceStanding

_NARROWEST = 20  # columns of text, however deep it is indented
_REPLACEMENT = "\ufffd"


def screen(*, stderr: bool = False) -> Console:
    """Where commands write. Nothing in a text is taken for markup; no colours into a pipe or with `NO_COLOR`."""
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


@dataclass(frozen=True, slots=True)
class Hanging:
    """A paragraph whose first line begins with `lead`, and whose other lines stand below its text."""

    text: Text
    lead: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        indent = cell_len(self.lead)
        lead = self.lead
        for line in self.text.wrap(console, max(options.max_width - indent, _NARROWEST)):
            line.rstrip()
            yield Text(lead) + line
            lead = " " * indent


def show_answer(console: Console, answer: Answer) -> None:
    """The sentences with their numbers, notes, and the footnotes; or the abstention and what came nearest."""
    if answer.abstained:
        console.print(Text(abstention(answer.confidence), "bold"))
    numbers = numbers_of(answer)
    for position, (label, sentences) in enumerate(groups_of(answer)):
        if label is not None:
            _heading(console, sentences[0].citations[0], first=position == 0)
        for number, sentence in enumerate(sentences):
            if number:
                console.print()
            console.print(Hanging(_sentence(sentence, numbers)))
    for note in filter(None, (*answer.notes, removed_in_short(answer))):
        console.print()
        console.print(Hanging(Text(one_line(note), "italic")))
    _sources(console, answer)


def paragraph(sentence: AnswerSentence) -> Hanging:
    """A sentence of an answer that is not there yet: without numbers, which only the whole answer gives."""
    return Hanging(_sentence(replace(sentence, citations=()), {}))


def show_hits(console: Console, hits: Sequence[Hit], known: dict[str, DocumentInfo]) -> None:
    """Passages found, best first, with the scores of both channels."""
    for number, hit in enumerate(hits, 1):
        lead = f"{number:>2}. "
        passage = hit.passage
        document = known[passage.document_id]
        where = place(passage.page, " › ".join(passage.heading) or None)
        scores = f"score {hit.score:.3f} (meaning {hit.dense:.3f}, words {hit.keyword:.2f})"
        if number > 1:
            console.print()
        console.print(Hanging(Text(one_line(document.label), "bold"), lead))
        console.print(Hanging(Text(one_line(" · ".join(filter(None, (where, scores)))), "dim"), " " * len(lead)))
        console.print(Hanging(Text(one_line(passage.text)), " " * len(lead)))


def show_documents(console: Console, documents: Iterable[DocumentInfo]) -> None:
    """Each document's id on a line of its own, and what is known about it below."""
    for document in documents:
        console.print(Text(one_line(document.id), "bold"), soft_wrap=True)
        console.print(Hanging(Text(one_line(_known(document.metadata))), "    "))


def show_recheck(console: Console, standings: Sequence[Standing]) -> None:
    """Each citation of a saved answer: whether it holds, and what became of it where it does not."""
    width = len(str(len(standings))) + 3
    for standing in standings:
        lead = f"[{standing.number}] ".rjust(width)
        valid = standing.state == "valid"
        line = Text(one_line(standing.citation.label)).append(": ")
        console.print(Hanging(line.append(standing.state.value, "green" if valid else "bold red"), lead))
        if not valid:
            console.print(Hanging(Text(f"“{_beginning(quoted(standing.citation), 60)}”", "dim"), " " * width))
            console.print(Hanging(Text(standing.told, "dim"), " " * width))


def show_sentences(console: Console, standings: Sequence[SentenceStanding]) -> None:
    """The sentences of a saved answer that do not hold, with the reason."""
    for standing in standings:
        if not standing.holds:
            line = Text(f"Sentence {standing.number}: ").append("does not hold", "bold red")
            console.print(Hanging(line))
            console.print(Hanging(Text(f"“{_beginning(one_line(standing.sentence.text), 60)}”", "dim"), "    "))
            console.print(Hanging(Text(one_line(standing.told), "dim"), "    "))


def readable(text: str) -> str:
    """A document's text with everything a terminal would obey replaced, one character for one: offsets stay right."""
    return "".join(c if c == clean(c) else _REPLACEMENT for c in text)


def _known(metadata: Metadata) -> str:
    title = metadata.title or "unknown title"
    language = metadata.language or "unknown language"
    return f"{title} · {about(metadata.kind, metadata.publisher, metadata.date)} · {language}"


def _heading(console: Console, citation: Citation, *, first: bool) -> None:
    if not first:
        console.print()
    console.print(Hanging(Text(one_line(citation.label), "bold")))
    console.print(Hanging(Text(one_line(about(citation.kind, citation.publisher, citation.date)), "dim")))


def _sentence(sentence: AnswerSentence, numbers: dict[tuple[str, int, int], int]) -> Text:
    text = Text()
    for part, asked in pieces(sentence):
        text.append(_spaced(part), "bold" if asked else None)
    text.rstrip()
    text.append(" " if sentence.citations else "")
    for citation in sentence.citations:
        text.append(f"[{numbers[citation.key]}]", "cyan")
    if told := mark(sentence):
        text.append(f" {one_line(told)}", "yellow")
    return text


def _spaced(text: str) -> str:
    return " ".join(clean(text).split("\n"))


def _sources(console: Console, answer: Answer) -> None:
    sources = answer.sources
    if not sources:
        return
    console.print()
    if answer.abstained:
        console.print(Hanging(Text(NEAREST)))
    width = len(str(len(sources))) + 3
    above = {sentence.text for sentence in answer.sentences}
    for number, citation in enumerate(sources, 1):
        for part in _footnote(f"[{number}] ".rjust(width), citation, console.width, above):
            console.print(part)


def _footnote(lead: str, citation: Citation, width: int, above: set[str]) -> Iterator[Hanging]:
    quote = quoted(citation)
    if quote in above:  # it stands in the answer word for word: its beginning is enough to recognise it
        quote = _beginning(quote, width - len(lead) - 2)
    yield Hanging(Text(f"“{quote}”"), lead)
    source = Text(one_line(citation.label))
    about_it = " · ".join(filter(None, (details(citation), spoken(citation))))
    source.append(f" · {one_line(about_it)}", "dim")
    yield Hanging(source, " " * len(lead))


def _beginning(text: str, width: int) -> str:
    """As much of a text as fits into so many columns, cut between words."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 2).rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
