"""The checker: a sentence is as good as its worst claim, and the writer's word counts for nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from rag.records.drafts import DraftSentence, Numbered
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.verify.checker import Checker
from rag.verify.claims import split
from rag.verify.guards import GUARDS
from rag.verify.policy import settle
from rag.verify.support.port import Pair, Support
from tests.rag.verify.sources import Believes, Forbids, numbered

SEAT = "The Lantern Office is tentatively planned to have its seat in Vilnius."
COST = "The lamps of the northern coast cost 384 crowns in the first year."
OIL = "The oil came on top of that."
EVIDENCE = [numbered(1, SEAT), numbered(2, COST), numbered(3, OIL)]
SEAT_CLAIM = "Vilnius is the planned seat of the Lantern Office."
COST_CLAIM = "In the first year the lamps of the coast cost 384 crowns."


def quotes(sentences: list) -> list[list[str]]:  # type: ignore[type-arg]
    return [[c.quote for c in sentence.citations] for sentence in sentences]


def test_what_the_cited_text_bears_out_is_supported_and_keeps_its_citations() -> None:
    checked = Checker([], Believes((SEAT_CLAIM, SEAT))).check([DraftSentence(SEAT_CLAIM, (1,))], EVIDENCE)
    assert [s.verdict for s in checked] == [Verdict.SUPPORTED]
    assert quotes(checked) == [[SEAT]]
    assert (checked[0].finding.check, checked[0].repaired, checked[0].claims) == ("believes", "", ())


def test_a_guard_decides_before_the_support_model_is_asked() -> None:
    model = Believes(("The lamps cost 500 crowns.", COST))
    checked = Checker([Forbids("500")], model).check([DraftSentence("The lamps cost 500 crowns.", (2,))], EVIDENCE[1:2])
    assert checked[0].verdict is Verdict.UNSUPPORTED
    assert checked[0].finding.reason == "500 is not in the cited text."
    assert model.calls == 0


def test_a_guard_that_objects_in_part_does_not_silence_the_support_model() -> None:
    guard = Forbids("planned", Verdict.PARTIAL)
    believed = Checker([guard], Believes((SEAT_CLAIM, COST))).check([DraftSentence(SEAT_CLAIM, (2,))], EVIDENCE[1:])
    refused = Checker([guard], Believes()).check([DraftSentence(SEAT_CLAIM, (2,))], EVIDENCE[1:])
    assert (believed[0].verdict, refused[0].verdict) == (Verdict.PARTIAL, Verdict.UNSUPPORTED)


def test_a_guard_yields_to_a_model_that_is_sure_enough_where_the_model_says_so() -> None:
    claim = "The lamps cost 500 crowns."
    for chance, stands in ((0.97, True), (0.8, False)):
        model = Believes(chances={(claim, COST): Support(chance)}, outweighs={"forbids": 0.95})
        checked = Checker([Forbids("500")], model).check([DraftSentence(claim, (2,))], EVIDENCE[1:2])
        assert checked[0].verdict.stands is stands
    assert checked[0].finding.check == "forbids"


def test_one_guard_that_never_yields_is_enough() -> None:
    claim = "The red lamps cost 500 crowns."
    strict = Forbids("red")
    strict.name = "strict"
    model = Believes((claim, COST), outweighs={"forbids": 0.5})
    checked = Checker([Forbids("500"), strict], model).check([DraftSentence(claim, (2,))], EVIDENCE[1:2])
    assert checked[0].verdict is Verdict.UNSUPPORTED
    assert model.calls == 0


class Breaks:
    """A guard that a hostile text has broken."""

    name = "forbids"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        raise RecursionError


def test_no_model_makes_good_for_a_check_that_could_not_be_made() -> None:
    model = Believes((COST_CLAIM, COST), outweighs={"forbids": 0.5})
    checked = Checker([Breaks()], model).check([DraftSentence(COST_CLAIM, (2,))], EVIDENCE[1:2])
    assert checked[0].verdict is Verdict.UNCHECKED


def test_more_texts_are_no_more_chances_to_get_past_a_guard() -> None:
    claim = "The lamps cost 500 crowns."
    pairs = {(claim, text): Support(0.97) for text in (COST, SEAT, f"{SEAT} {COST}")}
    model = Believes(chances=pairs, outweighs={"forbids": 0.95})
    repaired = Checker([Forbids("500")], model).check([DraftSentence(claim, (3,))], EVIDENCE)
    assert not repaired[0].verdict.stands
    unsure = Believes(chances={(claim, f"{SEAT} {COST}"): Support(0.97)}, outweighs={"forbids": 0.95})
    together = Checker([Forbids("500")], unsure).check([DraftSentence(claim, (1, 2))], EVIDENCE[:2])
    assert not together[0].verdict.stands


def test_a_guard_keeps_its_reason_where_the_model_does_not_say_supported() -> None:
    claim = "The lamps cost 500 crowns."
    model = Believes(chances={(claim, COST): Support(0.45)}, outweighs={"forbids": 0.4})
    checked = Checker([Forbids("500")], model).check([DraftSentence(claim, (2,))], EVIDENCE[1:2])
    assert checked[0].finding.reason == "500 is not in the cited text."


def test_the_sentence_before_is_a_whole_sentence() -> None:
    seen: list[Pair] = []
    checker = Checker([], Believes(), record=lambda pair, _: seen.append(pair))
    before = "Rain fell. The lamps cost 3.5 million crowns, the U.S. Navy told Mr. Ode."
    checker.check([DraftSentence(COST_CLAIM, (2,))], [numbered(2, COST, before=before)])
    assert seen[0].context == "The lamps cost 3.5 million crowns, the U.S. Navy told Mr. Ode."
    quotes = '"' * 1_500 + " x. y"
    checker.check([DraftSentence(COST_CLAIM, (2,))], [numbered(2, COST, before=quotes)])
    assert seen[-1].context


def test_the_reason_names_the_words_that_the_model_doubts() -> None:
    claim = "The lamps of the coast cost 384 crowns a day."
    doubts = Support(0.2, doubted=("a day",))
    checked = Checker([], Believes(chances={(claim, COST): doubts})).check([DraftSentence(claim, (2,))], EVIDENCE[1:2])
    assert checked[0].finding.reason == "The cited text does not bear out “a day”."


def test_the_model_is_told_what_surrounds_the_cited_words() -> None:
    seen: list[Pair] = []
    beside = numbered(2, COST, before="The Lantern Office met in Narva. Its lamps are new.")
    checker = Checker([], Believes(), record=lambda pair, _: seen.append(pair))
    checker.check([DraftSentence(COST_CLAIM, (2,))], [beside])
    assert [(pair.text, pair.context) for pair in seen] == [(COST, "Its lamps are new.")]


def test_a_sentence_is_as_good_as_its_worst_claim() -> None:
    text = f"{COST_CLAIM} It snowed."
    checker = Checker([], Believes((COST_CLAIM, COST)), split=lambda _: [COST_CLAIM, "It snowed."])
    sentence = checker.check([DraftSentence(text, (2,))], EVIDENCE)[0]
    assert sentence.verdict is Verdict.UNSUPPORTED
    assert [claim.finding.verdict for claim in sentence.claims] == [Verdict.SUPPORTED, Verdict.UNSUPPORTED]


def test_a_claim_may_need_several_texts_together() -> None:
    claim = "The lamps cost 384 crowns and the oil came on top."
    checked = Checker([], Believes((claim, f"{COST} {OIL}"))).check([DraftSentence(claim, (2, 3))], EVIDENCE)
    assert (checked[0].verdict, quotes(checked)) == (Verdict.SUPPORTED, [[COST, OIL]])


def test_a_citation_that_adds_nothing_is_left_out_and_told() -> None:
    drafts = [DraftSentence(COST_CLAIM, (1, 2)), DraftSentence(COST, (1, 2))]
    checked = Checker([], Believes((COST_CLAIM, COST))).check(drafts, EVIDENCE)
    assert [s.verdict for s in checked] == [Verdict.SUPPORTED] * 2
    assert quotes(checked) == [[COST], [COST]]
    assert all("adds nothing" in s.repaired and "tentatively planned" in s.repaired for s in checked)


def test_a_citation_that_bears_it_out_too_or_is_needed_stays() -> None:
    joint = {(COST_CLAIM, f"{COST} {OIL}"): Support(0.9), (COST_CLAIM, COST): Support(0.6)}
    both = Checker([], Believes((COST_CLAIM, COST), (COST_CLAIM, OIL)))
    for checker in (both, Checker([], Believes(chances=joint)), Checker([], None)):
        assert quotes(checker.check([DraftSentence(COST_CLAIM, (2, 3))], EVIDENCE)) == [[COST, OIL]]


def test_verbatim_words_are_supported_whatever_guards_and_models_say() -> None:
    checker = Checker([Forbids("crowns", Verdict.CONTRADICTED)], None)
    checked = checker.check([DraftSentence(f"  {COST} ", (2,)), DraftSentence(OIL, (3,))], EVIDENCE)
    assert [(s.verdict, s.finding.check) for s in checked] == [(Verdict.SUPPORTED, "verbatim")] * 2


def test_a_part_of_a_sentence_is_not_verbatim() -> None:
    rumour = numbered(1, "Nobody in Tartu says that the treaty is dead.")
    checked = Checker([], Believes()).check([DraftSentence("The treaty is dead.", (1,))], [rumour])
    assert checked[0].verdict is Verdict.UNSUPPORTED


def test_a_wrong_citation_is_corrected_where_another_text_bears_the_claim_out() -> None:
    sentence = Checker([], Believes((COST_CLAIM, COST))).check([DraftSentence(COST_CLAIM, (1,))], EVIDENCE)[0]
    assert (sentence.verdict, quotes([sentence])) == (Verdict.SUPPORTED, [[COST]])
    assert "tentatively planned" in sentence.repaired
    assert "384 crowns" in sentence.repaired


def test_the_guards_speak_in_repair_too() -> None:
    checker = Checker([Forbids("coast")], Believes((COST_CLAIM, OIL)))
    evidence = [numbered(1, SEAT), numbered(2, "The lamps cost 384 crowns.")]
    assert checker.check([DraftSentence(COST_CLAIM, (1,))], evidence)[0].verdict is Verdict.UNSUPPORTED


def test_a_sentence_without_citations_finds_its_own_or_is_unsupported() -> None:
    checker = Checker([], Believes((COST_CLAIM, COST)))
    found, lost = checker.check([DraftSentence(COST_CLAIM), DraftSentence("The mayor of Narva resigned.")], EVIDENCE)
    assert (found.verdict, quotes([found])) == (Verdict.SUPPORTED, [[COST]])
    assert found.repaired
    assert (lost.verdict, lost.citations, lost.finding.reason) == (Verdict.UNSUPPORTED, (), "It cites nothing.")


def test_a_number_that_no_text_has_supports_nothing_and_is_told() -> None:
    checker = Checker([], Believes((COST_CLAIM, COST)))
    known = checker.check_one(DraftSentence(COST_CLAIM, (2,), unknown=(9,)), EVIDENCE)
    only_unknown = checker.check_one(DraftSentence("The mayor of Narva resigned.", (9,)), EVIDENCE)
    assert known and only_unknown
    assert (known.verdict, quotes([known])) == (Verdict.SUPPORTED, [[COST]])
    assert "[9]" in known.repaired
    assert (only_unknown.verdict, only_unknown.citations) == (Verdict.UNSUPPORTED, ())


def test_without_a_support_model_nothing_but_the_documents_words_is_supported() -> None:
    checker = Checker([Forbids("500")], None)
    drafts = [DraftSentence(COST_CLAIM, (2,)), DraftSentence("It cost 500.", (2,)), DraftSentence(COST, (2,))]
    checked = checker.check(drafts, EVIDENCE)
    assert [s.verdict for s in checked] == [Verdict.UNCHECKED, Verdict.UNSUPPORTED, Verdict.SUPPORTED]
    kept, removed = settle(checked, "drop", unchecked_stays=True)
    assert ([s.text for s in kept], [s.text for s in removed]) == ([COST_CLAIM, COST], ["It cost 500."])


def test_a_model_that_fails_leaves_the_sentence_unchecked_and_it_is_dropped() -> None:
    model = Believes(chances={(COST_CLAIM, COST): Support(0.99, failed=True)})
    checked = Checker([], model).check([DraftSentence(COST_CLAIM, (2,))], EVIDENCE)
    assert checked[0].verdict is Verdict.UNCHECKED
    assert settle(checked, "drop") == ((), tuple(checked))
    assert settle(checked, "mark") == (tuple(checked), ())


def test_the_chances_of_the_model_become_verdicts() -> None:
    verdicts = {
        Support(0.5): Verdict.SUPPORTED,
        Support(0.2, partial=True): Verdict.PARTIAL,
        Support(0.2): Verdict.UNSUPPORTED,
        Support(0.2, 0.7): Verdict.CONTRADICTED,
    }
    for support, verdict in verdicts.items():
        checker = Checker([], Believes(chances={(COST_CLAIM, COST): support}))
        assert checker.check([DraftSentence(COST_CLAIM, (2,))], EVIDENCE[1:2])[0].verdict is verdict


def test_the_model_is_asked_for_all_sentences_at_once_and_never_twice_the_same() -> None:
    model = Believes((COST_CLAIM, COST))
    checker = Checker([], model)
    drafts = [DraftSentence(COST_CLAIM, (n,)) for n in (1, 2, 3, 1, 2)]
    checker.check(drafts, EVIDENCE)
    calls = model.calls
    checker.check(drafts, EVIDENCE)
    assert calls == model.calls <= 3


def test_a_pronoun_is_read_with_the_sentence_before_it_and_a_quotation_with_its_speaker() -> None:
    claim = "The Lantern Office moves in May."
    pronoun = numbered(1, "It moves in May.", before="Rain fell. The Lantern Office has a plan.")
    model = Believes((claim, "The Lantern Office has a plan. It moves in May."))
    assert Checker([], model).check([DraftSentence(claim, (1,))], [pronoun])[0].verdict is Verdict.SUPPORTED


def test_evidence_whose_quote_is_not_in_the_document_supports_nothing() -> None:
    document = Document.from_text("lamps.txt", COST)
    checker = Checker(
        [], Believes((COST_CLAIM, COST)), documents=lambda name: document if name == document.id else None
    )
    checked = checker.check([DraftSentence(COST_CLAIM, (2,)), DraftSentence(COST, (2,))], EVIDENCE)
    assert [(s.verdict, s.citations) for s in checked] == [(Verdict.UNSUPPORTED, ())] * 2
    assert checked[0].finding.check == "structure"


def test_lead_ins_and_refusals_are_no_answer_sentences() -> None:
    texts = ["Here is what the documents say:", "The documents do not say when it applies.", "", "?", COST]
    checked = Checker([], Believes()).check([DraftSentence(text, (2,)) for text in texts], EVIDENCE)
    assert [s.text for s in checked] == [COST]


def test_judgements_can_be_recorded() -> None:
    seen: list[tuple[Pair, Support]] = []
    checker = Checker([], Believes((COST_CLAIM, COST)), record=lambda pair, support: seen.append((pair, support)))
    checker.check([DraftSentence(COST_CLAIM, (2,))], EVIDENCE)
    assert seen == [(Pair(COST_CLAIM, COST), Support(0.9))]


_TEXTS = st.text(max_size=60) | st.sampled_from([COST, SEAT, OIL, COST_CLAIM, f"{COST} {OIL}", "It cost 500."])
_NUMBERS = st.lists(st.integers(-2, 9), max_size=4).map(tuple)
_DRAFTS = st.lists(st.builds(DraftSentence, _TEXTS, _NUMBERS, _NUMBERS), max_size=5)
_EVIDENCE = st.lists(_TEXTS, max_size=5).map(lambda texts: [numbered(i, text) for i, text in enumerate(texts, 1)])


@given(_DRAFTS, _EVIDENCE, st.booleans())
def test_any_drafts_and_any_evidence_get_verdicts(
    drafts: list[DraftSentence], evidence: list[Numbered], model: bool
) -> None:
    checked = Checker([Forbids("500")], Believes((COST_CLAIM, COST)) if model else None).check(drafts, evidence)
    given_citations = {one.citation for one in evidence}
    for sentence in checked:
        assert set(sentence.citations) <= given_citations
        assert sentence.finding.reason
        if sentence.verdict.stands:
            assert sentence.citations


@given(_DRAFTS, _EVIDENCE)
def test_all_guards_take_any_drafts_and_any_evidence(drafts: list[DraftSentence], evidence: list[Numbered]) -> None:
    for sentence in Checker(GUARDS, Believes((COST_CLAIM, COST)), split=split).check(drafts, evidence):
        assert sentence.finding.reason
        assert sentence.citations or not sentence.verdict.stands


def test_all_parts_together_keep_a_paraphrase_and_refuse_what_was_changed() -> None:
    from rag.verify.support.alignment import AlignmentModel
    from tests.fakes import HashEmbedder

    checker = Checker(GUARDS, AlignmentModel(HashEmbedder()), split=split)
    texts = [COST_CLAIM, COST_CLAIM.replace("384", "483"), "The coast of Narva is not safe for swimmers in winter."]
    checked = checker.check([DraftSentence(text, (2,)) for text in texts], EVIDENCE)
    assert [s.verdict.stands for s in checked] == [True, False, False]
    assert "483" in checked[1].finding.reason


@given(_TEXTS, _EVIDENCE)
def test_an_unknown_number_never_supports(text: str, evidence: list[Numbered]) -> None:
    with_it = Checker([], Believes((COST_CLAIM, COST))).check([DraftSentence(text, (77,), (78,))], evidence)
    without = Checker([], Believes((COST_CLAIM, COST))).check([DraftSentence(text)], evidence)
    assert [(s.verdict, s.citations) for s in with_it] == [(s.verdict, s.citations) for s in without]


@given(st.text(min_size=1, max_size=80).filter(lambda t: any(c.isalnum() for c in t)))
def test_a_verbatim_sentence_is_always_supported(text: str) -> None:
    checked = Checker([Forbids(text[:1], Verdict.CONTRADICTED)], None).check(
        [DraftSentence(text, (1,))], [numbered(1, text)]
    )
    assert [s.verdict for s in checked] == [Verdict.SUPPORTED]


def test_many_citations_together_bear_out_no_more_than_three_do() -> None:
    claim = "one two three four."
    texts = ["one", "two", "three", "four"]
    evidence = [numbered(i, f"The text says {text}.") for i, text in enumerate(texts, 1)]
    seen: list[str] = []

    class Reads:
        name, threshold = "reads", 0.5
        outweighs: Mapping[str, float] = {}

        def judge(self, pairs: Sequence[Pair]) -> list[Support]:
            seen.extend(pair.text for pair in pairs)
            return [Support(float(all(text in pair.text for text in texts))) for pair in pairs]

    checked = Checker([], Reads()).check([DraftSentence(claim, (1, 2, 3, 4))], evidence)
    assert checked[0].verdict is Verdict.UNSUPPORTED
    assert max(sum(text in reading for text in texts) for reading in seen) == 3


def test_the_guards_see_only_the_texts_that_bear_a_claim_out_together() -> None:
    """A number of the one text and the words of another make no sentence true."""
    seen: list[int] = []

    class Counts:
        name = "counts"

        def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
            seen.append(len(sources))
            return None

    evidence = [numbered(i, f"Text number {i}.") for i in range(1, 7)]
    Checker([Counts()], Believes()).check([DraftSentence("A claim of many.", tuple(range(1, 7)))], evidence)
    assert max(seen) == 3
