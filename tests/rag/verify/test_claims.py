"""A sentence and the claims that it makes."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.verify.claims import split


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "The ban is aimed at public bodies; private firms are not mentioned in it.",
            ["The ban is aimed at public bodies.", "Private firms are not mentioned in it."],
        ),
        (
            "Li said that the rules were fragmented and that the world needed a framework.",
            ["Li said that the rules were fragmented.", "Li said that the world needed a framework."],
        ),
        (
            "The ferry is closed until May, and the bridge has been open since Monday.",
            ["The ferry is closed until May, and the bridge has been open since Monday."],
        ),
        (
            "The ferry has been closed for a week, and the bridge has been open all day.",
            ["The ferry has been closed for a week.", "The bridge has been open all day."],
        ),
        (
            "Nvidia has filed an application; it was granted on Friday by the agency.",
            ["Nvidia has filed an application.", "Nvidia was granted on Friday by the agency."],
        ),
    ],
)
def test_splits_what_stands_by_itself(sentence: str, claims: list[str]) -> None:
    assert split(sentence) == claims


@pytest.mark.parametrize(
    "sentence",
    [
        "The union says that the quay is unsafe; the port has closed it.",  # is the second theirs?
        "In 2023 the ferry was closed, and the bridge was opened.",  # the year holds for both
        "If the talks fail, the ferry will stop and the bridge will close.",
        "The plan was adopted by the council and published in May.",  # one subject
        'The director called it "a loan; it is not a sale" on Monday.',
        "Critics and supporters agree on the date.",
        "Neither the ferry nor the bridge was open.",
        "The port is open, and its managers are pleased with that.",
    ],
)
def test_does_not_split_in_doubt(sentence: str) -> None:
    assert split(sentence) == [sentence]


def test_nothing_has_no_claims() -> None:
    assert split("  ") == []


_PIECES = st.sampled_from(
    [
        "the ferry was closed",
        "it has been open",
        "Li said that",
        "and that",
        "; ",
        ", and ",
        ", but ",
        "critics warn that",
        "the rules are new",
        "they will apply",
        "if the talks fail",
        "which was late",
        '"a loan; not a sale"',
        "(see p. 4; 5)",
        "no port is open",
        "in 2023",
        "its owner has left",
        ".",
        "the council may vote",
        "because it was late",
    ]
)


@given(st.lists(_PIECES, min_size=1, max_size=12).map(" ".join))
def test_every_word_of_a_claim_is_a_word_of_the_sentence(sentence: str) -> None:
    known = set(words(sentence))
    for claim in split(sentence):
        assert set(words(claim)) <= known


@given(st.lists(_PIECES, min_size=1, max_size=12).map(" ".join))
def test_no_word_of_the_sentence_is_lost_but_joints_and_pronouns(sentence: str) -> None:
    told = Counter(word for claim in split(sentence) for word in words(claim))
    lost = Counter(words(sentence)) - told
    assert set(lost) <= {"and", "but", "that", "it", "they"}


@given(st.text(max_size=200))
def test_any_text_has_claims_or_is_empty(text: str) -> None:
    assert bool(split(text)) == bool(text.strip())
