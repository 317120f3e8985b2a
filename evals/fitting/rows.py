"""Tuning questions as the default reader sees them: every passage and sentence with its signals, and whether it is right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.progress import track

import rag
from evals.cases import Question, Suite
from evals.fitting.regression import Signals
from evals.spans import Stretch, covered_units, units_holding
from evals.splits import choose
from rag.reading.model_reader import ModelReader, confidence_signals, rank_signals
from rag.reading.question import parse
from rag.reading.unnamed import unnamed


@dataclass(frozen=True, slots=True)
class Row:
    """A question: whether it is answerable, what of each passage speaks for that, and its sentences with whether they are evidence.

    `passages` have their signals and whether their document is a right one; `gold` counts the evidence sentences of the whole
    collection, found or not. `several`: its form asks for more than one thing.
    """

    answerable: bool
    confidence: tuple[Signals, ...]
    sentences: tuple[tuple[Signals, bool], ...]
    gold: int
    passages: tuple[tuple[Signals, bool], ...] = ()
    several: bool = False


def rows_of(suite: Suite, index: Path, limit: int) -> list[Row]:
    """The tuning questions; all of a suite that ships, since its report half is another suite."""
    questions = choose(suite.questions, "all" if suite.publishable else "tune", limit)
    with rag.build(suite.source, index=index, progress=True) as assistant:
        reader = assistant.reader
        if not isinstance(reader, ModelReader):
            raise SystemExit("The reader is not the evidence model: unset RAG_READER.")
        return [_row(suite, question, assistant, reader) for question in track(questions, suite.name)]


def _row(suite: Suite, question: Question, assistant: rag.Assistant, reader: ModelReader) -> Row:
    asked = parse(question.text, assistant.settings.longest_question)
    hits = assistant.search(question.text, assistant.settings.passages_read)
    scores = reader.scores(asked, hits)
    gold = units_holding(question.evidence, suite.units)
    sentences = tuple(
        (
            c.signals,
            bool(gold & covered_units([Stretch(c.hit.passage.document_id, c.span.start, c.span.end)], suite.units)),
        )
        for c in reader.candidates(asked, hits, scores)
    )
    right = [hit.passage.document_id in question.documents for hit in hits]
    passages = tuple(zip(rank_signals(hits, scores), right, strict=True))
    confidence = tuple(confidence_signals(asked, hits, scores, unnamed(asked, hits)))
    return Row(question.answerable, confidence, sentences, len(gold), passages, asked.several)
