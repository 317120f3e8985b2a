"""Which sentences count as cited, and which as gold."""

from hypothesis import given
from hypothesis import strategies as st

from evals.spans import Stretch, covered_units, length, merged, units_holding

SENTENCES = {"doc": [Stretch("doc", 0, 10), Stretch("doc", 11, 21), Stretch("doc", 22, 42)]}
STRETCHES = st.lists(st.builds(Stretch, st.sampled_from(["doc", "other"]), st.integers(0, 50), st.integers(0, 50)))


def units(document_id):
    return SENTENCES.get(document_id, [])


def cited(*ranges):
    return sorted(number for _, number in covered_units([Stretch("doc", *r) for r in ranges], units))


def test_half_of_the_characters_make_a_sentence_cited():
    assert cited((0, 5)) == [0]
    assert cited((0, 4)) == []
    assert cited((3, 15)) == [0]
    assert cited((0, 42)) == [0, 1, 2]


def test_stretches_add_up_without_counting_twice():
    assert cited((0, 3), (7, 9)) == [0]
    assert cited((0, 4), (0, 4), (2, 4)) == []


def test_stretches_of_unknown_documents_cite_nothing():
    assert covered_units([Stretch("elsewhere", 0, 100)], units) == frozenset()


def test_a_short_answer_makes_the_sentence_that_holds_it_gold():
    assert units_holding([Stretch("doc", 24, 27)], units) == {("doc", 2)}


def test_evidence_of_one_and_a_half_sentences_makes_both_gold():
    assert units_holding([Stretch("doc", 0, 17)], units) == {("doc", 0), ("doc", 1)}


def test_evidence_of_a_sentence_and_a_bit_makes_one_gold():
    assert units_holding([Stretch("doc", 0, 13)], units) == {("doc", 0)}


@given(STRETCHES)
def test_merged_ranges_hold_exactly_the_characters_of_the_stretches(stretches):
    characters = {(s.document_id, n) for s in stretches for n in range(s.start, s.end)}
    ranges = merged(stretches)

    assert {(d, n) for d, rs in ranges.items() for start, end in rs for n in range(start, end)} == characters
    assert length(ranges) == len(characters)
