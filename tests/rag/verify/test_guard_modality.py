"""How sure, how far along and how binding something is."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.verify.guards.modality import Modality


def objects(claim: str, *texts: str) -> bool:
    return Modality().check(claim, [Source(text) for text in texts]) is not None


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The council adopted the parking plan.", "The council proposed a parking plan."),
        ("The office will be in Tarn.", "The office is tentatively planned to be in Tarn."),
        ("The ferry will stop in winter.", "The ferry may stop in winter."),
        ("The treaty is in force.", "The treaty was opened for signature in May and is not yet in force."),
        ("The treaty was ratified by ten states.", "The treaty was signed by ten states."),
        ("Operators must keep records.", "Operators should keep records."),
        ("The code is binding on firms.", "The code is voluntary for firms."),
        ("Operators may keep records if they wish.", "Operators must keep records."),
        ("The charge has already been introduced.", "The charge is to be introduced."),
        ("The rule was proposed in May.", "The rule was adopted in May."),
        ("The law has been repealed.", "The law applies to all ferries and is in force."),
        ("The rules applied from May.", "The rules will apply from May."),
        (
            "The port has paid a dividend of two crowns a share.",
            "A dividend of two crowns a share would be paid by the port.",
        ),
        ("The final figures show 40 accidents.", "The provisional figures show 40 accidents."),
        ("The loan was expected to end in May.", "The loan ended in May."),
        ("The contract, still under negotiation, covers ten ships.", "The contract, signed in May, covers ten ships."),
        (
            "Now that parliament has agreed, the museum opens in May.",
            "The museum opens in May, provided that parliament agrees.",
        ),
        ("The strike is certain to end on Friday.", "The strike could end on Friday."),
    ],
)
def test_objects_to_a_change_of_status(claim: str, text: str) -> None:
    assert objects(claim, text)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("A parking plan was put forward by the council.", "The council proposed a parking plan."),
        ("The ferry might stop in winter.", "The ferry may stop in winter."),
        ("It is possible that the ferry stops in winter.", "The ferry could stop in winter."),
        ("Operators are obliged to keep records.", "Operators must keep records."),
        ("Operators have to keep records.", "Operators are required to keep records."),
        ("The rules take effect in May.", "The rules will apply from May."),
        ("The rules are due to apply in May.", "The rules will apply from May."),
        ("The bill was passed on Monday.", "The council adopted the bill on Monday."),
        ("Firms are free to join.", "Firms may join."),
        ("The law was withdrawn in May.", "The law was repealed in May."),
        (
            "The committee would prefer a tunnel if it were adopted.",
            "If it were adopted, the committee would prefer a tunnel.",
        ),
        ("The treaty has not been ratified.", "No state has ratified the treaty."),
        ("The code remains voluntary.", "The code is non-binding."),
    ],
)
def test_lets_a_fair_paraphrase_pass(claim: str, text: str) -> None:
    assert not objects(claim, text)


def test_the_reason_quotes_both_words() -> None:
    found = Modality().check("The ferry will stop in winter.", [Source("The ferry may stop in winter.")])
    assert found is not None
    assert found.reason == "The cited text says “may”; the sentence presents it as certain (“will”)."


def test_one_of_several_sources_may_bear_it_out() -> None:
    assert not objects(
        "The council adopted the plan.", "The council proposed the plan in May.", "The plan was adopted in June."
    )


def test_nothing_to_compare_is_no_objection() -> None:
    assert not objects("The council adopted the plan.", "")
    assert Modality().check("The council adopted the plan.", []) is None
