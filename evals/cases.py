"""What a suite is made of: documents, questions and where in the documents their evidence stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from corpus.document import Document
from evals.spans import Stretch, Unit, covered_units, units_holding
from index.split import sentences


@dataclass(frozen=True, slots=True)
class Question:
    """One labelled question.

    Attributes:
        id: unique in its suite.
        text: what is asked.
        answerable: the labellers found an answer in the collection.
        documents: ids of the documents that answer it; for an unanswerable question, those that it was written about.
        evidence: the stretches that answer it. Empty: the set does not say, or there are none.
        answers: short answers, any of which is right. Empty: the set has none.
        type: a label to group figures by, such as `fact` or `near miss`.
        split_key: what decides whether the question is for tuning or for reporting.
        speaker: whose statement the evidence is, where the set says so.
    """

    id: str
    text: str
    answerable: bool
    documents: tuple[str, ...]
    evidence: tuple[Stretch, ...] = ()
    answers: tuple[str, ...] = ()
    type: str = ""
    split_key: str = ""
    speaker: str = ""


@dataclass(frozen=True)
class Suite:
    """A set of questions and the collection that they are asked against.

    Attributes:
        name, licence: of the set.
        documents: by id. One benchmark passage is one document.
        questions: all of them, in the order of the files.
        note: what a reader of the figures must know, such as what was left out on loading.
        folder: the documents as files, where they are files; indexed as a user would index them.
        files: sha256 of each file read, by its name relative to the data folder: which version was measured.
        own_units: sentences of documents, where the set brings its own.
        evidence_is_short: evidence is the words of a short answer; what proves it is the sentence round them.
        publishable: its texts may be committed and passed on. Otherwise a result that is committed holds none.
        held_out: all of it is for reporting; there is no tune split.
    """

    name: str
    licence: str
    documents: Mapping[str, Document]
    questions: tuple[Question, ...]
    note: str = ""
    folder: Path | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    own_units: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)
    evidence_is_short: bool = False
    publishable: bool = False
    held_out: bool = False

    @property
    def source(self) -> Path | Iterable[Document]:
        """What the index is built from."""
        return self.folder if self.folder is not None else self.documents.values()

    @cached_property
    def marks_evidence(self) -> bool:
        """Whether the set says where in the documents the answers stand."""
        return any(question.evidence for question in self.questions)

    @property
    def description(self) -> str:
        """Licence and size, in one line."""
        unanswerable = sum(not question.answerable for question in self.questions)
        size = f"{len(self.documents):,} documents, {len(self.questions):,} questions ({unanswerable:,} unanswerable)"
        return f"{self.name}: {size}. Licence: {self.licence}. {self.note}".strip()

    def units(self, document_id: str) -> tuple[Stretch, ...]:
        """The sentences of a document, in order: the units in which citations are counted. None for an unknown id."""
        if document_id not in self._units:
            document = self.documents.get(document_id)
            found = sentences(document) if document else []
            self._units[document_id] = tuple(Stretch(document_id, s.start, s.end) for s in found)
        return self._units[document_id]

    @cached_property
    def _units(self) -> dict[str, tuple[Stretch, ...]]:
        return dict(self.own_units)

    def cited(self, stretches: Iterable[Stretch]) -> frozenset[Unit]:
        """The sentences that count as cited: at least half of their characters are covered."""
        return covered_units(stretches, self.units)

    def gold(self, question: Question) -> frozenset[Unit]:
        """The sentences that answer the question: those that its evidence covers by half, or that hold it."""
        return units_holding(question.evidence, self.units)
