"""As wide as the source, in other words, is no wider; and a limit that falls is objected to."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.verify.guards.scope import Scope

AS_WIDE = [
    ("Farmers are free to join or not.", "Farmers may or may not join."),
    ("The clinic will treat everything but burns.", "The clinic is to treat all wounds, except for burns."),
    ("Half of the trees would have died in any case.", "Half of the trees would have died anyway."),
    ("Fire, frost and flood can each ruin a crop.", "Fire, frost and flood were named, and each can ruin a crop."),
    ("Entry is free for everyone.", "Entry is free for everybody."),
    ("She opposed the plan as a whole.", "She opposed the plan, but not its last chapter."),
    ("Any operator must report leaks within a day.", "Operators must report leaks within a day."),
    ("Every tenant who pays late must be warned first.", "A tenant who pays late must be warned first."),
    ("Whoever fells a tree must plant two.", "Those who fell a tree must plant two."),
    ("A third of all exports go by rail.", "A third of exports go by rail."),
    ("Only with a permit may they fish.", "They may not fish without a permit."),
    ("Not only the mayor objected.", "The mayor objected, and so did the council."),
    ("The hall opened only last year.", "The hall opened last year."),
    ("In 2024 alone, 40 wells dried up.", "In 2024, 40 wells dried up."),
    ("Residents complained of the noise.", "Several residents complained of the noise."),
    ("It was the first dam ever built there.", "It was the first dam built there."),
    ("Boats and ferries alike need a licence.", "Boats and ferries need a licence."),
    ("Every lake is closed, reservoirs excepted.", "All lakes other than reservoirs are closed."),
    ("The road will stay open even if it snows.", "The road will stay open whether or not it snows."),
    ("The bid was exactly 40 crowns.", "The bid was 40 crowns."),
    ("All the trams ran.", "Some buses and all the trams ran."),
    ("No trams ran, though some buses did.", "Some buses ran, but the trams stood still."),
]
REWORDED = [
    ('Every visitor has to wear a helmet.', 'Visitors must wear a helmet.'),
    ('All children under 12 travel free of charge.', 'Children under 12 travel free.'),
    ('The shop never opens on Sundays.', 'The shop is closed on Sundays.'),
    ('All dogs are banned from the beach.', 'No dogs are allowed on the beach.'),
    ('Everyone voted in favour.', 'The vote was unanimous.'),
    ('Nobody voted against.', 'The vote was 12 to 0.'),
    ('All three sisters studied medicine.', 'The three sisters studied medicine.'),
    ('Neither team would play.', 'Both teams refused to play.'),
    ('Only residents can be members.', 'Membership is restricted to residents.'),
    ('Only women can win the award.', 'The award goes exclusively to women.'),
    ('Only cyclists may use the bridge.', 'The bridge is open to cyclists and nobody else.'),
    ('The track is used only by trams.', 'The track is used by trams but by no other vehicles.'),
    ('He alone inherits.', 'He is the sole heir.'),
    ('The permit is valid only until May.', 'The permit is valid until May.'),
    ('The sample comprised only 14 people.', 'The sample was small: 14 people.'),
    ('She was only 19 when she won.', 'She was 19 when she won.'),
    ('The plan is only a draft.', 'The plan is a draft.'),
    ('It rained throughout the festival.', 'Rain fell on every day of the festival.'),
    ('The factory never stops.', 'The factory runs day and night.'),
    ('The lake always freezes in winter.', 'The lake freezes each winter.'),
    ('The law applies to everyone, whatever they earn.', 'The law applies regardless of income.'),
    ('Nearly every seat was taken.', 'Almost all the seats were taken.'),
    ('The majority of seats were taken.', 'Most of the seats were taken.'),
    ('All the remaining money goes to schools.', 'The rest of the money goes to schools.'),
    ('Half of the engines failed.', 'Two of the four engines failed.'),
    ('Three out of four engines kept working.', 'One of the four engines failed.'),
    ('Every engine failed.', 'The engines all failed.'),
    ('There is not a single tree on the island.', 'The island has no trees.'),
    ('No trees grow on the island.', 'The island is treeless.'),
    ('Hardly any guests stayed.', 'Few guests stayed.'),
    ('Some guests stayed.', 'A handful of guests stayed.'),
    ('Guests could bring anything.', 'Guests could bring whatever they liked.'),
    ('The museum charges only on Fridays.', 'The museum is free except on Fridays.'),
    ('Apart from Fridays, the museum is free every day.', 'The museum is free except on Fridays.'),
    ('The museum is open every day but Monday.', 'The museum is closed on Mondays.'),
    ('The match starts at three if it does not rain.', 'Unless it rains, the match starts at three.'),
    ('The offer ends when stocks run out.', 'The offer stands as long as stocks last.'),
    ('It was not the first time that the dog bit the postman.', 'The dog bit the postman again.'),
    ('No mill in the country is older.', 'It is the oldest mill in the country.'),
    ('It is older than any other mill in the country.', 'It is the oldest mill in the country.'),
    ('The team had never won before.', 'The team won for the first time.'),
    ('The team has yet to win a game.', 'The team has lost all its games.'),
    ('The team has lost or drawn every game.', 'The team has won no game.'),
    ('The grant covers both travel and fees.', 'The grant covers travel as well as fees.'),
    ('Bakeries in particular were among the many shops that closed.', 'Many shops, above all bakeries, closed.'),
    ('The price has gone up each year since 2010.', 'Since 2010 the price has risen every year.'),
    ('The entire valley is protected by the dam.', 'The dam protects the whole valley.'),
    ('He was never seen again.', 'He has not been seen since.'),
    ('Nothing has been decided so far.', 'No decision has been made yet.'),
    ('The roof escaped any damage.', 'There was no damage to the roof.'),
    ('The suspect would not answer any questions.', 'The suspect refused to answer questions.'),
    ('The suspect refused to answer any questions.', 'The suspect refused to answer questions.'),
    ('Staff are barred from accepting any gifts.', 'Employees may not accept gifts.'),
    ('Anyone who fishes here needs a licence.', 'A licence is required to fish here.'),
    ('Anyone caught speeding is fined.', 'Drivers who speed are fined.'),
    ('The rule applies without exception.', 'The rule has no exceptions.'),
    ('The rule holds for everyone without exception.', 'The rule holds for all.'),
    ('She visited each of the five northern towns.', 'She visited the five northern towns.'),
    ('The captain alone survived.', 'Nobody but the captain survived.'),
    ('Only the captain survived.', 'Nobody but the captain survived.'),
    ('The captain was the only survivor.', 'The captain was the one survivor.'),
    ("The majority of the crew got under 800 crowns.", "Most of the crew received less than 800 crowns."),
    ("Boats of more than 12 metres are covered by the rule.", "The rule covers boats above 12 metres."),
    ("Forty or more of the paintings are copies, mostly small ones.", "At least 40 of the paintings are copies, most of them small."),
    ("Not a single juror voted against her; one was missing.", "Nobody on the jury voted against her, although one was absent."),
    ("A late visit can cost as much as 30 francs.", "The clinic may charge up to 30 francs for a late visit."),
    ("Unless most parents agree, the school cannot act.", "The school needs the consent of a majority of the parents."),
    ("All the halls are booked apart from the smallest.", "Every hall but the smallest has been booked."),
    ("Almost all of the 40 houses on the island stand empty.", "The island has 40 houses, nearly all of them empty."),
    ("Of the lambs born in March, one in two lived.", "Half of the lambs born in March survived."),
    ("The lift is for teachers alone.", "Only teachers may use the lift."),
    ("Pupils need a note if they are to leave before noon.", "No pupil may leave before noon without a note."),
    ("Apart from Sunday tickets, every ticket is discounted.", "The discount is available on all tickets except those for Sunday."),
    ("Part of the letters were burnt and part of them sold.", "Some of the letters were burnt, others sold."),
    ("Both fees and travel are paid for by the grant.", "The grant covers fees and travel."),
    ("All five cities have heard the orchestra.", "The orchestra has played in each of the five cities."),
    ("There were few houses that kept their roofs.", "Nearly every house lost its roof."),
    ("She denied ever wanting to sell the farm.", "She ruled out selling the farm."),
]  # fmt: skip
WIDER = [
    ("The club may be sold even if the members object.", "The club may be sold unless the members object."),
    ("However dry the summer is, the pumps will be switched off.", "The pumps will be switched off unless the summer is dry."),
    ("The mill could burn waste without the council's approval.", "The mill may burn waste only with the council's approval."),
    ("Exactly 40 crews took part.", "At least 40 crews took part."),
    ("Guests would get a full refund of the fee.", "Guests may get back a part of the fee."),
    ("The disease occurs only in sheep, two vets said.", "The disease occurs mainly in sheep, though only two vets had seen it."),
    ("No cabins were insured against flood.", "Most cabins were not insured against flood."),
    ("Any firm must file a report.", "Firms with more than 50 staff must file a report."),
    ("All small boats need a licence.", "Motor boats in the harbour need a licence."),
    ("The dike is entirely new.", "The dike is partly new."),
    ("All lakes are closed without exception.", "All lakes other than reservoirs are closed."),
    ("Boats, ferries and yachts alike need a licence.", "Boats and ferries need a licence, but not yachts."),
    ("She denied that the firm had dumped waste in any lake whatsoever.", "She denied that the firm had dumped waste in the lake."),
    ("The firm has never in its history refunded all buyers ever.", "The firm refused to refund some of the buyers."),
]  # fmt: skip


def objects(claim: str, text: str) -> bool:
    return Scope().check(claim, [Source(text)]) is not None


@pytest.mark.parametrize(("claim", "text"), [*AS_WIDE, *REWORDED])
def test_what_is_as_wide_in_other_words_passes(claim: str, text: str) -> None:
    assert not objects(claim, text)


@pytest.mark.parametrize(("claim", "text"), WIDER)
def test_a_limit_that_falls_is_objected_to(claim: str, text: str) -> None:
    assert objects(claim, text)
