"""A speaker who is kept in other words raises no objection, and one who is exchanged or lost does."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.verify.guards.attribution import Attribution

KEPT = [
    ("In Dr Osei's view the vaccine came too late.", "Dr Ama Osei argued that the vaccine had come too late."),
    ("Osei's argument that the vaccine came too late was new.", "Dr Ama Osei argued that the vaccine had come too late."),
    ("The vaccine, Osei is quoted as saying, came too late.", "Dr Ama Osei argued that the vaccine had come too late."),
    ("The minister expects the dam to fill by June.", "The energy minister, Tomas Rell, said the dam would fill by June."),
    ("Tomas Rell thinks that repairs could wait.", "The energy minister, Tomas Rell, opened the dam, and said repairs could wait."),
    ("The mine's boss put the loss at 4 tonnes.", "The mine's chief executive, Vera Holm, put the loss at 4 tonnes."),
    ("A union representative called the offer insulting.", "A union official said that the offer was insulting."),
    ("The report's author doubts that wolves will return.", "The biologist who wrote the report doubts that wolves will return."),
    ("Her ruling faulted the permit as rushed.", "In a short ruling she wrote that the permit had been rushed."),
    ("The dissenters thought the test too weak.", "Four of the nine jurors dissented. In a note they wrote that the test was too weak."),
    ("A group including the Reef Trust urged a fishing ban.", "A group that included the Reef Trust, Sea Watch and the Coast Fund urged a fishing ban."),
    ("Three states, Peru among them, favoured a lower quota.", "Chile, Peru and Ecuador favoured a lower quota, the text says."),
    ("The ISA concluded in May that the bridge was sound.", "The Institute of Structural Affairs (ISA) concluded that the bridge was sound."),
    ("The farmers' lawyer, Ida Bok, warned of ruin.", "The farmers' league fears losses, and its lawyer, Ida Bok, warned of ruin."),
    ("Bok denied the charge but admitted two errors.", "Ida Bok rejected the charge, though she acknowledged two errors."),
    ("A rise in rents is likely, the housing board estimates.", "The housing board estimates that a rise in rents is likely."),
    ('To Ida Falk, who chairs the patients\' league, ten beds are "a beginning, not an answer".', '"Ten beds are a beginning, not an answer," said its chairwoman, Ida Falk.'),
    ("France holds that the fishing pact keeps trawlers out of the bay.", "Paris insists that the fishing pact bars trawlers from the bay."),
    ("The coroner made no claim that the nurse had altered the chart.", "He did not suggest that the nurse had altered the chart."),
    ("Brandt and Lie, the judges in the minority, would sooner have sent the case back to the lower court.", "The two judges who dissented, Ole Brandt and Tove Lie, preferred to send the case back to the lower court."),
    ("Copenhagen warned that repairing the cable could last until spring.", "The Danish government warned that the cable repair could take until spring."),
    ("No allegation of drinking was made against the pilot.", "She did not allege that the pilot had been drinking."),
    ("Four of the gardeners would rather the beds were watered at night.", "Four of the gardeners would prefer to water the beds at night."),
    ("For Piet Maas, the harvest was a disaster.", '"The harvest was a disaster," said the farm\'s owner, Piet Maas.'),
    ("Japan's position is that the islands were always Japanese.", "Tokyo maintains that the islands have always been Japanese."),
    ("Visitors heard from the keeper that the lion had eaten well.", "The keeper told visitors that the lion had eaten well."),
    ("The weather was to blame for the delay, in the architect's telling.", "Asked about the delay, the architect blamed the weather."),
    ("The ward had been full, the nurse remembered.", "The nurse recalled that the ward had been full."),
    ("Jonas Wirth, founder of the firm, concedes that it sold too early.", '"We sold too early," admits Jonas Wirth, the firm\'s founder.'),
    ("Germany has informed the EU that it will not sign the fish accord.", "Berlin has told Brussels that it will not sign the fish accord."),
    ("Poland and Lithuania hold that the cable was deliberately cut.", "Warsaw and Vilnius say the cable was cut on purpose."),
    ("The bells rang at night, to the annoyance of residents.", "Residents complained that the bells rang at night."),
    ("The councillor made no promise of a reopening of the pool.", "He did not promise that the pool would reopen."),
]  # fmt: skip
REPORTED = [
    ('The author expects the dam to fail within ten years and has said so to the ministry.', 'I think the dam will fail within a decade, and I have told the ministry so.', '', 'interview'),
    ('Its designer, Ada Moor, thinks the dam will fail.', '“I think the dam will fail,” said Ada Moor, who designed it.', '', 'news'),
    ('Bees prefer blue flowers, a study at Oster University has found.', 'Researchers at Oster University found that bees prefer blue flowers.', '', 'news'),
    ('The vase is thought to date from the sixth century.', 'Experts believe the vase is from the sixth century.', '', 'news'),
    ('Two men have been arrested, officers reported.', 'Police said two men had been arrested.', '', 'news'),
    ('The mayor has no plans to step down, he said when asked.', 'Asked whether he would resign, the mayor replied that he had no such plans.', '', 'news'),
    ('The tax has been called unfair by its opponents.', 'Critics have described the tax as unfair.', '', 'news'),
    ('The judges ruled that the contract was void.', 'The court held that the contract was void.', '', 'law report'),
    ('Mr Lane was unfairly dismissed, the tribunal concluded.', 'The tribunal found that Mr Lane had been dismissed unfairly.', '', 'law report'),
    ('The airline apologised and promised refunds to all its passengers.', 'The airline has apologised and says it will refund all passengers.', '', 'news'),
    ('Profits fell, which the firm puts down to higher wages.', 'The firm said profits fell because of higher wages.', '', 'news'),
    ('The painting is genuine, insists the director of the museum.', "The museum's director insists the painting is genuine.", '', 'news'),
    ('People in the village are afraid the mine could poison their well.', 'Villagers fear that the mine will poison the well.', '', 'news'),
    ('Bank Norden did not want to comment.', 'A spokesman for Bank Norden declined to comment.', '', 'news'),
    ('The tax is to be cut to 12%, the finance ministry announced.', 'The Finance Minister announced that the tax will be cut to 12 per cent.', '', 'news'),
    ('The president called the bill historic when signing it.', 'The president signed the bill, calling it historic.', '', 'news'),
    ('Shortages could follow, warned the head of the water board.', 'Paul Ott, head of the water board, warned of shortages.', '', 'news'),
    ('Two million people are affected, says the World Health Organization.', 'The WHO says 2 million people are affected.', '', 'news'),
    ('The brakes had failed twice before, the inquiry was told.', 'Witnesses told the inquiry that the brakes had failed twice before.', '', 'news'),
    ('Three reports were late, which worried the committee.', 'The committee noted with concern that three reports were late.', '', 'minutes'),
    ('There was a surplus of £400, the treasurer reported.', 'The treasurer reported a surplus of 400 pounds.', '', 'minutes'),
    ('The hall is to be painted in June.', 'Members agreed that the hall would be painted in June.', '', 'minutes'),
    ("The tree could reach 60 metres, by Pliny's account.", 'Pliny wrote that the tree could grow to 60 metres.', '', 'reference'),
    ('The filter should be replaced twice a year.', 'The manufacturer recommends changing the filter every six months.', '', 'manual'),
    ("The route loses money, according to Kestrel Air's chief executive.", "Kestrel Air's boss, Ida Nunn, said the route was losing money.", '', 'news'),
    ('The boy is recovering, the clinic says.', 'Doctors at the clinic said the boy was recovering.', '', 'news'),
    ('Environmentalists accuse the company of dumping waste.', 'Greenpeace accuses the firm of dumping waste.', '', 'news'),
    ('The bank will cut 400 jobs, Reuters reports.', 'Sources close to the bank told Reuters that it would cut 400 jobs.', '', 'news'),
    ('He was a quiet man, his neighbours said.', 'Neighbours described him as a quiet man.', '', 'news'),
    ('The vote was dismissed as a sham by the opposition.', 'Opposition parties called the vote a sham.', '', 'news'),
    ('The British government said nothing had been decided.', 'Downing Street said no decision had been taken.', '', 'news'),
    ('The Bank of Japan will keep rates at zero.', "Japan's central bank said it would keep rates at zero.", '', 'news'),
    ('Headaches were reported by many patients.', 'Many patients reported headaches.', '', 'study'),
    ('The drug is safe in adults, the study concludes.', 'The authors conclude that the drug is safe in adults.', '', 'study'),
    ('The drug is safe in adults, the study concludes.', 'We conclude that the drug is safe in adults.', '', 'study'),
    ('Forty scientists urge a ban in a letter.', 'The letter, signed by 40 scientists, urges a ban.', '', 'news'),
    ('He is alleged to have taken bribes of 2 million crowns.', 'Prosecutors allege that he took bribes worth 2 million crowns.', '', 'news'),
    ('Voss said in court that nobody had helped him.', 'Voss told the court he had acted alone.', '', 'news'),
    ('Heavy snow is forecast for Sunday.', 'Weather forecasters expect heavy snow on Sunday.', '', 'news'),
    ('A profit of 40 million had been expected.', 'Analysts had expected a profit of 40 million.', '', 'news'),
    ('The tram should be finished by 2027, the city hopes.', 'The city hopes to finish the tram by 2027.', '', 'news'),
    ('The letter is a forgery, believes the historian Lena Voigt.', 'Historian Lena Voigt considers the letter a forgery.', '', 'news'),
    ('She will appeal, according to her lawyer.', 'Her lawyer, Max Ortiz, said she would appeal.', 'Nadia Flynn was sentenced on Monday.', 'news'),
    ('Nadia Flynn plans to appeal, her lawyer Max Ortiz said.', 'Her lawyer, Max Ortiz, said she would appeal.', 'Nadia Flynn was sentenced on Monday.', 'news'),
    ('Flynn intends to appeal.', 'She said she would appeal.', 'Nadia Flynn was sentenced on Monday.', 'news'),
    ('Flynn called the verdict unjust.', 'She said the verdict was unjust.', 'Nadia Flynn was sentenced on Monday.', 'news'),
    ('The road should reopen in May, the engineer added.', 'He added that the road would reopen in May.', 'Chief engineer Paul Ott inspected the road.', 'news'),
    ('The pipes are "older than my grandmother", in Ott\'s words.', 'As Ott put it, "the pipes are older than my grandmother".', 'Paul Ott runs the water board.', 'news'),
    ("Ida Nunn's company says it loses money on the route.", 'Kestrel Air said the route was losing money.', 'Ida Nunn took over Kestrel Air in May.', 'news'),
    ('Both Dale and Kerr find the bill overdue.', 'Dale said the bill was overdue, and Kerr agreed.', 'Sen. Ruth Dale and Rep. Amos Kerr met.', 'news'),
    ('The defendant denies the charges.', 'He pleaded not guilty.', 'Karl Voss went on trial on Monday.', 'news'),
]  # fmt: skip
EXCHANGED = [
    ("The vaccine came too late.", "Dr Ama Osei argued that the vaccine had come too late."),
    ("Lars Wynn argued that the vaccine came too late.", "Dr Ama Osei argued that the vaccine had come too late."),
    ("The shipping company said the dam would fill by June.", "The energy minister, Tomas Rell, said the dam would fill by June."),
    ("Repairs to the dam could wait until autumn.", "The university says that repairs to the dam could wait until autumn."),
    ("The permit for the quarry had been rushed.", "Leiden University argues that the permit for the quarry had been rushed."),
    ("Wolves will never return to the valley, the hunters' lawyer said.", "The biologist Edda Fern said wolves would never return to the valley."),
    ("Supporters say the test for the licence is too weak.", "Critics say that the test for the licence is too weak."),
    ("Most drivers can afford the toll on the bridge.", "The mayor defends the plan by saying that most drivers can afford the toll on the bridge."),
    ("The gap stems from higher rates for borrowing.", "The Treasury attributes the gap to higher rates for borrowing."),
    ("The bridge of Oster was sound in every respect.", "The Institute of Structural Affairs (ISA) concluded that the bridge of Oster was sound in every respect."),
    ("The mine denied that it had lost 4 tonnes of ore.", "The mine said that it had lost 4 tonnes of ore."),
    ("The islands have always been Japanese.", "Tokyo maintains that the islands have always been Japanese."),
    ("The fishing pact bars trawlers from the bay.", "Paris insists that the fishing pact bars trawlers from the bay."),
    ("Spain insists that the fishing pact bars trawlers from the bay.", "Paris insists that the fishing pact bars trawlers from the bay."),
    ("Ten beds are a beginning and not an answer.", '"Ten beds are a beginning, not an answer," said its chairwoman, Ida Falk.'),
    ("The fine was too low.", "The two judges who dissented, Ole Brandt and Tove Lie, argued that the fine was too low."),
    ("The fund will not run out before 2030.", "The treasurer did not expect the fund to run out before 2030."),
]  # fmt: skip


def objection(claim: str, source: Source) -> str:
    found = Attribution().check(claim, [source])
    return found.reason if found else ""


@pytest.mark.parametrize(("claim", "text"), KEPT)
def test_a_kept_speaker_in_other_words_passes(claim: str, text: str) -> None:
    assert objection(claim, Source(text)) == ""


@pytest.mark.parametrize(("claim", "text", "before", "kind"), REPORTED)
def test_a_speech_reported_in_the_ways_of_news_minutes_and_studies_passes(
    claim: str, text: str, before: str, kind: str
) -> None:
    assert objection(claim, Source(text, before=before, kind=kind)) == ""


@pytest.mark.parametrize(("claim", "text"), EXCHANGED)
def test_a_lost_or_exchanged_speaker_is_objected_to(claim: str, text: str) -> None:
    assert objection(claim, Source(text))


def test_a_name_that_the_passage_gives_before_may_be_that_of_the_chief_executive() -> None:
    source = Source(
        "He said that traffic had grown in every month.",
        before="Freight and finance The Chief Executive, Mr Omar Lind, reported a loss.",
        heading="Freight and finance",
    )
    assert objection("Lind reported that traffic grew in all months.", source) == ""


def test_a_name_from_elsewhere_may_be_that_of_one_who_is_only_described() -> None:
    ruling = Source("The judge did not accept the figure, but found that 40 farms were at risk.")
    assert objection("Justice Brandt found that 40 farms were at risk.", ruling) == ""
    assert objection("The farmers' union found that 40 farms were at risk.", ruling)


def test_the_writer_of_an_opinion_may_be_named() -> None:
    text = "The treaty needs ten more ratifications before it has any effect."
    assert (
        objection("Orla Finch notes that the treaty needs ten more ratifications.", Source(text, kind="opinion")) == ""
    )
    assert objection("Orla Finch notes that the treaty needs ten more ratifications.", Source(text, kind="news"))
    finch = Source(text, kind="opinion", author="Orla Finch")
    assert objection("Finch notes that the treaty needs ten more ratifications.", finch) == ""
    assert objection("Ada Moor notes that the treaty needs ten more ratifications.", finch)


def test_the_writer_may_stand_around_what_another_says() -> None:
    text = "Joost Verhaar of the drivers' union calls the deal a funeral and wants a strike vote."
    claim = "Verhaar, from the drivers' union, dismisses the deal as a funeral, Solberg reports."
    assert objection(claim, Source(text, kind="opinion")) == ""
    assert objection("The deal is a funeral, Solberg reports.", Source(text, kind="opinion"))


def test_minutes_may_note_a_fact_without_being_named() -> None:
    text = "The Board noted that the sale of the mill might be completed in May."
    minutes = Source(text, kind="official", publisher="Oster Mill Board")
    assert objection("The sale of the mill could be completed in May.", minutes) == ""
    assert objection("The sale of the mill could be completed in May.", Source(text, kind="news"))
