"""The sentences of an answer from another day, put through the checks of today."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from corpus.document import Span
from corpus.markup import plain
from rag.answering.cite import source
from rag.assistant import Assistant
from rag.recheck.sources import IndexSources
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.records.drafts import DraftSentence, Numbered
from rag.records.source import Source
from rag.records.verdict import FROM_BEST, Finding, Verdict

CITES_NOTHING = "It cites nothing."
CITES_UNSOUND = "It rests on a citation that is not valid."
STATES_NOTHING = "It states nothing that can be checked."


@dataclass(frozen=True, slots=True)
class SentenceStanding:
    """One sentence today: whether its verdict holds, and what the checks say of it, in words."""

    number: int
    sentence: AnswerSentence
    holds: bool
    told: str


def check_sentences(answer: Answer, sound: AbstractSet[Citation], assistant: Assistant) -> tuple[SentenceStanding, ...]:
    """Each sentence against what it cites. `sound` are the citations that are valid."""
    sources = IndexSources(assistant)
    return tuple(_standing(i, s, sound, assistant, sources) for i, s in enumerate(answer.sentences, 1))


def without_citations(answer: Answer) -> tuple[SentenceStanding, ...]:
    """The sentences that cite nothing: all that can be said of sentences without an index."""
    numbered = enumerate(answer.sentences, 1)
    return tuple(SentenceStanding(i, s, False, CITES_NOTHING) for i, s in numbered if not s.citations)


def _standing(
    number: int, sentence: AnswerSentence, sound: AbstractSet[Citation], assistant: Assistant, sources: IndexSources
) -> SentenceStanding:
    if not sentence.citations:
        return SentenceStanding(number, sentence, False, CITES_NOTHING)
    if any(citation not in sound for citation in sentence.citations):
        return SentenceStanding(number, sentence, False, CITES_UNSOUND)
    evidence = [Numbered(i, c, _source(c, sources)) for i, c in enumerate(sentence.citations, 1)]
    draft = DraftSentence(sentence.text, tuple(one.number for one in evidence))
    checked = assistant.answering.checker.check_one(draft, evidence)
    if checked is None:
        return SentenceStanding(number, sentence, False, STATES_NOTHING)
    holds = _holds(sentence.verdict, checked.verdict)
    return SentenceStanding(number, sentence, holds, _told(sentence.verdict, checked.finding))


def _source(citation: Citation, sources: IndexSources) -> Source:
    """What the checks saw when the answer was written; the quote alone where no passage holds it any more."""
    span = Span(citation.start, citation.end)
    for passage in sources.passages(citation):
        return source(passage, span, sources.known)
    text = plain(citation.quote, citation.media_type)
    return Source(text, title=citation.title, kind=citation.kind, publisher=citation.publisher, date=citation.date)


def _holds(saved: Verdict, now: Verdict) -> bool:
    """Whether the checks say no worse than the file. A sentence that the file itself marks as failing cannot fail more."""
    told_as_failing = not saved.stands and saved is not Verdict.UNCHECKED
    return told_as_failing or FROM_BEST.index(now) <= FROM_BEST.index(saved)


def _told(saved: Verdict, now: Finding) -> str:
    return f"{now.reason} The file says {saved.value}; the checks say {now.verdict.value}."
