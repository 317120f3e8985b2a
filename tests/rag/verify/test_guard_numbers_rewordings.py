"""Numbers told in other words, units and sums raise no alarm; numbers that only come near, or belong to other things, do."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.verify.claims import split
from rag.verify.guards.numbers import Numbers

WRITTEN = "2025-01-15"
FAIR = [
    ("The tram has 384 of its own 910C motors.", "The tram is driven by 384 motors of its own."),
    ("The tram has 384 of its own 910C motors.", "The tram has 384 of the 910C motors."),
    ("The choir has 48 members, 31 of them women.", "Of the choir's 48 members, 17 are not women."),
    ("The bridge is 1,240 metres long and cost 88 million pounds.", "At over 1.2 kilometres, the bridge cost £88m."),
    ("Rents rose from 700 to 770 euros.", "Rents went up by a tenth, to 770 euros."),
    ("The journal appears every three months.", "The journal comes out four times a year."),
    ("The magazine is published weekly.", "The magazine appears once a week."),
    ("Audits take place every second year.", "The audits are biennial, held every two years."),
    ("Latvia, Estonia, Malta and Cyprus abstained.", "Four countries abstained: Cyprus, Malta, Estonia and Latvia."),
    ("The dog walked 600 kilometres over three weeks.", "The dog covered 600 km within three weeks."),
    ("Sales could exceed 5 million units.", "Sales could top 5 million units."),
    ("Eleven of the 30 villages have no doctor.", "Nineteen of the 30 villages have a doctor."),
    ("The deficit fell from 4.5 per cent to 3.9 per cent.", "The deficit is now 3.9%, down from 4.5%."),
    ("The deficit fell from 4.5 per cent to 3.9 per cent.", "The deficit shrank by 0.6 percentage points."),
    ("Of 1,480 respondents, 742 said yes.", "About half of the nearly 1,500 respondents said yes."),
    ("The tower took 11 years and 7 months to build.", "The tower was under construction for more than eleven years."),
    (
        "The tax brought in 312 million, of which 78 million went to schools.",
        "A quarter of the 312 million raised by the tax went to schools.",
    ),
    ("The trial enrolled 24 dogs and 36 cats.", "Sixty animals took part in the trial."),
    ("The plane carried 189 passengers and a crew of six.", "There were 195 people on the plane."),
    ("The fee is 15 euros for adults and 8 euros for children.", "Children pay 8 euros and adults 15."),
    ("Fewer than 300 of the birds are left.", "The birds number under 300."),
    ("It rained on 26 of the 30 days.", "On only four of the 30 days was there no rain."),
    ("Prices doubled between 2010 and 2020.", "Prices rose by 100 per cent from 2010 to 2020."),
    ("The reservoir is at 38 per cent of its capacity.", "The reservoir is less than 40 per cent full."),
    ("The vote was 7 to 5.", "Twelve members voted, and the motion passed by two votes."),
    (
        "The orchestra sold 18,400 tickets, a fifth more than the year before.",
        "Ticket sales at the orchestra were up 20% on the previous year, at 18,400.",
    ),
    (
        "The orchestra sold 18,400 tickets, a fifth more than the year before.",
        "Over 18,000 tickets were sold, up from the year before.",
    ),
    ("Nine in ten households have broadband.", "Ninety percent of households have broadband; one in ten does not."),
    (
        "The bus fare doubles from 1.50 to 3 euros in March.",
        "From March the bus fare will be twice as high, at 3 euros instead of 1.50.",
    ),
    ("The ship can carry up to 8,000 containers.", "The ship has room for 8,000 containers at most."),
    ("The ship can carry up to 8,000 containers.", "The ship's capacity is 8,000 containers."),
    ("The reserve covers 3,200 hectares, 700 more than in 1990.", "In 1990 the reserve covered 2,500 hectares."),
    ("Half of the 36 councillors are new.", "Eighteen of the 36 councillors are new."),
    ("The loan runs for 15 years at 2.5 per cent.", "The 15-year loan carries interest of 2.5%."),
    ("The lake's level has dropped by 1.5 metres since 2015.", "The lake is 150 centimetres lower than in 2015."),
    ("The journey takes 90 minutes.", "The journey takes an hour and a half."),
    ("The journey takes two and a half hours.", "The journey takes 150 minutes."),
    ("The pension age will rise to 67.", "Pensions will start at 67."),
    ("The vaccine is for people aged 65 or older.", "People over 64 can get the vaccine."),
    ("A majority of 5 to 4 judges upheld the ban.", "By five votes to four the judges upheld the ban."),
    ("The first of three trials begins in May.", "Three trials are planned, the first in May."),
    ("It was the third strike this year.", "Workers had gone on strike twice before this year."),
    ("The city has eight museums, two of which are closed.", "Six of the city's eight museums are open."),
    ("More than one million people signed.", "Over a million people have put their names to it."),
    ("About 0.7 per cent of cows were ill.", "Some 7 in every 1,000 cows were ill."),
    (
        "The mine employs 1,150 people and 340 contractors.",
        "Nearly 1,500 people work at the mine, contractors included.",
    ),
    ("The hospital has 12 wards with 20 beds each.", "The hospital has 240 beds."),
    ("He served two terms of four years.", "He was in office for eight years."),
    ("Sales fell 8 per cent to 46 million crowns.", "Sales dropped to 46 million crowns from 50 million."),
    ("It sold 300 of its 1,200 flats.", "The firm sold a quarter of its flats."),
    (
        "The committee met six times in 2022 and four times in 2023.",
        "The committee held ten meetings in the two years.",
    ),
    ("The tax rate is 19%, against 25% in the neighbouring state.", "The tax rate is six points lower than next door."),
    ("Rain fell for 20 consecutive days.", "It rained for nearly three weeks without a break."),
    (
        "The deadline was extended by three months to the end of June.",
        "The deadline, now the end of June, moved back a quarter of a year.",
    ),
    (
        "The bill passed by 61 votes to 38 with one abstention.",
        "One member abstained; 61 voted in favour and 38 against.",
    ),
    ("The temple is about 1,300 years old.", "The temple was built some thirteen centuries ago."),
    ("The firm has offices in Oslo, Bergen and Tromsø.", "The firm has three offices, one of them in Bergen."),
    ("It consists of a preamble and twelve articles.", "There are twelve articles, preceded by a preamble."),
    ("Only one in six applicants was accepted.", "Five out of six applicants were turned down."),
    ("The turbine produces 3.6 megawatts.", "The 3,600-kilowatt turbine is in use."),
    ("Wages grew faster than prices, by 4.1 against 3.3 per cent.", "Prices rose by 3.3% and wages by 4.1%."),
    ("The plan would cost between 2 and 3 billion pounds.", "The cost of the plan is put at £2-3bn."),
    ("The plan would cost between 2 and 3 billion pounds.", "The plan could cost as much as 3 billion pounds."),
    ("The plan would cost between 2 and 3 billion pounds.", "At least 2 billion pounds would be needed for the plan."),
    ("The 400-metre tunnel opened.", "A tunnel 400 m long was opened."),
    ("The drug cut deaths by a third.", "Deaths fell by about 33 per cent with the drug."),
    ("Each of the four teams has five members.", "Twenty people make up the four teams."),
    (
        "It lost 2.1 million in the first half and 1.4 million in the second.",
        "Losses for the year came to 3.5 million.",
    ),
    ("The school has about 600 pupils.", "The school has roughly 600 pupils."),
    ("The fleet will shrink from 30 ships to 22 by 2030.", "Eight ships are to go by 2030."),
]
UNFAIR = [
    ("The tram has 384 of its own 910C motors.", "The tram has 384 of the 920C motors."),
    ("The tram has 384 of its own 910C motors.", "The tram is driven by 910 motors."),
    ("The lamp runs on a 240V supply.", "The lamp runs on a 400V supply."),
    ("Falcon 3 flew in May, Falcon 4 has not flown.", "Falcon 5 flew in May."),
    ("The choir has 48 members, 31 of them women.", "Of the choir's 48 members, 18 are not women."),
    ("About 12,000 people marched.", "Some 12,001 people marched."),
    ("The journal appears every three months.", "The journal comes out three times a year."),
    ("Latvia, Estonia, Malta and Cyprus abstained.", "Five countries abstained, among them Malta and Cyprus."),
    ("Eleven of the 30 villages have no doctor.", "Twelve of the 30 villages have no doctor."),
    ("Dozens of ships were delayed.", "Four ships were delayed."),
    ("Sales exceeded 5 million units.", "Sales exceeded 6 million units."),
    ("The deficit fell to 3.9 per cent from 4.5 per cent.", "The deficit rose from 3.9 per cent to 4.5 per cent."),
    ("More than 200 homes were flooded.", "More than 203 homes were flooded."),
    ("It was finished one day before the deadline.", "It was finished a month before the deadline."),
    ("It opened on the second day of the fair.", "It opened on the first day of the fair."),
    (
        "The tax brought in 312 million, of which 78 million went to schools.",
        "A third of the 312 million raised by the tax went to schools.",
    ),
]


def objection(claim: str, source: Source) -> bool:
    """Whether the guard objects to any claim that the sentence makes."""
    return any(Numbers().check(part, [source]) is not None for part in (split(claim) or [claim]))


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_a_fair_rewording_raises_no_alarm(text: str, claim: str) -> None:
    assert not objection(claim, Source(text))


@pytest.mark.parametrize(("text", "claim"), UNFAIR)
def test_what_the_text_does_not_say_is_told(text: str, claim: str) -> None:
    assert objection(claim, Source(text, date=WRITTEN))
