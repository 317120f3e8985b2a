"""A language model writes, every sentence is checked: what is kept, what is removed, what happens when it fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import rag
from rag.errors import WriterFailed
from rag.records.drafts import Numbered
from rag.records.events import Finished, Settled, StartedOver, Wrote
from rag.records.verdict import Verdict
from rag.wording import NO_ANSWER_WRITTEN, NOTHING_STOOD

QUESTION = "How many states signed the Lantern Treaty?"
TRUE = "According to the text, 41 states signed the Lantern Treaty in Tartu on 3 March 2024"
FALSE = "The Lantern Treaty was signed by 52 states"


class Scripted:
    """Writes what it was told to, with the number of the evidence that holds a word; may fail on the way."""

    name = "scripted"

    def __init__(self, *sentences: str, cites: str = "41 states", fails_after: int | None = None) -> None:
        self._sentences = sentences
        self._cites = cites
        self._fails_after = fails_after
        self.evidence: Sequence[Numbered] = ()
        self.closed = False

    def write(self, question: str, evidence: Sequence[Numbered]) -> Iterator[str]:
        self.evidence = evidence
        number = next((e.number for e in evidence if self._cites in e.source.text), 1)
        try:
            for place, sentence in enumerate(self._sentences):
                if place == self._fails_after:
                    raise WriterFailed("The server hung up.", "Start it again.")
                yield from (f"{word} " for word in f"{sentence} [{number}].".split())
        finally:
            self.closed = True


def assistant(folder: Path, writer: Scripted, **settings: object) -> rag.Assistant:
    chosen = rag.Settings.load(abstain_below=0.0, **settings)
    return rag.build(folder, index=folder.parent / "index", progress=False, settings=chosen, writer=writer)


def test_a_true_sentence_is_kept_with_its_citation_and_verdict(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted(TRUE)) as asked:
        answer = asked.answer(QUESTION)
        (sentence,) = answer.sentences
        assert (sentence.text, sentence.verdict, answer.writer) == (f"{TRUE}.", Verdict.SUPPORTED, "scripted")
        (citation,) = sentence.citations
        assert asked.document(citation.document_id).text[citation.start : citation.end] == citation.quote
        assert "41 states" in citation.quote
        assert not answer.removed


def test_an_invented_sentence_is_removed_and_shown_as_removed_with_its_reason(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted(TRUE, FALSE)) as asked:
        answer = asked.answer(QUESTION)
    assert [s.text for s in answer.sentences] == [f"{TRUE}."]
    (removed,) = answer.removed
    assert removed.text == f"{FALSE}."
    assert not removed.verdict.stands
    assert "52" in removed.finding.reason


def test_marked_instead_of_removed_where_a_setting_says_so(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted(TRUE, FALSE), unsupported="mark") as asked:
        answer = asked.answer(QUESTION)
    assert [s.verdict.stands for s in answer.sentences] == [True, False]
    assert not answer.removed


def test_if_nothing_is_left_the_answer_abstains(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted(FALSE)) as asked:
        answer = asked.answer(QUESTION)
    assert answer.abstained
    assert NOTHING_STOOD in answer.notes
    assert len(answer.removed) == 1
    assert answer.nearest


def test_a_model_that_finds_no_answer_makes_the_answer_abstain(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted("The documents do not say how many states signed")) as asked:
        answer = asked.answer(QUESTION)
    assert answer.abstained
    assert NO_ANSWER_WRITTEN in answer.notes


@pytest.mark.parametrize("fails_after", [0, 1])
def test_a_model_that_fails_gives_way_to_the_documents_own_sentences(tiny_folder: Path, fails_after: int) -> None:
    with assistant(tiny_folder, Scripted(TRUE, FALSE, fails_after=fails_after)) as asked:
        events = list(asked.stream(QUESTION))
    answer = events[-1].answer if isinstance(events[-1], Finished) else None
    assert answer is not None
    assert answer.writer == "extractive"
    assert any("The server hung up" in note for note in answer.notes)
    assert any(isinstance(event, StartedOver) for event in events)
    assert "41 states" in answer.text
    assert all(s.finding.check == "verbatim" for s in answer.sentences)


def test_the_stream_tells_words_then_verdicts_then_the_answer(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted(TRUE, FALSE)) as asked:
        events = list(asked.stream(QUESTION))
    kinds = [type(event) for event in events]
    assert kinds[0] is Wrote
    assert kinds[-1] is Finished
    settled = [event for event in events if isinstance(event, Settled)]
    assert [event.kept for event in settled] == [True, False]
    assert kinds.index(Settled) < len(kinds) - 1 - kinds[::-1].index(Wrote), "the first verdict comes while it writes"
    last = events[-1]
    assert isinstance(last, Finished)
    assert [*last.answer.sentences, *last.answer.removed] == [event.sentence for event in settled]


def test_closing_the_stream_cancels_the_writer(tiny_folder: Path) -> None:
    writer = Scripted(TRUE, FALSE)
    with assistant(tiny_folder, writer) as asked:
        stream = asked.stream(QUESTION)
        next(stream)
        stream.close()  # type: ignore[attr-defined]
    assert writer.closed


def test_the_evidence_a_writer_gets_is_numbered_from_one_and_holds_no_repeats(tiny_folder: Path) -> None:
    writer = Scripted(TRUE)
    with assistant(tiny_folder, writer, writer_evidence=3) as asked:
        asked.answer(QUESTION)
    assert [e.number for e in writer.evidence] == [1, 2, 3]
    assert len({e.citation.key for e in writer.evidence}) == 3


def test_the_documents_own_sentences_take_the_same_way_through_the_checks(sample_assistant: rag.Assistant) -> None:
    answer = sample_assistant.answer("When was Executive Order 14110 rescinded?")
    assert answer.sentences
    assert {(s.verdict, s.finding.check) for s in answer.sentences} == {(Verdict.SUPPORTED, "verbatim")}


def test_a_wrong_citation_is_corrected_and_said_so(tiny_folder: Path) -> None:
    writer = Scripted("The Lantern Treaty was signed by 41 states in Tartu", cites="384 crowns")
    with assistant(tiny_folder, writer) as asked:
        answer = asked.answer(QUESTION)
    (sentence,) = answer.sentences
    assert "41 states" in sentence.citations[0].quote
    assert sentence.repaired


def test_loading_ahead_asks_no_writer_and_makes_reading_ready(tiny_folder: Path) -> None:
    writer = Scripted(TRUE)
    with assistant(tiny_folder, writer) as asked:
        asked.load()
        assert not writer.evidence


def test_a_sentence_that_a_model_says_again_is_there_once(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted(TRUE, TRUE, FALSE, TRUE, FALSE)) as asked:
        answer = asked.answer(QUESTION)
    assert [s.text for s in answer.sentences] == [f"{TRUE}."]
    assert [s.text for s in answer.removed] == [f"{FALSE}."]


def test_a_sentence_whose_pronoun_lost_what_it_stands_for_goes_too(tiny_folder: Path) -> None:
    orphan = "It was signed by 41 states on 3 March 2024 in Tartu"
    with assistant(tiny_folder, Scripted(TRUE, "The Harbour Code was signed by 52 states", orphan)) as asked:
        answer = asked.answer(QUESTION)
    assert [s.text for s in answer.sentences] == [f"{TRUE}."]
    assert answer.removed[-1].finding.check == "reference"


def test_a_model_that_writes_nothing_gives_way_to_the_documents_own_sentences(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted("Here is what the documents say")) as asked:
        answer = asked.answer(QUESTION)
    assert answer.writer == "extractive"
    assert "41 states" in answer.text


def test_a_guard_that_fails_lets_nothing_pass(tiny_folder: Path) -> None:
    with assistant(tiny_folder, Scripted(TRUE, f"The Lantern Treaty was signed by {'1' * 5000} states")) as asked:
        answer = asked.answer(QUESTION)
    assert [s.text for s in answer.sentences] == [f"{TRUE}."]
    assert len(answer.removed) == 1
