"""The whole way on one page: a question is parsed, passages are searched and read, an answer is written, and every sentence checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from corpus.markup import plain
from index.search import Filters, search
from index.store import IndexStore
from rag.answering.cite import cite
from rag.answering.compose import Draft, closest, compose, for_writing
from rag.answering.found import Found
from rag.answering.stopwatch import Stopwatch
from rag.answering.trace import trace_of
from rag.errors import WriterFailed
from rag.language.phrases import says_there_is_no_answer
from rag.reading.emphasis import emphasis
from rag.reading.evidence import Reader
from rag.reading.question import as_asked, parse
from rag.records.answers import Answer, AnswerSentence, Citation
from rag.records.drafts import DraftSentence, Numbered, Writer, unsaid
from rag.records.events import Event, Finished, Settled, StartedOver, Wrote
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict, worst
from rag.settings import Settings
from rag.verify.checker import Checker
from rag.verify.context import leans
from rag.verify.policy import settle
from rag.verify.support.port import Pair, Support
from rag.wording import (
    FALLEN_BACK,
    NO_ANSWER_WRITTEN,
    NOT_JUDGED,
    NOTHING_IN_SCOPE,
    NOTHING_STOOD,
    ORPHAN,
    THIN,
    left_out,
    not_named,
)
from rag.writing.parse import SentenceStream

_NEAREST = 3
_ORPHAN = Finding(Verdict.UNSUPPORTED, ORPHAN, "reference")
EXTRACTIVE = "extractive"


@dataclass(slots=True)
class Writing:
    """An answer that a language model is writing: what it was given, what has come, and what the checks found."""

    found: Found
    evidence: Sequence[Numbered]
    drafts: list[DraftSentence] = field(default_factory=list)
    checked: list[AnswerSentence] = field(default_factory=list)
    judgements: list[dict[str, Any]] = field(default_factory=list)

    @property
    def declined(self) -> bool:
        """Whether the model said that the evidence holds no answer."""
        return any(says_there_is_no_answer(draft.text) for draft in self.drafts)

    def note(self, pair: Pair, support: Support) -> None:
        """Keep a judgement of the support model for the trace."""
        self.judgements.append({**asdict(pair), **asdict(support)})


class Answering:
    """From a question to events, the last of which is the answer. Safe to use from several threads.

    `writer` is a language model; `None`: sentences of the documents are the answer.
    """

    def __init__(
        self, store: IndexStore, settings: Settings, reader: Reader, checker: Checker, writer: Writer | None
    ) -> None:
        self._store = store
        self.settings = settings
        self.reader = reader
        self.checker = checker
        self.writer = writer

    def stream(self, question: str, filters: Filters) -> Iterator[Event]:
        """Find, write, check. Closing the iterator cancels a language model's request."""
        found = self.find(question, filters)
        if found.reading.confidence < self.settings.abstain_below or not found.reading.sentences:
            yield Finished(self._abstention(found))
        elif self.writer is None:
            yield from self._extracted(found)
        else:
            yield from self._written(found, self.writer)

    def find(self, raw: str, filters: Filters) -> Found:
        """Search and read."""
        watch = Stopwatch()
        question = parse(raw, self.settings.longest_question)
        with watch.stage("embed"):
            vector = self._store.embedder.encode_question(question.text)
        with watch.stage("search"):
            hits = search(self._store, question.text, self.settings.passages_read, filters, vector)
            known = {info.id: info for info in self._store.catalog.infos(h.passage.document_id for h in hits)}
            hits = [hit for hit in hits if hit.passage.document_id in known]  # one may have been removed since
        with watch.stage("read"):
            reading = self.reader.read(question, hits)
        return Found(raw, question, filters, hits, reading, known, watch)

    # -- sentences of the documents -----------------------------------------------------------------------------------

    def _extracted(self, found: Found, *notes: str) -> Iterator[Event]:
        with found.watch.stage("compose"):
            broad = found.question.broad
            most = self.settings.overview_sentences if broad else self.settings.answer_sentences
            draft = compose(found.question, found.reading, found.known, most)
        with found.watch.stage("check"):
            kept, removed = self._settled([self._verbatim(sentence) for sentence in draft.sentences])
        yield from (Settled(sentence, True) for sentence in kept)
        if kept:
            remarks = (*notes, *self._remarks(found, draft))
            yield Finished(self._answer(found, kept, removed, EXTRACTIVE, remarks))
        else:
            yield Finished(replace(self._abstention(found, *notes), removed=removed, writer=EXTRACTIVE))

    def _verbatim(self, sentence: AnswerSentence) -> AnswerSentence:
        """The documents' own words take the same way through the checks as a language model's."""
        first = sentence.citations[0]
        checked = self.checker.check_one(DraftSentence(sentence.text, (1,)), [Numbered(1, first, _bare(first))])
        return replace(sentence, finding=checked.finding) if checked else sentence

    def _remarks(self, found: Found, draft: Draft) -> list[str]:
        thin = [THIN] if found.reading.confidence < self.settings.thin_below else []
        return thin + ([left_out(draft.left_out)] if found.question.broad and draft.left_out else [])

    # -- a language model's sentences ---------------------------------------------------------------------------------

    def _written(self, found: Found, writer: Writer) -> Iterator[Event]:
        writing = Writing(found, for_writing(found.reading, found.known, self.settings.writer_evidence))
        try:
            with found.watch.stage("write"):
                yield from self._checked_as_written(writing, writer)
        except WriterFailed as error:
            yield from self._fallen_back(found, str(error))
            return
        if not writing.checked and not writing.declined:
            yield from self._fallen_back(found, "It wrote nothing that can be used.")
            return
        kept, removed = self._settled(writing.checked)
        if kept:
            thin = [THIN] if found.reading.confidence < self.settings.thin_below else []
            answer = self._answer(found, kept, removed, writer.name, thin)
        else:
            answer = replace(self._abstention(found, self._why_nothing(writing)), removed=removed, writer=writer.name)
        answer.trace["judgements"] = writing.judgements
        yield Finished(answer)

    def _fallen_back(self, found: Found, reason: str) -> Iterator[Event]:
        yield StartedOver(reason)
        yield from self._extracted(found, FALLEN_BACK.format(reason=reason.rstrip(".")))

    def _why_nothing(self, writing: Writing) -> str:
        if not writing.checked:
            return NO_ANSWER_WRITTEN
        unjudged = all(sentence.verdict is Verdict.UNCHECKED for sentence in writing.checked)
        return NOT_JUDGED if unjudged else NOTHING_STOOD

    def _checked_as_written(self, writing: Writing, writer: Writer) -> Iterator[Wrote | Settled]:
        """Each piece as it comes, and each sentence as soon as it is whole and checked."""
        stream = SentenceStream(len(writing.evidence))
        checker = self.checker.recording(writing.note)
        pieces = writer.write(writing.found.question.text, writing.evidence)
        try:
            for piece in pieces:
                yield Wrote(piece)
                yield from self._judged(writing, checker, stream.feed(piece))
            yield from self._judged(writing, checker, stream.finish())
        finally:
            close = getattr(pieces, "close", None)
            if close:
                close()

    def _judged(self, writing: Writing, checker: Checker, whole: Sequence[DraftSentence]) -> Iterator[Settled]:
        new = unsaid(whole, writing.drafts)
        writing.drafts.extend(whole)
        for sentence in checker.check(new, writing.evidence):
            marked = replace(sentence, emphasis=emphasis(writing.found.question, sentence.text))
            if writing.checked and leans(sentence.text) and not self._keeps(writing.checked[-1]):
                marked = replace(marked, finding=worst([marked.finding, _ORPHAN]))
            writing.checked.append(marked)
            yield Settled(marked, self._keeps(marked))

    def _keeps(self, sentence: AnswerSentence) -> bool:
        return bool(self._settled([sentence])[0])

    def _settled(
        self, sentences: Sequence[AnswerSentence]
    ) -> tuple[tuple[AnswerSentence, ...], tuple[AnswerSentence, ...]]:
        unjudged = self.settings.support_model == "none"
        return settle(sentences, self.settings.unsupported, unchecked_stays=unjudged)

    # -- answers ------------------------------------------------------------------------------------------------------

    def _answer(
        self,
        found: Found,
        sentences: Sequence[AnswerSentence],
        removed: tuple[AnswerSentence, ...],
        writer: str,
        notes: Sequence[str],
    ) -> Answer:
        return Answer(
            question=found.raw,
            sentences=tuple(sentences),
            abstained=False,
            confidence=found.confidence,
            nearest=self._nearest(found),
            broad=found.question.broad,
            notes=tuple(notes),
            trace=trace_of(found, self.settings, self._models(writer)),
            removed=removed,
            writer=writer,
        )

    def _abstention(self, found: Found, *notes: str) -> Answer:
        out_of_scope = (NOTHING_IN_SCOPE,) if not found.hits and found.filters.active else ()
        unnamed = (not_named(as_asked(found.question, found.reading.unnamed)),) if found.reading.unnamed else ()
        return Answer(
            question=found.raw,
            sentences=(),
            abstained=True,
            confidence=found.confidence,
            nearest=self._nearest(found),
            broad=found.question.broad,
            notes=(*notes, *out_of_scope, *unnamed),
            trace=trace_of(found, self.settings, self._models(EXTRACTIVE if self.writer is None else self.writer.name)),
        )

    def _models(self, writer: str) -> dict[str, str]:
        support = self.checker.support.name if self.checker.support else "none"
        embedding = self.settings.embedding_model
        return {"embedding": embedding, "reader": self.reader.name, "writer": writer, "support": support}

    def _nearest(self, found: Found) -> tuple[Citation, ...]:
        """The best sentences; whole passages, by what the reader made of them, where none holds a sentence that states something."""
        order = sorted(zip(found.hits, found.reading.relevance, strict=True), key=lambda pair: -pair[1])
        passages = (cite(hit.passage, hit.passage, found.known) for hit, _ in order[:_NEAREST])
        return closest(found.reading, found.known, _NEAREST) or tuple(passages)


def _bare(citation: Citation) -> Source:
    """What a check of verbatim words needs."""
    return Source(plain(citation.quote, citation.media_type), kind=citation.kind, speaker=citation.speaker)
