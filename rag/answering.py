"""The whole way on one page: a question is parsed, passages are searched and read, an answer is written, and every sentence checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.markup import plain
from index.search import Filters, Hit, search
from index.store import IndexStore
from rag.answers import Answer, AnswerSentence, Citation
from rag.cite import Known, cite
from rag.compose import Draft, compose, for_writing
from rag.drafts import DraftSentence, Numbered, Writer, unsaid
from rag.emphasis import emphasis
from rag.errors import WriterFailed
from rag.events import Event, Finished, Settled, StartedOver, Wrote
from rag.evidence import Reader, Reading
from rag.question import Question, parse
from rag.settings import Settings
from rag.trace import Stopwatch, trace_of
from rag.verify.checker import Checker
from rag.verify.phrases import says_there_is_no_answer
from rag.verify.policy import settle
from rag.verify.source import Source
from rag.wording import FALLEN_BACK, NO_ANSWER_WRITTEN, NOTHING_IN_SCOPE, NOTHING_STOOD, THIN, left_out
from rag.writing.parse import SentenceStream

_NEAREST = 3
EXTRACTIVE = "extractive"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question, before anything is written."""

    raw: str
    question: Question
    filters: Filters
    hits: Sequence[Hit]
    reading: Reading
    known: Known
    watch: Stopwatch

    @property
    def confidence(self) -> float:
        """As the answer gives it."""
        return round(self.reading.confidence, 4)


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
            sentences = [self._verbatim(sentence) for sentence in draft.sentences]
        yield from (Settled(sentence, True) for sentence in sentences)
        yield Finished(self._answer(found, sentences, (), EXTRACTIVE, (*notes, *self._remarks(found, draft))))

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
        evidence = for_writing(found.reading, found.known, self.settings.writer_evidence)
        drafts: list[DraftSentence] = []
        checked: list[AnswerSentence] = []
        try:
            with found.watch.stage("write"):
                for event in self._checked_as_written(found.question, writer, evidence, drafts):
                    if isinstance(event, Settled):
                        checked.append(event.sentence)
                    yield event
        except WriterFailed as error:
            yield StartedOver(str(error))
            yield from self._extracted(found, FALLEN_BACK.format(reason=str(error).rstrip(".")))
            return
        kept, removed = self._settled(checked)
        if not kept:
            declined = any(says_there_is_no_answer(draft.text) for draft in drafts)
            note = NO_ANSWER_WRITTEN if declined and not removed else NOTHING_STOOD
            yield Finished(replace(self._abstention(found, note), removed=removed, writer=writer.name))
            return
        thin = [THIN] if found.reading.confidence < self.settings.thin_below else []
        yield Finished(self._answer(found, kept, removed, writer.name, thin))

    def _checked_as_written(
        self, question: Question, writer: Writer, evidence: Sequence[Numbered], drafts: list[DraftSentence]
    ) -> Iterator[Wrote | Settled]:
        """Each piece as it comes, and each sentence as soon as it is whole and checked. Fills `drafts`."""
        stream = SentenceStream(len(evidence))
        pieces = writer.write(question.text, evidence)
        try:
            for piece in pieces:
                yield Wrote(piece)
                yield from self._judged(question, stream.feed(piece), evidence, drafts)
            yield from self._judged(question, stream.finish(), evidence, drafts)
        finally:
            close = getattr(pieces, "close", None)
            if close:
                close()

    def _judged(
        self,
        question: Question,
        whole: Sequence[DraftSentence],
        evidence: Sequence[Numbered],
        drafts: list[DraftSentence],
    ) -> Iterator[Settled]:
        new = unsaid(whole, drafts)
        drafts.extend(whole)
        for sentence in self.checker.check(new, evidence):
            marked = replace(sentence, emphasis=emphasis(question, sentence.text))
            yield Settled(marked, bool(self._settled([marked])[0]))

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
            trace=trace_of(self, found, writer),
            removed=removed,
            writer=writer,
        )

    def _abstention(self, found: Found, *notes: str) -> Answer:
        out_of_scope = (NOTHING_IN_SCOPE,) if not found.hits and found.filters.active else ()
        return Answer(
            question=found.raw,
            sentences=(),
            abstained=True,
            confidence=found.confidence,
            nearest=self._nearest(found),
            broad=found.question.broad,
            notes=(*notes, *out_of_scope),
            trace=trace_of(self, found, EXTRACTIVE if self.writer is None else self.writer.name),
        )

    def _nearest(self, found: Found) -> tuple[Citation, ...]:
        order = sorted(zip(found.hits, found.reading.relevance, strict=True), key=lambda pair: -pair[1])
        return tuple(cite(hit.passage, hit.passage, found.known) for hit, _ in order[:_NEAREST])


def _bare(citation: Citation) -> Source:
    """What a check of verbatim words needs."""
    return Source(plain(citation.quote, citation.media_type), kind=citation.kind, speaker=citation.speaker)
