"""Whom a fair rewording names raises no alarm: fuller and shorter names, other orders, places for governments. A name in the wrong place does."""

from __future__ import annotations

import pytest

from rag.records.source import Source
from rag.verify.claims import split
from rag.verify.guards.names import Names

WRITTEN = "2025-01-15"
FAIR = [
    (
        "The museum's director, Ingeborg Halvorsen, bought the Vermeer from a Ghent dealer.",
        "A dealer in Ghent sold the Vermeer to museum director Ingeborg Halvorsen.",
    ),
    (
        "Dr Okafor's team at Leeds General Infirmary used the scanner first.",
        "The scanner was first used at Leeds General Infirmary by a team under Okafor.",
    ),
    (
        "The Danish Maritime Authority fined Nordhavn Shipping 2 million kroner.",
        "Nordhavn Shipping has to pay 2 million kroner to Denmark's maritime authority.",
    ),
    ("The International Federation of Rock Climbers suspended Moldova.", "The IFRC suspended Moldova."),
    (
        "Brazil's Lula da Silva met the Argentine president in Rosario.",
        "The president of Argentina met Lula da Silva, of Brazil, in Rosario.",
    ),
    (
        "The teachers' union rejected the offer, and the nurses' association accepted it.",
        "The offer was accepted by the nurses' association but turned down by the teachers' union.",
    ),
    (
        "Judge Amara Diallo dismissed the suit that Kestrel Air had brought against Lomé airport.",
        "The suit brought by Kestrel Air against Lomé airport was thrown out by Amara Diallo.",
    ),
    (
        "Skellig Wind and Tarn Energy will build the turbines; Orme Bank lends the money.",
        "Orme Bank is financing the turbines, which Tarn Energy and Skellig Wind will build.",
    ),
    ("The British Museum lent the helmet to the Louvre.", "The Louvre borrowed the helmet from the British Museum."),
    (
        "Finance minister Pia Lindholm blamed the opposition for the delay.",
        "The opposition is to blame for the delay, according to Pia Lindholm, the finance minister.",
    ),
    (
        "The prosecutor asked for six years; the defence wants an acquittal.",
        "While the defence seeks an acquittal, the prosecutor called for six years in prison.",
    ),
    (
        "The growers' cooperative sold its cider to a Japanese buyer.",
        "A buyer from Japan purchased the cider of the growers' cooperative.",
    ),
    (
        "Mr Ó Briain, who heads the harbour board, opposes the dredging.",
        "Harbour board chief Ó Briain is against the dredging.",
    ),
    (
        "In Warsaw the foreign ministry summoned the Belarusian ambassador.",
        "Poland's foreign ministry summoned the ambassador of Belarus.",
    ),
    (
        "The Senate passed the Clean Rivers Act, which Senator Holt had drafted.",
        "The Clean Rivers Act, drafted by Holt, passed the Senate.",
    ),
    (
        "Sefcovic and the Swiss president signed the accord in Bern.",
        "The accord was signed in Bern by Šefčovič and the president of Switzerland.",
    ),
    (
        "The telescope was built by Ilmari Optics for the University of Turku.",
        "Ilmari Optics built the University of Turku's telescope.",
    ),
    (
        "Chelsea Manning's lawyers said the hearing would be on Friday.",
        "The hearing is due on Friday, lawyers for Manning said.",
    ),
    (
        "The health department and the labour ministry share the costs, the audit court found.",
        "The audit court found that costs are split between the labour ministry and the health department.",
    ),
    (
        "Tarik Benali, the union's chief negotiator, walked out after Lena Voss, the employer's lawyer, read the letter.",
        "After the employer's lawyer, Lena Voss, had read the letter, the union's chief negotiator Tarik Benali walked out.",
    ),
    (
        "The Basque government asked Madrid for more powers.",
        "The Basque government asked Spain's government for more powers.",
    ),
    (
        "Lady Ashcombe sold the estate to a Norwegian pension fund.",
        "The estate was bought by a pension fund from Norway; the seller was Ashcombe.",
    ),
    (
        "The WHO and Unicef warned of cholera in Yemen.",
        "The World Health Organization and Unicef have warned about cholera in Yemen.",
    ),
    ("The Supreme Court in Delhi overturned the verdict.", "India's Supreme Court overturned the verdict."),
    ("Airbus beat Boeing to the order from Garuda.", "Garuda ordered from Airbus and not from Boeing."),
    (
        "Her rival, Joaquim Sousa of the Green Left, conceded.",
        "Joaquim Sousa, the Green Left candidate, conceded to her.",
    ),
    (
        "The Bank of England held rates; the Federal Reserve cut them.",
        "While the Fed cut rates, the Bank of England kept them unchanged.",
    ),
    (
        "Professor Lin Mei-hua of Taipei said the quake was predictable.",
        "According to Taipei professor Lin Mei-hua, the quake could have been predicted.",
    ),
    ("Volvo's chief executive, Jim Rowan, stepped down.", "Jim Rowan has stepped down as head of Volvo."),
    (
        "The Swedish-Swiss firm ABB is to build the line.",
        "ABB, a firm from Sweden and Switzerland, will build the line.",
    ),
    ("The Queensland premier said the state would not pay.", "Queensland will not pay, its premier said."),
    (
        "The Tories and the Liberal Democrats opposed the bill.",
        "The bill was opposed by the Conservatives and the Lib Dems.",
    ),
    ("Bayern Munich won 3-1 at Porto.", "Porto lost 3-1 at home to Bayern."),
    ("The reef lies off Cairns in Australia.", "The reef is near the Australian city of Cairns."),
    ("The paper was written by Anna Kowal and Ravi Shah.", "Kowal and Shah wrote the paper."),
    (
        "Mayor Sadiq Rahman told the Evening Post that the bridge was safe.",
        "The bridge is safe, Sadiq Rahman, the mayor, said to the Evening Post.",
    ),
    ("St. Mary's Hospital will close its maternity ward.", "The maternity ward at St Mary's is to close."),
    (
        "The parish council rejected Tesco's plan; Aldi's was approved.",
        "Aldi's plan was approved by the parish council but Tesco's was thrown out.",
    ),
    ("The US-based charity Clean Oceans owns the ship.", "The ship belongs to Clean Oceans, an American charity."),
    (
        "Pakistan accused India of cutting the flow of the Jhelum; New Delhi denied it.",
        "India denied Pakistan's accusation that it had cut the Jhelum's flow.",
    ),
    (
        "The Ministry of Justice and the police union both welcomed the ruling.",
        "The ruling was welcomed by the justice ministry and by the union of police officers.",
    ),
    ("Dr Hale's patient, Mr Orton, recovered.", "Orton, who was treated by Hale, recovered."),
    ("In her book, Doris Lessing describes Salisbury.", "Salisbury is described in Lessing's book."),
    ("President Ruto flew to Addis Ababa for the African Union summit.", "Ruto went to Ethiopia for the AU summit."),
    (
        "The tenants' association said the landlord had ignored its letters.",
        "The landlord ignored letters from tenants, their association said.",
    ),
    (
        "The buyer, a fund run by Lars Ek, paid 3 million euros to the seller.",
        "Lars Ek's fund paid the seller 3 million euros.",
    ),
    ("The teachers were criticised by parents.", "Parents criticised teachers."),
    ("The city sued the railway operator.", "The railway operator was sued by the city."),
]
IN_CONTEXT = [
    (
        Source(
            "She told the council that the ferry would not return.",
            before="Councillor Maud Pickering chairs the transport panel.",
        ),
        "Councillor Maud Pickering told the council the ferry would not come back.",
    ),
    (
        Source(
            "The company bought Pellworm Dairy in 2019 for 40 million euros.", before="Hansen Foods is based in Husum."
        ),
        "Hansen Foods paid 40 million euros for the dairy in 2019.",
    ),
]
UNFAIR = [
    (
        "The museum's director, Ingeborg Halvorsen, bought the Vermeer from the dealer Piet Claes.",
        "The museum's director, Piet Claes, bought the Vermeer.",
    ),
    (
        "The Danish Maritime Authority fined Nordhavn Shipping.",
        "The Norwegian Maritime Authority fined Nordhavn Shipping.",
    ),
    ("The nurses' association accepted the offer.", "The firefighters' association accepted the offer."),
    ("The finance ministry rejected the plan.", "The culture ministry rejected the plan."),
    ("The opposition blocked the budget vote on Thursday.", "The government blocked the budget vote on Thursday."),
    ("The French prototype sank, while the Italian boat won.", "The Italian prototype sank."),
    ("Elena Maddox of Harrow Labs presented the results in Lyon.", "Elena Harrow presented the results in Lyon."),
    ("Kestrel Air sued Lomé airport over the fees.", "Kestrel Air sued Accra airport over the fees."),
    ("The landlord refused to repair the roof of the house.", "The tenant refused to repair the roof of the house."),
]


def objection(claim: str, source: Source) -> bool:
    """Whether the guard objects to any claim that the sentence makes."""
    return any(Names().check(part, [source]) is not None for part in (split(claim) or [claim]))


@pytest.mark.parametrize(("text", "claim"), FAIR)
def test_a_fair_rewording_raises_no_alarm(text: str, claim: str) -> None:
    assert not objection(claim, Source(text))


@pytest.mark.parametrize(("source", "claim"), IN_CONTEXT)
def test_what_its_document_tells_raises_no_alarm(source: Source, claim: str) -> None:
    assert not objection(claim, source)


@pytest.mark.parametrize(("text", "claim"), UNFAIR)
def test_what_the_text_does_not_say_is_told(text: str, claim: str) -> None:
    assert objection(claim, Source(text, date=WRITTEN))
