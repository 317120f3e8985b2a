"""What an answer keeps beside its best sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import rag
from corpus.document import Document
from rag.answering.cite import Known
from rag.answering.compose import KEEP_FOR_ONE, KEEP_FOR_SEVERAL, Keep, closest, compose
from rag.reading.evidence import EvidenceSentence, Reading, best_first, statements, text_of
from rag.reading.question import parse
from tests.fakes import HashEmbedder


@pytest.mark.parametrize(
    ("score", "best", "kept"),
    [
        (0.8, 0.9, True),
        (0.5, 0.9, False),  # far behind the best one
        (0.2, 0.3, False),  # near the best one, but not likely, as that is
        (0.1, 0.12, True),  # none is likely: a reader of low scores
        (0.9, 0.9, True),
    ],
)
def test_a_sentence_must_be_near_the_best_one_and_likely_by_itself(score: float, best: float, kept: bool) -> None:
    assert Keep(share=0.4, chance=0.25).keeps(score, best) is kept


def test_a_question_for_several_things_keeps_more() -> None:
    scores = [0.05 * place for place in range(1, 20)]
    for_one, for_several = (
        sum(keep.keeps(score, 0.8) for score in scores) for keep in (KEEP_FOR_ONE, KEEP_FOR_SEVERAL)
    )
    assert for_several > for_one > 0


FEES = (
    "The harbour fee rises to 40 crowns. Anglers will pay nine crowns a year. "
    "Divers need a permit that costs a hundred. The mayor opened the market."
)


def read(question: str, scores: Sequence[float], tmp_path: Path, text: str = FEES) -> tuple[Reading, Known]:
    """What a reader says that gave the sentences of one document these scores."""
    with rag.build(
        [Document.from_text("fees.txt", text)], index=tmp_path, progress=False, embedder=HashEmbedder()
    ) as assistant:
        (hit,) = assistant.search(question, k=1)
        known = {info.id: info for info in assistant._store.catalog.infos(["fees.txt"])}
    found = [
        EvidenceSentence(hit, span, text_of(hit, span), score)
        for span, score in zip(statements(hit), scores, strict=True)
    ]
    return Reading(best_first(found), 0.9, (0.9,)), known


def sentences(question: str, scores: Sequence[float], tmp_path: Path) -> list[str]:
    """What the answer to a question holds."""
    draft = compose(parse(question, 2_000), *read(question, scores, tmp_path), 4)
    return [sentence.text for sentence in draft.sentences]


def test_the_form_of_the_question_decides_how_much_an_answer_holds(tmp_path: Path) -> None:
    scores = (0.6, 0.5, 0.35, 0.05)
    assert len(sentences("What is the fee for the harbour?", scores, tmp_path)) == 2
    assert len(sentences("What fees are planned, and for whom?", scores, tmp_path)) == 3


def test_what_came_closest_is_the_best_sentences_word_for_word_and_no_repeats(tmp_path: Path) -> None:
    text = f"{FEES} The mayor opened the market."
    reading, known = read("What is the fee?", (0.2, 0.1, 0.3, 0.01, 0.25), tmp_path, text)
    found = closest(reading, known, 3)
    assert [citation.quote for citation in found] == [
        "Divers need a permit that costs a hundred.",
        "The mayor opened the market.",
        "The harbour fee rises to 40 crowns.",
    ]
    assert all(text[citation.start : citation.end] == citation.quote for citation in found)


def test_a_sentence_that_leans_on_the_one_before_it_comes_with_it(tmp_path: Path) -> None:
    text = "The ferry line lost three boats. It will not run in winter. Anglers complained to the mayor."
    reading, known = read("When does the ferry run?", (0.1, 0.3, 0.2), tmp_path, text)
    first, second = closest(reading, known, 2)
    assert first.quote == "The ferry line lost three boats. It will not run in winter."
    assert second.quote == "Anglers complained to the mayor."
