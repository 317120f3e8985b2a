"""Negation: what is denied on one side alone is caught; what is denied in other words is not."""

import pytest

from rag.records.source import Source
from rag.records.verdict import Verdict
from rag.verify.guards.negation import Negation

FAIR = [
    ("The senate refused to accept the bill.", "The senate did not accept the bill."),
    ("The code is voluntary.", "The code is not binding."),
    ("The law not only covers ports but also ships.", "The law covers ports and ships."),
    ("Reports are due no later than June.", "Reports are due by June."),
    ("No member has ratified it.", "It has not been ratified by any member."),
    ("The mayor denied that the plan was dead.", "The plan was not dead, the mayor said."),
    ("The board did not refuse to sign.", "The board signed."),
    ("Neither party has paid.", "The two parties have yet to pay."),
    ("The tax was lifted, although the port objected.", "The port objected, but the tax was lifted."),
    ("Fishing is banned in the bay, and the council wants to keep it so.", "In the bay one may not fish."),
    ("Holders of a badge would be exempt from the charge.", "Badge holders would not have to pay the charge."),
    ("The treaty does not bind companies.", "Companies are not bound by the treaty."),
    ("Nobody checks the replies.", "The replies are checked by nobody."),
    ("The union opposes the merger.", "The union is against the merger."),
    ("The court rejected the appeal.", "The appeal was turned down by the court."),
    (
        "The rules cannot take effect before the council consents.",
        "The council must consent before the rules take effect.",
    ),
    ("The plan lacks funds.", "The plan has no funds."),
    ("It leaves small ports out.", "Small ports are not included."),
    ("The strike closed two quays, but all the ferry piers were kept open.", "None of the ferry piers had to close."),
    ("All but four barges were sound.", "Only four barges were without a sound hull."),
    ("The letter was read but not acted upon.", "No action followed the letter, although it was read."),
    ("It rejected the crew's demand for a pilot.", "The crew wanted a pilot, but it turned this demand down."),
    (
        "Neither firm has to pay a fine or to admit guilt.",
        "The firms escape a fine, and no admission of guilt is required.",
    ),
    (
        "They must sell at the same prices that they charge their own crews.",
        "They must sell without charging more than their own crews.",
    ),
    (
        "The water fell in May but remains above the mark.",
        "Although the water fell in May, it has yet to come down to the mark.",
    ),
    (
        "Three seats fall vacant. None of the successors has been named.",
        "Three seats fall vacant, and the successors are still unnamed.",
    ),
    ("It was the first flood in the valley since 1950.", "The valley had seen no flood since 1950."),
    ("Talks failed after less than a day.", "Talks broke down within a day."),
    ("Applications are accepted until May.", "Applications are not accepted after May."),
    ("Only members may vote.", "Those who are not members may not vote."),
    ("The mill ran out of money in June.", "In June the mill had no money left."),
    ("The annex is non-binding.", "The annex is not binding."),
]
WRONG = [
    ("The treaty binds companies.", "The treaty does not bind companies."),
    ("The treaty does not bind companies.", "The treaty binds companies."),
    ("The council rejected the plan.", "The council accepted the plan."),
    ("The law bans night flights.", "The law allows night flights."),
    ("The code is voluntary.", "The code is mandatory."),
    ("Imports increased in the spring.", "Imports decreased in the spring."),
    ("The union supports the merger.", "The union opposes the merger."),
    ("Norway joined the pact.", "Norway left the pact."),
    ("Small ports are exempt from the fee.", "Small ports are not exempt from the fee."),
    ("The minister said the fund would be closed.", "The minister denied that the fund would be closed."),
    ("Nobody checks the replies.", "The replies are checked carefully."),
    ("The sanctions were lifted in May.", "The sanctions were imposed in May."),
    ("The draft was unfair to small firms.", "The draft was fair to small firms."),
    ("The port has a plan and the funds for it.", "The port has a plan but no funds for it."),
    ("Members must file a report.", "Members need not file a report."),
    ("The ceiling on grants stays in place.", "The ceiling on grants no longer stays in place."),
    ("The council said the harbour was fragmented.", "The harbour, in the council's view, was not fragmented."),
    ("Each party is to report within two years.", "No party is to report within two years."),
]


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_the_same_denial_in_other_words_stands(text: str, claim: str) -> None:
    assert Negation().check(claim, [Source(text)]) is None


@pytest.mark.parametrize(("text", "claim"), WRONG)
def test_a_changed_sign_is_caught(text: str, claim: str) -> None:
    finding = Negation().check(claim, [Source(text)])
    assert finding is not None
    assert finding.verdict is Verdict.CONTRADICTED


def test_a_denial_elsewhere_in_the_sentence_does_no_harm() -> None:
    text = "The treaty binds states, but it does not reach companies."
    assert Negation().check("The treaty binds states.", [Source(text)]) is None
    assert Negation().check("The treaty reaches companies.", [Source(text)]) is not None


def test_the_words_of_one_text_deny_nothing_in_the_next() -> None:
    texts = [Source("A fair ended without a list"), Source("It advised the town to collect reports.")]
    assert Negation().check("It advised the town to collect reports.", texts) is None
