"""Dates told in other words, or from another date, raise no alarm; other dates do."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.verify.claims import split
from rag.verify.guards.dates import Dates

WRITTEN = "2025-01-15"
FAIR = [
    ("The dam was finished on 3 May 1974 and failed the next day.", "The dam failed on 4 May 1974."),
    (
        "Work began in March 2020 and ended eight months later.",
        "The work, begun in March 2020, was over by November of that year.",
    ),
    ("The park opens in late June.", "The park is to open at the end of June."),
    ("The strike is planned for the second week of May.", "A strike in mid-May is planned."),
    ("The law takes effect on 1 January 2028.", "The law will come into force at the start of 2028."),
    ("Bids are due by 30 June 2026.", "Bids must be in no later than the end of June 2026."),
    ("The museum reopened in the autumn of 2022.", "In autumn 2022 the museum reopened."),
    ("It expires on 31 December 2030.", "It runs out at the end of 2030."),
    ("Every month except February had frost.", "There was frost in all months but February."),
    (
        "The contract was signed on 12 March 2021 and cancelled two years later.",
        "Signed in March 2021, the contract was cancelled in 2023.",
    ),
    ("The vote took place a week before the 15 October summit.", "The vote was held on 8 October."),
    ("He was born in 1931 and died aged 80 in 2011.", "Born in 1931, he died in 2011 at 80."),
    (
        "The exhibition runs from 4 May to 30 September.",
        "The exhibition, which opens on 4 May, will be on until the end of September.",
    ),
    ("The treaty, signed in 1987, expired 30 years later.", "The treaty of 1987 ran out in 2017."),
    (
        "The vote was postponed from Tuesday to Thursday.",
        "The vote, planned for Tuesday, will now be held on Thursday.",
    ),
    ("Registration closes at midnight on 9 June.", "People can register until 9 June."),
    ("The mill closed in the summer of 2009.", "The mill shut in mid-2009."),
    ("Since April 2018 the road has been shut.", "The road was shut in April 2018."),
    ("In the winter of 2013-14 the river flooded.", "The river flooded in winter 2013/14."),
    ("The rule has been in force since 1 July 2020.", "The rule took effect in mid-2020."),
    ("The rule applies from 1 July 2020.", "The rule applies from the second half of 2020."),
    ("Delivery is due in the third quarter of 2026.", "Delivery is expected between July and September 2026."),
    ("The census was taken on 21 March 2021.", "The census took place in spring 2021."),
    (
        "The law was passed in May 1998; it was repealed in the same year.",
        "Passed in May 1998, the law was repealed before the end of that year.",
    ),
    ("Trials begin in early 2027 at the earliest.", "Trials will not begin before 2027."),
    ("The bank was founded in the late nineteenth century, in 1887.", "The bank dates from the 1880s."),
    ("The talks resumed a month after the ceasefire of 2 August.", "Talks resumed in early September."),
    ("By 15 November 2023 all shops had to comply.", "Shops had until mid-November 2023 to comply."),
    ("The comet was seen on the nights of 3 and 4 October.", "The comet was visible on two nights in early October."),
    ("Construction lasted from 2001 to 2008.", "Construction took seven years."),
    ("The strike, now in its third week, began on 2 May.", "The strike began in early May and is in its third week."),
]
IN_CONTEXT = [
    (Source("The ferry resumed on Tuesday.", date="2025-01-15"), "The ferry has run again since 14 January 2025."),
    (Source("Hearings will be held on Monday.", date="2025-01-15"), "Hearings are set for 20 January 2025."),
    (Source("So far 12 towns have joined.", date="2024-04-09"), "As of April 2024, 12 towns had joined."),
    (Source("The school closed last July.", date="2024-02-01"), "The school shut in July 2023."),
    (Source("It will be decided next year.", date="2024-11-03"), "A decision will come in 2025."),
    (Source("This year's fair was cancelled.", date="2024-06-01"), "The 2024 fair did not take place."),
    (Source("The minister resigned yesterday.", date="2024-06-04"), "The minister resigned on 3 June 2024."),
    (
        Source("She has led the firm for five years.", date="2024-06-04"),
        "She has been at the head of the firm since 2019.",
    ),
    (
        Source("The station was last renovated two years ago.", date="2024-06-04"),
        "The station was last renovated in 2022.",
    ),
]
UNFAIR = [
    ("The dam was finished on 3 May 1974 and failed the next day.", "The dam failed on 5 May 1974."),
    ("Work began in March 2020 and ended eight months later.", "The work was over by August 2020."),
    ("The park opens in late June.", "The park opens in early June."),
    ("Every month except February had frost.", "Every month except March had frost."),
    ("So far 12 towns have joined.", "As of April 2023, 12 towns had joined."),
    ("The strike is planned for the second week of May.", "The strike is planned for the last week of May."),
    ("Bids are due by 30 June 2026.", "Bids are due by the end of July 2026."),
    ("Hearings will be held on Monday.", "Hearings are set for 21 January 2025."),
    ("It expires at the end of 2030.", "It expires at the beginning of 2030."),
]


def objection(claim: str, source: Source) -> bool:
    """Whether the guard objects to any claim that the sentence makes."""
    return any(Dates().check(part, [source]) is not None for part in (split(claim) or [claim]))


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_a_fair_rewording_raises_no_alarm(text: str, claim: str) -> None:
    assert not objection(claim, Source(text))


@pytest.mark.parametrize(("source", "claim"), IN_CONTEXT)
def test_what_its_document_tells_raises_no_alarm(source: Source, claim: str) -> None:
    assert not objection(claim, source)


@pytest.mark.parametrize(("text", "claim"), UNFAIR)
def test_what_the_text_does_not_say_is_told(text: str, claim: str) -> None:
    assert objection(claim, Source(text, date=WRITTEN))
