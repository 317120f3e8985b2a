"""Status told in other words raises no alarm; the same words at another stage do."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.verify.guards.modality import Modality

FAIR = [
    ("The orchestra used its jubilee to announce a new hall.", "A new hall was announced by the orchestra at its jubilee."),
    ("The warden would rather visitors booked ahead.", "The warden said visitors would do better to book ahead."),
    ("The bakers estimate the yearly cost of the levy at 90,000 crowns.", "The levy would cost the bakers 90,000 crowns a year, they say."),
    ("Certain older lifts may be exempted.", "Some older lifts could be exempted."),
    ("The monks hope that the cider will be sold abroad.", "The monks hope to see the cider sold abroad."),
    ("Entries have to be made in ink.", "Entries may be made only in ink."),
    ("Dogs may be let into the garden.", "The rule lets owners bring dogs into the garden."),
    ("At most three boats may moor here.", "No more than three boats may moor at the quay."),
    ("The final score is still awaited.", "The jury has yet to publish a final score."),
    ("The bridge survey was over in March, and publication would follow in April.", "The bridge survey was completed in March and would be published in April."),
    ("Talks on the lease are still under way.", "The club and the town are still negotiating the lease."),
    ("The verger has yet to be paid.", "The verger still has to be paid."),
    ("Now that the neighbours have answered, the choir rehearses on Mondays.", "The neighbours answered, and the choir rehearses on Mondays."),
    ("Both herds have passed the 400 mark of their target.", "Both herds have met their target of 400 animals."),
    ("Farmers have been requested to consider a later harvest.", "The board has asked farmers to consider a later harvest."),
    ("The two rivals are to open their workshops to apprentices.", "The two rivals have agreed to open their workshops to apprentices."),
    ("Most of the delay stemmed from fog.", "Most of the delay was due to fog."),
    ("Ratification should depend on the fee, the panel decided.", "The panel voted to make ratification conditional on the fee."),
    ("It left open what the garden should look like.", "It did not say what the garden should look like."),
    ("If the frost holds, the rink will open.", "The rink will open if the frost holds."),
    ("The team could win, and the coach hopes that it will play in May.", "The team may win, and the coach hopes to play in May."),
    ("The strategy insists that ponds be cleaned.", "The strategy insists that ponds have to be cleaned."),
    ("Players will be able to appeal against a ban.", "Players may appeal against a ban."),
    ("The proposed law would end the fee.", "The proposal would end the fee."),
    ("The lease leaves open who will mend the roof.", "The lease leaves the question of who mends the roof open."),
    ("The pact obliges either village to lend a pump.", "The pact commits either village to lend a pump."),
    ("The warden has denied that she gave the order, and will testify on Monday.", "The warden is expected to give evidence on Monday; she has denied giving the order."),
    ("The pond has yet to fall below the mark.", "The pond remains above the mark."),
    ("Should the owners propose a swap, the hearing could be put off.", "The hearing could be put off if the owners offer a swap."),
    ("The draft was drawn up by the guild and adopted by the town.", "The guild drafted the by-law, which the town adopted."),
]  # fmt: skip
UNFAIR = [
    ("The town will repaint the old tram shelters.", "The town may repaint the old tram shelters next year."),
    ("Beekeepers must report sick hives to the guild.", "Beekeepers should report sick hives to the guild."),
    ("Beekeepers should report sick hives to the guild.", "Beekeepers must report sick hives to the guild."),
    ("The dancers rejected the final timetable.", "The dancers rejected the draft timetable."),
    ("The surgeon called off three completed operations.", "The surgeon called off three planned operations."),
    ("A mandatory course prepares divers.", "A voluntary course prepares divers."),
    ("The mill persuaded the canal board to lower the toll.", "The mill urged the canal board to lower the toll."),
    ("The observatory is to be renamed after its founder.", "In June the trust renamed the observatory after its founder."),
    ("The theatre has taken money from two brewers for its roof.", "The theatre plans to take money from two brewers for its roof."),
    ("The canteen plans to serve 2,300 meals a day this spring.", "The canteen served 2,300 meals a day this spring."),
    ("Children must not feed the ducks on the pond.", "Children should not feed the ducks on the pond."),
    ("The law ends the toll on the bridge.", "The proposal ends the toll on the bridge."),
    ("The charter is still under negotiation.", "The charter was signed in Oulu on Friday."),
    ("Rowers could choose to carry a lamp at night.", "Rowers must carry a lamp at night."),
    ("Some smaller inns will stop serving lunch if the tax stays.", "Some smaller inns might stop serving lunch if the tax stays."),
]  # fmt: skip


def reason(claim: str, source: Source) -> str:
    found = Modality().check(claim, [source])
    return found.reason if found else ""


@pytest.mark.parametrize(("claim", "text"), FAIR)
def test_the_same_status_in_other_words_raises_no_alarm(claim: str, text: str) -> None:
    assert reason(claim, Source(text)) == ""


@pytest.mark.parametrize(("claim", "text"), UNFAIR)
def test_another_status_in_the_same_words_is_objected_to(claim: str, text: str) -> None:
    assert reason(claim, Source(text))


def test_a_draft_may_be_called_one_in_the_title_alone() -> None:
    text = "Ferries need a lamp at either end."
    assert reason("Under the draft, ferries need two lamps.", Source(text))
    assert not reason("Under the draft, ferries need two lamps.", Source(text, title="Draft rules for ferries"))
