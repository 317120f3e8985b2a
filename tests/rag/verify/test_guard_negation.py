"""Negation: what is denied on one side alone is caught; what is denied in other words is not."""

import pytest

from rag.verdict import Verdict
from rag.verify.guards.negation import Negation
from rag.verify.source import Source

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
