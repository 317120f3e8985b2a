"""Names in their places: what may be one thing, who stands in whose place, and who is left unnamed."""

from __future__ import annotations

import pytest

from rag.language.text.counterparts import exchanged
from rag.language.text.dates import dates
from rag.language.text.described_bodies import described_bodies
from rag.language.text.mentions import mentions
from rag.language.text.name_parts import broken_name
from rag.language.text.name_slots import displaced
from rag.language.text.offices_held import other_holder
from rag.language.text.open_references import leaves_open, leaves_person_open
from rag.language.text.place_words import other_country
from rag.language.text.shifted_dates import shifted_dates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Tarnovian bank", "Tarnovia's"),
        ("by the EU", "the European Commission"),
        ("Mr Hale", "Anna Hale of Bonn"),
        ("the Fed", "of the Federal Reserve"),
    ],
)
def test_one_thing_has_many_names(one: str, other: str) -> None:
    assert mentions(one)[0].may_be(mentions(other)[0])


def test_a_name_that_took_the_place_of_another_is_found() -> None:
    text = "The harbour inquiry was led by Ines Okafor and cost two million crowns."
    assert displaced("The harbour inquiry was led by Tom Feld and cost two million.", [text]) == (
        "Tom Feld",
        "Ines Okafor",
    )
    assert displaced("Ines Okafor led the harbour inquiry, which cost two million.", [text]) is None


def test_a_detail_from_before_displaces_nobody() -> None:
    text = "Their spokesman, Karl Voss, argued that the mill would have broken even by spring."
    assert displaced("The Tarn mill would have broken even by spring.", [text]) is None


def test_whoever_a_company_is_displaces_nobody() -> None:
    text = "The company bought Pellworm Dairy last autumn for 40 million euros."
    assert displaced("Hansen Foods paid 40 million euros last autumn for the dairy.", [text]) is None


def test_a_name_made_of_two_is_found() -> None:
    text = "Elena Maddox of Harrow Labs presented the results."
    assert broken_name("Elena Harrow presented the results.", text) == ("Elena Harrow", "Elena Maddox")
    assert broken_name("Dr Elena Maddox presented the results.", text) is None


def test_parties_that_face_each_other_are_not_exchanged() -> None:
    text = "The opposition blocked the budget vote on Thursday."
    assert exchanged("The government blocked the budget vote.", [text], text) == ("government", "opposition")
    assert (
        exchanged(
            "The government lost the budget vote.", [text + " The government fell."], text + " The government fell."
        )
        is None
    )


def test_an_office_has_its_holder() -> None:
    text = "The museum's director, Ada Lund, met the dealer Piet Claes."
    assert other_holder("The director, Piet Claes, met a dealer.", text) == ("Piet Claes", "Ada Lund")
    assert other_holder("Director Ada Lund met a dealer.", text) is None


def test_a_thing_belongs_to_its_country() -> None:
    assert other_country("The Italian prototype sank.", ["The French prototype sank."]) is not None
    assert other_country("The Italian prototype sank.", ["The prototype from Italy beat the French prototype."]) is None


def test_bodies_are_told_by_what_they_are_for() -> None:
    assert [place[:2] for place in described_bodies("the growers' union and the finance ministry")] == [
        (4, 18),
        (27, 43),
    ]


@pytest.mark.parametrize(
    ("text", "before", "open_"),
    [
        ("He denied it.", "", True),
        ("He denied it.", "Karl Voss spoke.", False),
        ("The judge agreed.", "", True),
        ("Feld said he agreed.", "", False),
    ],
)
def test_a_pronoun_without_a_name_before_it_is_open(text: str, before: str, open_: bool) -> None:
    assert leaves_open(text, before) is open_


def test_days_are_counted_from_other_days() -> None:
    text = "It began on 28 February 2023 and ended the next day."
    assert [(m.month, m.day) for m in shifted_dates(text, dates(text))] == [(3, 1)]


@pytest.mark.parametrize(
    ("text", "before", "open_"),
    [
        ("Visits rose under her direction.", "Mr Feld denied this.", True),
        ("Visits rose under her direction.", "Ms Feld denied this.", False),
        ("Ada Lund said that visits rose under her.", "", False),
        ("Visits rose.", "", False),
    ],
)
def test_a_person_is_open_where_no_name_before_the_pronoun_fits(text: str, before: str, open_: bool) -> None:
    assert leaves_person_open(text, before) is open_
