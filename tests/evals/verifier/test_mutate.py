import pytest

from evals.verifier.mutate import mutants
from evals.verifier.pairs import KINDS, Mutant, TrueClaim, load

CITED = "On 4 May 2020 the Council of Oslo said that some of the 12 members, among them Bergen, and later Halden, may leave."
CLAIM = 'According to the Council, on 4 May 2020 some of the 12 members, Bergen too, "may leave" the proposed union of Oslo.'
ONE = TrueClaim("one", "a.md", CITED, CLAIM, ())
TWO = TrueClaim("two", "b.md", "The harbour closed.", "The port was shut.", ())


def made(claim: TrueClaim, seed: int = 0) -> list[Mutant]:
    return mutants([claim, TWO] if claim is not TWO else [claim], lambda _: ["A sentence beside it."], seed)[claim.id]


def test_every_kind_that_applies_is_made() -> None:
    assert {m.kind for m in made(ONE)} == set(KINDS)


def test_a_mutant_differs_from_its_claim_or_cites_something_else() -> None:
    for mutant in made(ONE):
        assert mutant.text != CLAIM or mutant.cited != CITED
        assert mutant.by == "code"


def test_same_seed_same_mutants() -> None:
    assert made(ONE) == made(ONE)
    assert made(ONE) != made(ONE, seed=1)


@pytest.mark.parametrize(
    ("kind", "gone", "there"),
    [
        ("drop_speaker", "According to the Council", "On 4 May"),
        ("status", "proposed union", "adopted union"),
        ("widen_scope", "some of", "all of"),
    ],
)
def test_what_is_changed(kind: str, gone: str, there: str) -> None:
    texts = [m.text for m in made(ONE) if m.kind == kind]
    assert any(gone not in text and there in text for text in texts)


def test_may_the_month_is_no_hedge() -> None:
    claim = TrueClaim("m", "a.md", "It opened on 4 May.", "On 4 May it opened.", ())
    assert not [m for m in made(claim) if m.kind == "status"]


def test_the_shipped_claims_give_hundreds_of_each_frequent_kind() -> None:
    claims = [*load("tune"), *load("report")]
    counts = dict.fromkeys(KINDS, 0)
    for found in mutants(claims, lambda _: [], 0).values():
        for mutant in found:
            counts[mutant.kind] += 1
    assert all(counts[kind] >= 200 for kind in ("swap_citation", "negate", "number_date", "name", "quotation"))
