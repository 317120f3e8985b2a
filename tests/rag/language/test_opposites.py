"""Words of opposite meaning in all their forms, and set phrases that stand for one word."""

import pytest

from rag.language.text.opposites import are_alike, are_opposite, is_negated_form
from rag.language.text.terms import terms
from rag.language.tokens import normal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("accepted", "rejecting"),
        ("rose", "fell"),
        ("banned", "permits"),
        ("won", "lost"),
        ("temporarily", "permanently"),
    ],
)
def test_opposites_hold_in_every_form(one: str, other: str) -> None:
    assert are_opposite(normal(one), normal(other))
    assert are_opposite(normal(other), normal(one))


@pytest.mark.parametrize(("one", "other"), [("bought", "sold"), ("publication", "private"), ("higher", "raised")])
def test_two_views_of_one_event_and_words_of_another_kind_are_no_opposites(one: str, other: str) -> None:
    assert not are_opposite(normal(one), normal(other))


def test_words_that_say_the_same_are_alike() -> None:
    assert are_alike(normal("postponed"), normal("delays"))
    assert not are_alike(normal("postponed"), normal("cancelled"))


@pytest.mark.parametrize(("one", "other"), [("unfair", "fair"), ("binding", "nonbinding"), ("mass", "massless")])
def test_a_word_and_its_denied_form_are_told(one: str, other: str) -> None:
    assert is_negated_form(one, other)
    assert not is_negated_form(one, one)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She spoke out against the dam.", "oppose"),
        ("She came out in favour of the dam.", "favor"),
        ("The fair was put off.", "postpone"),
        ("They left the clause out.", "exclude"),
    ],
)
def test_a_set_phrase_is_one_word(text: str, word: str) -> None:
    assert word in [term.normal for term in terms(text)]
    assert [t.text for t in terms(text)] == [text[t.start : t.end] for t in terms(text)]
