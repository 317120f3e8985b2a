"""Negation told in other words stands; a sign that is changed by "not", by a verb or by an opposite is caught. Texts of many fields."""

import pytest

from rag.records.source import Source
from rag.verify.guards.comparison import Comparison
from rag.verify.guards.negation import Negation

FAIR = [
    ("Of the nine boats, seven returned before dusk.", "Two of the nine boats did not return before dusk."),
    ("The lower orchard was sprayed, while the upper one was not.", "The lower orchard was sprayed, but not the upper."),
    ("Entry to the tower costs adults money, whereas pupils go in free.", "Adults pay to enter the tower, but not pupils."),
    ("The choir did not record the dates correctly.", "The choir recorded the dates wrongly."),
    ("Rainfall will not exceed 30 millimetres.", "Rainfall will be 30 millimetres at most."),
    ("The baker denied that, saying the oven was repaired in March.", "The baker held that the oven was repaired in March."),
    ("Holders of a blue card are spared the toll.", "Holders of a blue card are exempt from the toll."),
    ("The vet does not accept the owner's account.", "The vet rejects the owner's account."),
    ("The museum left its opening hours unchanged.", "The museum kept its opening hours as they were."),
    ("The farm was sold to the Lindqvist family.", "The Lindqvist family purchased the farm."),
    ("The survey was broken down by age.", "The survey was divided by age."),
    ("The coach had advised against the long route.", "The coach had recommended not taking the long route."),
    ("Hunting ended in the park except on the island.", "Hunting in the park survives only on the island."),
    ("At least six of the statues are copies.", "Six or more of the statues are copies."),
    ("The gym members voted 61 to 39 for the new rules.", "The new rules were backed by 61 members, and 39 opposed them."),
    ('The singer performed "I Will Never Row Again" in Bergen.', "The singer performed the song in Bergen."),
    ("The drug does not just ease pain but shortens the illness.", "The drug eases pain and shortens the illness."),
    ("Wages were higher for nurses than for porters.", "Wages were lower for porters than for nurses."),
    ("She signed with the northern club in 2014.", "She did not sign with the southern club in 2018."),
    ("The valley is a nature reserve.", "The valley is not a military area."),
    ("The theatre closed for good in May.", "The theatre did not reopen after May."),
    ("The dress rehearsal was preceded by a parade.", "The dress rehearsal took place after a parade."),
    ("The two firms merged after three years of talks.", "The two firms talked for three years before merging."),
    ("The choir still has to confirm the hall.", "The choir has yet to confirm the hall."),
    ("The soup has neither salt nor pepper.", "The soup has no salt or pepper."),
    ("The parcel cannot be sent before the fee has been paid.", "The parcel can be sent once the fee has been paid."),
    ("The choir plans to shorten the concert by ten minutes from May.", "Under a scheme thought up by the choir, the concert will be ten minutes shorter from May."),
    ("The lease needs the landlord's signature.", "The lease cannot take effect without the landlord's signature."),
    ("A spokesman rejected the story and said no such cheque had ever been written.", "A spokesman denied that any such cheque had ever been written."),
    ("Mr Amsel has not paid, and neither has his brother Karl.", "Like his brother, Karl Amsel has not paid."),
    ("The referee did not blame the goalkeeper, nor did the coach.", "The coach, like the referee, did not blame the goalkeeper."),
    ("Visitors must show a passport to board.", "Nobody may board without showing a passport."),
    ("She ruled out selling the farm.", "She denied ever wanting to sell the farm."),
    ("The bakery lowered its prices in March.", "A price list drawn up by the bakery in March was lower."),
    ("Bell has not signed and neither have Moss or Rand.", "None of the three, Bell, Moss and Rand, has signed."),
    ("The engine must be serviced before each flight.", "The aircraft may never take off without an engine service."),
    ("The mayor declined to comment on the leak.", "The mayor would not be drawn on the leak."),
    ("The orchard was not sprayed this spring, unlike last year.", "Last year the orchard was sprayed; this spring it was left untreated."),
    ("None of the pupils had heard of the poet.", "The poet was unknown to all the pupils."),
    ("The ferry will not run on Sundays until the harbour has been dredged.", "Sunday sailings of the ferry have to wait until the harbour is dredged."),
    ("The coach refused to say whether the keeper would play.", "Whether the keeper would play was a question the coach left open."),
    ("The violin is not by Amati but by a pupil of his.", "A pupil of Amati made the violin, not Amati."),
    ("The hotel has yet to reply to the guests.", "So far the guests have had no answer from the hotel."),
    ("The judge threw out the claim.", "The judge did not uphold the claim."),
    ("Neither the bakery nor the butcher opened on Monday.", "Both the bakery and the butcher stayed shut on Monday."),
    ("The dog was found, but its collar was not.", "The dog turned up without its collar."),
    ("Rye sold better than oats in every month but May.", "Except in May, oats were outsold by rye."),
    ("The north stand costs more than the south stand.", "Seats in the south stand are cheaper than in the north stand."),
    ("The new kiln uses half as much gas as the old one.", "The old kiln burns twice the gas of the new one."),
    ("Attendance fell from 900 to 700.", "Attendance was 200 lower, down from 900 to 700."),
    ("Fewer than a tenth of the seals were tagged.", "More than nine tenths of the seals had no tag."),
    ("The film did better abroad than at home.", "The film's home takings were beaten by those abroad."),
    ("The library opens an hour later in winter than in summer.", "Summer opening is an hour earlier than in winter."),
    ("Beer sales overtook wine sales in 2019.", "By 2019 more beer than wine was sold."),
    ("The first violin arrived before the conductor.", "The conductor came after the first violin."),
    ("The team came second to Brno.", "Only Brno finished ahead of the team."),
    ("The eastern slope gets less snow than the western.", "More snow falls on the western slope than on the eastern."),
    ("Repairs cost more than the car was worth.", "The car was worth less than its repairs cost."),
    ("Trains were slower in 2022 than in 1982.", "Trains ran faster in 1982 than in 2022."),
]  # fmt: skip
WRONG = [
    ("The trustees may delay the sale of the barn.", "The sale of the barn may not be postponed by the trustees."),
    ("Comments may be filed until 4 May.", "Comments may not be filed until 4 May."),
    ("The bakery was granted a licence for the square.", "The bakery was denied a licence for the square."),
    ("The abbot announced the sale in his speech.", "The abbot declined to announce the sale in his speech."),
    ("The coach doubts that the striker is fit.", "The coach does not doubt that the striker is fit."),
    ("The nurses did not accept the offer.", "The offer was not rejected by the nurses."),
    ("The club spoke in favour of the merger.", "The club spoke out against the merger."),
    ("The reef shrank in the past decade.", "The reef expanded in the past decade."),
    ("The verdict was overturned by the high court.", "The verdict was upheld by the high court."),
    ("The bridge is not open to lorries.", "The bridge is open to lorries."),
    ("The choir called off its tour of Wales.", "The choir went ahead with its tour of Wales."),
    ("Helmets are compulsory on the ice.", "Helmets are optional on the ice."),
    ("The figures are preliminary.", "The figures are definitive."),
    ("The school failed to inform the parents.", "The school informed the parents."),
    ("Taxes on wine will rise in June.", "Taxes on wine will no longer rise in June."),
    ("The miller often repairs the wheel.", "The miller rarely repairs the wheel."),
    ("The fee is justified by the cost of the repairs.", "The fee is not justified by the cost of the repairs."),
    ("Most guests left before the speech.", "Few guests left before the speech."),
    ("The club may not sell the pitch without the council's consent.", "The club may sell the pitch without the council's consent."),
    ("Amsel has not paid, and neither has his brother.", "Amsel has paid, and so has his brother."),
    ("The spokesman denied that any cheque had been written.", "The spokesman confirmed that a cheque had been written."),
    ("It has not agreed to a full refund of the fee.", "It has consented to a full refund of the fee."),
    ("Ticket sales went down in May.", "Ticket sales went up in May."),
    ("The board threw out the complaint.", "The board upheld the complaint."),
    ("Summer opening is an hour earlier than winter opening.", "Winter opening is an hour earlier than summer opening."),
    ("Paper costs less than cloth.", "Cloth costs less than paper."),
    ("Few houses kept their roofs.", "Most houses kept their roofs."),
]  # fmt: skip


def objections(claim: str, text: str) -> list[str]:
    found = (guard.check(claim, [Source(text)]) for guard in (Negation(), Comparison()))
    return [finding.reason for finding in found if finding is not None]


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_what_is_told_in_other_words_stands(text: str, claim: str) -> None:
    assert objections(claim, text) == []


@pytest.mark.parametrize(("text", "claim"), WRONG)
def test_a_sign_that_is_changed_is_caught(text: str, claim: str) -> None:
    assert objections(claim, text)
