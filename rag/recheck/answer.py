"""Whether an answer from another day still holds: each citation looked up again, and each sentence checked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.document import Document
from rag.assistant import Assistant
from rag.exports.formats import numbers_of
from rag.recheck.sentences import SentenceStanding, check_sentences, without_citations
from rag.recheck.sources import FolderSources, IndexSources, Sources
from rag.records.answers import Answer, Citation
from rag.settings import Settings
from rag.verify import structure


class State(StrEnum):
    """What became of a citation."""

    VALID = "valid"
    OTHERWISE = "described otherwise"
    CHANGED = "document changed, quote stands"
    MOVED = "document changed, quote moved"
    LOST = "document changed, quote gone"
    UNREADABLE = "could not be read"
    GONE = "document gone"
    FALSE = "never matched"


_TOLD = {
    State.VALID: "The quote stands where it stood, in the same version of the document.",
    State.OTHERWISE: "The quote stands where it stood, and what is known of the document is not what the citation says of it.",
    State.CHANGED: "The document is another version now; the quote stands where it stood.",
    State.MOVED: "The document is another version now; the quote stands in another place of it.",
    State.LOST: "The document is another version now, and the quote is no longer in it.",
    State.UNREADABLE: "The document is there and could not be read.",
    State.GONE: "The document is no longer there.",
    State.FALSE: "The document is the same version, and the quote is not what stands there.",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One citation today. `start` is where the quote stands now; `None` where it stands nowhere."""

    number: int
    citation: Citation
    state: State
    start: int | None

    @property
    def told(self) -> str:
        """The state in a sentence."""
        return _TOLD[self.state]


@dataclass(frozen=True, slots=True)
class Recheck:
    """An answer today.

    Attributes:
        standings: its citations, in the order of their numbers.
        sentences: its sentences, where they were checked again; else those alone that cite nothing.
        sentences_checked: whether they were: that takes an index.
    """

    standings: tuple[Standing, ...]
    sentences: tuple[SentenceStanding, ...] = ()
    sentences_checked: bool = False

    @property
    def valid(self) -> bool:
        """Whether every citation is what it was, and every sentence that was checked holds."""
        return all(s.state is State.VALID for s in self.standings) and all(s.holds for s in self.sentences)

    @property
    def from_elsewhere(self) -> bool:
        """Whether no cited document is there: then this is probably not the collection that the answer is from."""
        return bool(self.standings) and all(s.state is State.GONE for s in self.standings)


def recheck(answer: Answer, documents: Assistant | Path | str, max_file_bytes: int | None = None) -> Recheck:
    """Look each citation of an answer up again, or each of the nearest sentences where it abstained, and check its sentences.

    Args:
        answer: the answer, as it was given or as `Answer.load` read it.
        documents: an assistant over the index; or the folder that was indexed, and then citations alone are looked up:
            that they quote the document and name its title, kind, publisher and date.
        max_file_bytes: the largest file that is read from a folder; the setting where it is not given.

    Raises:
        SourceMissing: there is no such folder.
    """
    if isinstance(documents, Assistant):
        standings = _standings(answer, IndexSources(documents))
        sound = {standing.citation for standing in standings if standing.state is State.VALID}
        return Recheck(standings, check_sentences(answer, sound, documents), sentences_checked=True)
    largest = max_file_bytes or Settings.load().max_file_bytes
    return Recheck(_standings(answer, FolderSources(Path(documents), largest)), without_citations(answer))


def _standings(answer: Answer, sources: Sources) -> tuple[Standing, ...]:
    return tuple(_standing(number, citation, sources) for number, citation in _cited(answer))


def _cited(answer: Answer) -> list[tuple[int, Citation]]:
    """Each citation that differs from the others in anything, with the number that it is shown with."""
    if answer.abstained:
        return list(enumerate(answer.nearest, 1))
    numbers = numbers_of(answer)
    distinct = dict.fromkeys(c for sentence in answer.sentences for c in sentence.citations)
    return sorted(((numbers[c.key], c) for c in distinct), key=lambda pair: pair[0])


def _standing(number: int, citation: Citation, sources: Sources) -> Standing:
    document = sources.document(citation.document_id)
    if document is None:
        unreadable = sources.unreadable(citation.document_id)
        return Standing(number, citation, State.UNREADABLE if unreadable else State.GONE, None)
    at = _nearest_place(citation, document.text)
    return Standing(number, citation, _state(citation, document, at, sources), at)


def _state(citation: Citation, document: Document, at: int | None, sources: Sources) -> State:
    if structure.check(citation, document) is None:
        return State.VALID if sources.describes(citation, document) else State.OTHERWISE
    if document.sha256 == citation.sha256:
        return State.FALSE
    if at is None:
        return State.LOST
    return State.CHANGED if at == citation.start else State.MOVED


def _nearest_place(citation: Citation, text: str) -> int | None:
    """Where the quote stands, as near as may be to where it stood."""
    places = _places(citation.quote, text) if citation.quote.strip() else ()
    return min(places, key=lambda at: (abs(at - citation.start), at), default=None)


def _places(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)
