"""What a language model wrote to questions, kept as it came, and what the checks leave of it.

Asking is slow and checking quick: replies are recorded once, with the evidence that they were written from, and can be
checked again with every change of the checks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.document import Span
from evals.cases import Question
from evals.errors import BadData
from evals.verifier.sources import Shelf
from index.search import Filters
from rag.answering.compose import for_writing
from rag.answering.pipeline import Answering
from rag.errors import WriterFailed
from rag.records.answers import AnswerSentence
from rag.records.drafts import Writer, unsaid
from rag.verify.checker import Checker
from rag.verify.policy import settle
from rag.writing.parse import parse

Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Reply:
    """A question, whether the collection answers it, the evidence as (document, start, end), and the raw reply.

    `failed` says why there is none.
    """

    id: str
    question: str
    answerable: bool
    evidence: tuple[Place, ...]
    reply: str
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A reply after the checks: how many sentences it had, what is left, and what was removed."""

    reply: Reply
    written: int
    kept: tuple[AnswerSentence, ...]
    removed: tuple[AnswerSentence, ...]


def record(questions: Sequence[Question], answering: Answering, writer: Writer, file: Path) -> Iterator[Reply]:
    """Ask the writer each question, whatever the confidence, and keep its reply as a line of `file`.

    Questions whose reply is in the file are not asked again.
    """
    done = {reply.id for reply in load(file)} if file.exists() else set()
    for question in questions:
        if question.id not in done:
            reply = _asked(question, answering, writer)
            with file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(asdict(reply), ensure_ascii=False) + "\n")
            yield reply


def _asked(question: Question, answering: Answering, writer: Writer) -> Reply:
    found = answering.find(question.text, Filters())
    evidence = for_writing(found.reading, found.known, answering.settings.writer_evidence)
    places = tuple((one.citation.document_id, one.citation.start, one.citation.end) for one in evidence)
    try:
        reply, failed = "".join(writer.write(question.text, evidence)), ""
    except WriterFailed as error:
        reply, failed = "", str(error)
    return Reply(question.id, question.text, question.answerable, places, reply, failed)


def load(file: Path) -> list[Reply]:
    """The recorded replies.

    Raises:
        BadData: a line that is none, with its place.
    """
    replies = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            replies.append(Reply(**{**row, "evidence": tuple((d, s, e) for d, s, e in row["evidence"])}))
        except (ValueError, TypeError, KeyError) as error:
            raise BadData(f"{file.name}, line {number} is no reply: {error!r}.", "Record the replies anew.") from error
    return replies


def check(replies: Sequence[Reply], checker: Checker, tick: Callable[[int], None] = lambda _: None) -> list[Checked]:
    """Each reply through the checks, against the evidence it was written from."""
    shelf = Shelf()
    checked = []
    for reply in replies:
        evidence = [
            shelf.at(document, Span(start, end), number)
            for number, (document, start, end) in enumerate(reply.evidence, 1)
        ]
        drafts = unsaid(parse(reply.reply, len(evidence)), ())
        kept, removed = settle(checker.check(drafts, evidence), "drop")
        checked.append(Checked(reply, len(drafts), kept, removed))
        tick(1)
    return checked
