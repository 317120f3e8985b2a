"""The public claims, and lessons made of articles: labels, contexts, and what is made apart for development."""

from __future__ import annotations

import random

from rag.evidence_model.training.rows import Row, is_dev
from rag.support_model.training.claims import Claim, near_misses, public_lessons
from rag.support_model.training.lessons import LABELS
from rag.support_model.training.made import made_lessons

TOWNS = ("Bergen", "Porto", "Turku", "Ghent", "Split", "Izmir", "Kiel", "Vigo")
FIRES = (
    "Flames took the old mill at {} one night in {}; nobody was hurt.",
    "Of the buildings that {} lost to lightning in {}, the grain mill was dearest.",
    "A careless miller set his own roof alight near {} during {}.",
    "What had ground flour by the river of {} for a century was ash before {} ended.",
)
TOWN_CLAIMS = [
    Claim("fm2", f"The mill of {town} burned down in {1800 + n}.", FIRES[n % 4].format(town, 1800 + n), "supported")
    for n, town in enumerate(TOWNS)
]


def test_labels_are_told_in_the_words_of_the_lessons() -> None:
    labels = ("supported", "contradicted", "nei", "not_supported", "partially_supported")
    found = public_lessons(
        [Claim("x", "Six came.", f"Text {n}.", label) for n, label in enumerate(labels)], random.Random(0)
    )
    assert [one.label for one in found] == ["supported", "contradicted", "neither", "not_supported", "not_supported"]
    assert all(one.doubted is None and one.source == "public/x" for one in found)


def test_long_claims_are_left_out_and_repetitive_sources_cut() -> None:
    many = [Claim("contractnli", f"Claim {n}.", f"Text {n}.", "supported") for n in range(700)]
    found = public_lessons([Claim("x", "Six came.", "y" * 900, "supported"), *many], random.Random(0))
    assert len(found) == 600


def test_a_near_miss_is_beside_the_evidence_of_another_claim() -> None:
    own = {claim.claim: claim for claim in TOWN_CLAIMS}
    missed = near_misses(TOWN_CLAIMS, random.Random(1))
    assert missed
    for miss in missed:
        assert miss.label == "neither"
        assert miss.text != own[miss.claim].evidence
        assert miss.group == own[miss.claim].group


def test_near_misses_never_cross_to_the_other_side() -> None:
    claims = [
        Claim("fm2", f"The mill number {n} burned.", f"Fire took mill {n} in town {n * 7}.", "supported")
        for n in range(400)
    ]
    dev = {claim.evidence for claim in claims if is_dev(claim.group)}
    for miss in (one for one in public_lessons(claims, random.Random(0)) if one.source == "public/near"):
        assert (miss.text in dev) == is_dev(miss.group)


def article(number: int) -> Row:
    """An article of a few sentences about one town; in every other one somebody says something."""
    town, said = TOWNS[number % len(TOWNS)], "Ada Lind said that" if number % 2 else "People there know well that"
    lines = (
        f"The harbour council of {town} met in May 2031 to talk about the new ferry.",
        f"{said} the ferry from {town} to the outer islands would run in winter too.",
        f"The ferry of {town} may carry 120 passengers and has cost 14 million euros so far.",
    )
    return Row("squad", "Which ferry?", town, f"{town} {number}", lines, (0,), True)


def test_made_lessons_know_their_words_where_one_place_was_changed() -> None:
    made = made_lessons([article(n) for n in range(200)], 200, random.Random(3))
    assert {one.label for one in made} == set(LABELS)
    for one in made:
        if one.label == "supported":
            assert one.doubted == ()
        if one.source == "made/surer" and one.doubted:
            assert one.claim[slice(*one.doubted[0])] not in one.text
    assert any(one.doubted for one in made if one.source == "made/spoiled")


def test_what_stands_in_the_context_alone_is_not_supported() -> None:
    made = made_lessons([article(n) for n in range(50)], 50, random.Random(3))
    beside = [one for one in made if one.source == "made/neighbour"]
    assert beside
    assert all(one.claim in one.context and one.claim not in one.text and one.label == "neither" for one in beside)
    own = [one for one in made if one.source == "made/own"]
    assert all(one.claim == one.text and one.label == "supported" for one in own)


def test_articles_of_other_sources_are_not_used() -> None:
    odd = [Row("bioasq", "?", "", "g", article(0).sentences, (0,), True)]
    assert made_lessons([*odd, article(1)], 10, random.Random(0))[0].group.startswith(TOWNS[1])
