"""Which pairs a support model is asked about a sentence and its citations, and what is made of its answers."""

from collections.abc import Mapping, Sequence

from evals.measures.sentence_support import CitationSupport, SentenceSupport
from evals.verifier.citation_judge import CitationJudge, CitedSentence
from evals.verifier.judge import LONGEST_TEXT
from rag.verify.support.port import Pair, Support
from tests.fakes import HashEmbedder


class WantsWords:
    """Believes a claim that has all its words in the text; fails on texts that say so. Keeps what it was asked."""

    name, threshold = "words", 0.5
    outweighs: Mapping[str, float] = {}

    def __init__(self) -> None:
        self.asked: list[Pair] = []

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        self.asked += pairs
        return [
            Support(float(set(p.claim.split()) <= set(p.text.split())), failed="broken" in p.text.split())
            for p in pairs
        ]


def judge() -> tuple[CitationJudge, WantsWords]:
    model = WantsWords()
    return CitationJudge(model, HashEmbedder()), model


def test_each_case_of_the_definition() -> None:
    judging, _ = judge()
    found = judging.answer(
        [
            CitedSentence("mill river", ("mill by a river", "bridge")),
            CitedSentence("mill bridge", ("mill", "bridge", "sea")),
            CitedSentence("mill harbour", ("mill", "bridge")),
            CitedSentence("mill", ("mill",), unusable=1),
            CitedSentence("mill", ()),
        ]
    )

    alone, needed, idle = CitationSupport(True), CitationSupport(False, False), CitationSupport(False, True)
    assert found[0] == SentenceSupport(True, (alone, idle))
    assert found[1] == SentenceSupport(True, (needed, needed, idle))
    assert not found[2].together and len(found[2].citations) == 2
    assert found[3] == SentenceSupport(True, (alone,), 1)
    assert found[4] == SentenceSupport(False)


def test_no_pair_is_asked_twice_and_none_in_vain() -> None:
    judging, model = judge()
    sentence = CitedSentence("mill harbour", ("mill", "bridge"))
    judging.answer([sentence, sentence])
    judging.answer([sentence, CitedSentence("mill", ("mill",))])

    assert model.asked == [Pair("mill harbour", "mill bridge"), Pair("mill", "mill")]
    assert judging.asked == 2


def test_a_judgement_that_failed_bears_nothing_out_and_is_counted() -> None:
    judging, _ = judge()

    assert not judging.answer([CitedSentence("mill", ("mill broken",))])[0].together
    assert judging.failed == 1


def test_of_long_texts_the_nearest_sentences_are_read_as_in_the_exam() -> None:
    judging, model = judge()
    filler = " ".join(f"Filler {number} is about ships and harbours at sea." for number in range(40))
    judging.answer([CitedSentence("The mill burned", (filler, "The mill burned down twice."))])

    assert len(model.asked[0].text.split()) <= LONGEST_TEXT
    assert model.asked[0].text.endswith("The mill burned down twice.")
