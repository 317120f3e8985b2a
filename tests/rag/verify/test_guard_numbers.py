"""Numbers: written otherwise they are the same, changed they are caught, and a bound is part of a number."""

import pytest

from rag.records.source import Source
from rag.records.verdict import Verdict
from rag.verify.guards.numbers import Numbers

FAIR = [
    ("The fine can reach EUR 35 million.", "Fines of up to €35m are possible."),
    ("The fine can reach EUR 35 million.", "Fines of at most 35,000,000 euros are possible."),
    ("Two thirds of the 18 members agreed.", "Of the eighteen members, 2/3 agreed."),
    ("Half of the cities replied.", "50% of the cities replied."),
    ("At most 25 per cent may sit abroad.", "No more than a quarter may sit abroad."),
    ("The threshold is 10^26 operations.", "The threshold is 10²⁶ operations."),
    ("The threshold is 10^26 operations.", "The threshold is 10 to the 26th operations."),
    ("It has two years to report.", "It has 24 months to report."),
    ("The reply came within 72 hours.", "The reply came within three days."),
    ("The consultation drew 1,215 replies.", "The consultation drew more than 1,200 replies."),
    ("The consultation drew 38 replies.", "The consultation drew about 40 replies."),
    ("A dozen mayors signed.", "Twelve mayors signed."),
    ("More than 40 states joined.", "Over 40 states joined."),
    ("It was opened on 3 May and closed on 5 May 2024.", "It was closed two days after it was opened."),
    ("Output rose from 20 to 40 tonnes.", "Output doubled, from 20 to 40 tonnes."),
    ("The harbour board and three other bodies signed.", "Four bodies signed, the harbour board among them."),
    ("Growth of between 5 and 10 percent is expected.", "Growth of 5 to 10% is expected."),
    ("It is set out in Annex III and Article 50(2).", "Annex 3 and Article 50 (2) set it out."),
]
WRONG = [
    ("348 ships were counted.", "384 ships were counted.", Verdict.CONTRADICTED, "348"),
    ("The rate rises to 6%.", "The rate rises to 7%.", Verdict.CONTRADICTED, "6%"),
    ("The fee is 35 million euros.", "The fee is 35 million dollars.", Verdict.CONTRADICTED, "euros"),
    ("The council replied.", "The council replied 17 times.", Verdict.UNSUPPORTED, "17"),
    ("More than 40 states joined.", "40 states joined.", Verdict.PARTIAL, "more than 40"),
    ("Exactly 40 states joined.", "More than 40 states joined.", Verdict.UNSUPPORTED, "40"),
    ("At least 40 states joined.", "At most 40 states joined.", Verdict.CONTRADICTED, "at least 40"),
    ("It must answer within 24 months.", "It must answer within 24 hours.", Verdict.CONTRADICTED, "24 months"),
    ("Article 5 forbids it.", "Article 6 forbids it.", Verdict.CONTRADICTED, "5"),
    ("GPT-4 was tested.", "GPT-3 was tested.", Verdict.UNSUPPORTED, "GPT-3"),
    ("The third group objected.", "The second group objected.", Verdict.CONTRADICTED, "third"),
    ("Each buyer gets 90 units a year.", "Each buyer gets 90 units a month.", Verdict.CONTRADICTED, "a year"),
    ("The price doubled.", "The price tripled.", Verdict.CONTRADICTED, "doubled"),
    ("At most a quarter may leave.", "At most a third may leave.", Verdict.CONTRADICTED, "a quarter"),
    (
        "Seven ports are in the north, and twelve harbours are in the south.",
        "Twelve ports are in the north, and seven harbours are in the south.",
        Verdict.CONTRADICTED,
        "counts something else",
    ),
]


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_the_same_number_in_other_words_stands(text: str, claim: str) -> None:
    assert Numbers().check(claim, [Source(text)]) is None


@pytest.mark.parametrize(("text", "claim", "verdict", "shown"), WRONG)
def test_another_number_is_named(text: str, claim: str, verdict: Verdict, shown: str) -> None:
    finding = Numbers().check(claim, [Source(text)])
    assert finding is not None
    assert finding.verdict is verdict
    assert shown in finding.reason


def test_a_number_may_come_from_any_of_the_cited_texts() -> None:
    sources = [Source("The north has 12 ports."), Source("The south has 9 ports.")]
    assert Numbers().check("There are 12 ports in the north and 9 in the south.", sources) is None


def test_a_label_may_stand_in_the_heading() -> None:
    source = Source("Providers keep logs.", heading="Article 19")
    assert Numbers().check("Article 19 has providers keep logs.", [source]) is None
    assert Numbers().check("Article 20 has providers keep logs.", [source]) is not None


def test_a_count_may_not_stand_in_the_heading_alone() -> None:
    source = Source("Providers keep logs.", heading="Figures for 250 providers")
    assert Numbers().check("The 250 providers keep logs.", [source]) is not None
