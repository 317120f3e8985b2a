"""Passages that do not answer are made near to the question, and from the parts of a text that hold no evidence."""

from __future__ import annotations

import random

import pytest
from tokenizers import Tokenizer

from rag.evidence_model.training import prepare
from rag.evidence_model.training.examples import Encoder, Example
from rag.evidence_model.training.nearby import most_alike
from rag.evidence_model.training.prepare import MODEL_FOLDER, Negatives, build, question_group
from rag.evidence_model.training.rows import Row

TEXT = tuple(
    f"In {year} the council of {place} spent {cost} crowns on its harbour and the boats that lie in it."
    for year, place, cost in zip(
        range(1980, 1998), "Aa Bo Ca Du Em Fy Ga Ho Ib Jo Ka Lu My No Oz Pi Qu Ry".split(), range(210, 228), strict=True
    )
)


def written(question: str, evidence: tuple[int, ...], *answers: str) -> Row:
    return Row("written", question, "Harbours", "harbours.txt", TEXT, evidence, bool(evidence), answers)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json")))


class NoneNear:
    def pick(self, row: Row, rng: random.Random) -> None:
        return None

    def far(self, row: Row, rng: random.Random) -> Row:
        return Row("squad", "Who?", "", "masters", ("The harbour master rows.",), (0,), True)


def test_the_most_alike_sentence_shares_most_words_that_mean_something() -> None:
    assert most_alike("What did the council of Ka spend?", TEXT) == 10
    assert most_alike("And what is it?", TEXT) == 0


def passage(example: Example, encoder: Encoder) -> str:
    return str(encoder._tokenizer.decode(example.tokens[example.passage_start :].tolist()))


def test_a_text_without_an_answer_is_shown_where_it_is_nearest_to_the_question(encoder: Encoder) -> None:
    rows = [
        Row("squad", "Who?", "", "harbours", ("The harbour master rows.", "He sings."), (0,), True),
        written("What did the council of Bo spend?", (1,)),
        written("Why did the council of Pi spend 225 crowns?", ()),
    ]
    (groups,) = build(rows, 1, 1.0, encoder, random.Random(1))
    (unanswered,) = [group.examples[0] for group in groups if group.examples[0].answerable == 0]
    assert "pi spent 225" in passage(unanswered, encoder)


def test_parts_of_a_text_that_do_not_answer_are_set_against_the_part_that_does(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "DELETION_SHARE", 0.0)
    asked, rng = written("What did the council of Bo spend on boats?", (1,), "211 crowns"), random.Random(3)
    examples = [one for _ in range(8) for one in question_group(asked, NoneNear(), encoder, rng).examples]  # type: ignore[arg-type]
    unspoiled = [
        one
        for one in examples
        if one.tokens[: one.passage_start].tolist() == examples[0].tokens[: one.passage_start].tolist()
    ]
    texts = [(one.answerable, passage(one, encoder)) for one in unspoiled]
    assert all(("bo spent 211" in text) == (label == 1) for label, text in texts)
    assert any(label == 0 and "crowns" in text for label, text in texts)


class Elsewhere(NoneNear):
    def pick(self, row: Row, rng: random.Random) -> Row:
        return Row("written", "Who?", "", "trams", ("The mayor promised trams.",), (0,), True)


@pytest.mark.parametrize(
    ("question", "met"), [("What did the council of Bo promise?", True), ("What did the mayor promise?", False)]
)
def test_another_text_may_answer_a_question_that_names_nothing(encoder: Encoder, question: str, met: bool) -> None:
    group = question_group(written(question, (1,)), Elsewhere(), encoder, random.Random(3))  # type: ignore[arg-type]
    assert any("trams" in passage(one, encoder) for one in group.examples) == met


def test_a_share_of_the_written_questions_is_asked_and_all_that_name_nothing(encoder: Encoder) -> None:
    rows = [
        Row("squad", "Who?", "", "masters", ("The harbour master rows.", "He sings."), (0,), True),
        written("What did the council of Bo spend?", (1,)),
        written("What was spent in the first year?", (0,)),
    ]
    (groups,) = build(rows, 1, 1.0, encoder, random.Random(1), named=0.0)
    asked = [passage(group.examples[0], encoder) for group in groups if group.source == "written"]
    assert len(asked) == 1 and "aa spent 210" in asked[0]


def test_what_is_far_from_a_question_that_names_nothing_is_no_invented_text() -> None:
    rows = [
        written("What did the council of Bo spend?", (1,)),
        Row("written", "Who?", "", "trams", ("The mayor promised trams.",), (0,), True),
        Row("squad", "Who?", "", "masters", ("The harbour master rows.",), (0,), True),
    ]
    near, rng = Negatives(rows, {id(row) for row in rows}), random.Random(2)
    drawn = {near.far(written("What did the mayor promise?", (1,)), rng).group for _ in range(20)}
    assert drawn == {"masters"}
    assert {near.far(rows[0], rng).group for _ in range(20)} == {"masters", "trams"}
