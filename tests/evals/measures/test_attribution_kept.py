"""Attribution kept, by hand and for any answer; how names are compared is tested in `test_speakers.py`."""

from hypothesis import given
from hypothesis import strategies as st

from evals.measures.attribution_kept import Attributed, attribution_kept
from evals.measures.ratio import Ratio, pooled

SPEAKER = "Marietje Schaake"
IN_WORDS = Attributed("Schaake calls the text thin.")
IN_CITATION = Attributed("The text is thin.", ("Schaake",))
LOST = Attributed("The text is thin.", ("", "European Parliament"))
SENTENCES = st.lists(st.sampled_from([IN_WORDS, IN_CITATION, LOST]), max_size=6)


def test_by_hand():
    assert attribution_kept(SPEAKER, [IN_WORDS, IN_CITATION, LOST]) == Ratio(2, 3)


def test_where_nothing_cites_the_evidence_there_is_nothing_to_attribute():
    assert attribution_kept(SPEAKER, []) == Ratio(0, 0)


@given(sentences=SENTENCES, data=st.data())
def test_it_is_a_share_whatever_the_order_and_repeated_speakers(sentences, data):
    ratio = attribution_kept(SPEAKER, sentences)
    shuffled = [Attributed(one.text, one.speakers * 2) for one in data.draw(st.permutations(sentences))]

    assert 0 <= ratio.numerator <= ratio.denominator == len(sentences)
    assert attribution_kept(SPEAKER, shuffled) == ratio


@given(number=st.integers(1, 9))
def test_perfect_is_1_and_citing_everything_without_a_name_is_not(number):
    assert pooled([attribution_kept(SPEAKER, [IN_WORDS, IN_CITATION] * number)]) == 1
    assert pooled([attribution_kept(SPEAKER, [LOST] * number)]) == 0
