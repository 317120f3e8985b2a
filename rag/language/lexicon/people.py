"""Who can speak: nouns for people, groups and bodies; nouns for documents; and what cannot have an opinion."""

from __future__ import annotations

import re

PERSON_PRONOUNS = frozenset("he she they we i who".split())
GROUP_PRONOUNS = frozenset(
    "they we some others many most several few both all everyone nobody those one another".split()
)

_AGENT = re.compile(
    r"(?:[a-z]{3}ists?|[a-z]{2}(?:ct|t|s|n|ll)ors?|[a-z]{3}ers?|eers?|[a-z]{2}smen|[a-z]{2}(?:s|e)man|ologists?)$"
)
_NO_AGENTS = frozenset(
    "number order paper power water chapter layer computer processor server transformer register factor sector error motor letter "
    "matter center answer member october november december september quarter corner river summer winter weather danger manner "
    "offer other another former latter either neither whether rather together further never ever under over after before better "
    "larger smaller higher lower later earlier older newer greater fewer longer shorter stronger weaker closer broader wider "
    "earlier cover order border barrier carrier consider remember refer prefer differ deliver discover recover suffer transfer "
    "trigger transistor monitor vector editor-in anchor harbor minor major prior interior exterior posterior indicator container "
    "tower dinner counter filter parameter character disaster master cluster center computer semiconductor conductor sensor "
    "detector generator accelerator reactor tractor calculator elevator mirror horror terror exist assist persist resist insist "
    "merger ledger charter shelter tender timber rubber copper silver leather slaughter theater blunder thunder fibre shutter scanner "
    "container printer browser router trailer tanker freezer boiler burner cooler heater charger speaker-phone consist twist however moreover easier faster deeper harder".split()
)

TITLES = frozenset(
    "mr mrs ms dr prof professor sir lady lord president premier prime minister chancellor secretary senator governor "
    "ambassador commissioner chairman chairwoman chair ceo king queen prince general judge justice representative "
    "mayor congressman congresswoman vice deputy foreign under undersecretary director envoy chief".split()
)

_PEOPLE = """
academic activist administrator advertiser adviser advisor advocate aide ambassador analyst applicant artist attorney
author backer banker body-builder broker campaigner candidate chair chairman chairwoman chancellor chief chipmaker
chronicler citizen civilian colleague columnist commander commentator commissioner competitor consumer contributor
coordinator correspondent counterpart creator critic customer dealer defender delegate deployer deputy designer developer
diplomat director dissident doctor economist editor editorialist educator employee employer engineer enthusiast
entrepreneur envoy executive expert exporter farmer founder friend governor head historian host importer industrialist
inspector insider interviewee inventor investigator investor journalist judge jurist labeller lawmaker lawyer laureate
leader lecturer legislator lobbyist manager manufacturer mayor mediator member merchant minister moderator monarch negotiator
neighbour observer officer official operator opponent optimist organiser organizer owner parent participant partner patient
peer pessimist philosopher physician planner policymaker politician practitioner premier president prime professor
programmer proponent prosecutor provider publisher publicist purist rapporteur rival reader regulator reporter representative
reviewer scholar scientist secretary secretary-general senator signatory sceptic skeptic source speaker specialist
spokesman spokesperson spokeswoman staffer statesman strategist student supervisor supplier supporter teacher resident inhabitant passenger tenant nurse soldier pilot captain curator treasurer solicitor priest
bishop pope guest fan refugee migrant relative mother father trustee nominee detainee
accountant admiral appellant architect assistant attendant boss chef claimant colonel constable coroner councillor dean
defendant detective fisherman judiciary juror landlord lieutenant local magistrate mathematician musician pensioner pharmacist
plaintiff police-officer pundit ranger sergeant sheriff shopkeeper statistician surgeon villager vet
technician technologist trader undersecretary user vendor victim voter watcher whistleblower witness worker writer
"""
_GROUPS = """
academy administration agency alliance army assembly association authority bank bench board body bloc branch bureau
business cabinet camp campaign capital centre center chamber charity church city club coalition commission committee
community company conference congress consortium consultancy corporation council country court department delegation desk
directorate embassy enterprise faction federation firm forum foundation government group house industry initiative
institute institution laboratory lab league legislature majority manufacturer ministry minority monitor movement mission
municipality nation network newspaper ngo office opposition organisation organization outlet panel parliament party
presidency press publisher region regulator secretariat senate side society start-up startup state subsidiary summit
supervisor taskforce team thinktank think-tank tribunal union university watchdog workforce agency newsroom airline clinic college cooperative gallery guild hospital museum
operator school syndicate trust utility
"""
_DOCUMENTS = """
account analysis article assessment audit blog book briefing bulletin column comment commentary communique communiqué
critique declaration document editorial essay evaluation filing inquiry investigation interview letter manifesto
memo memorandum memoir message newsletter note notice op-ed opinion opinion-piece page paper petition plan poll post
press-release publication questionnaire release reply report research review speech statement strategy study submission
summary survey testimony text thesis transcript blueprint roadmap
"""
_IRREGULAR_PLURALS = {
    "spokesman": "spokesmen",
    "chairman": "chairmen",
    "fisherman": "fishermen",
    "statesman": "statesmen",
    "spokeswoman": "spokeswomen",
    "analysis": "analyses",
    "secretary": "secretaries",
    "thesis": "theses",
}
_ALWAYS_PLURAL = (
    "people men women staff media police public civil-society campaigners both some others many most several few"
)


def _with_plurals(words: str) -> frozenset[str]:
    plurals = {
        _IRREGULAR_PLURALS.get(w) or (w[:-1] + "ies" if w[-1] == "y" and w[-2] not in "aeiou" else w + "s")
        for w in words.split()
    }
    return frozenset({*words.split(), *plurals, *(w + "es" for w in words.split() if w.endswith(("s", "ch", "x")))})


PEOPLE = _with_plurals(_PEOPLE) | frozenset(_ALWAYS_PLURAL.split())
GROUPS = _with_plurals(_GROUPS)
DOCUMENTS = _with_plurals(_DOCUMENTS)
LEGAL_TEXTS = _with_plurals(
    "act annex amendment article bill chapter charter clause code constitution convention covenant decree directive "
    "framework guideline guidance law legislation measure norm order ordinance paragraph principle protocol "
    "provision recital regulation resolution rule section standard statute subparagraph text treaty wording proposal draft "
    "compact agreement licence license contract memorandum title table list definition pact"
)
"""Texts that lay down; what they provide is no opinion."""

PLURAL_COLLECTIVES = frozenset(w for w in PEOPLE | GROUPS if w.endswith("s")) | frozenset(
    "people men women some others many most several few both".split()
)
HEAD_PARTITIVES = frozenset(
    "one two three some many most several few number group lot majority minority handful couple dozens hundreds last "
    "first members each all none half any part spokesman spokesperson spokeswoman head".split()
)
"""Words before "of" that leave what follows it to say who is meant."""

OPINION_KINDS = frozenset(
    "opinion analysis commentary op-ed oped editorial column advocacy argument arguments essay blog review perspective "
    "viewpoint polemic manifesto letter position".split()
)
"""Kinds of document whose writer argues."""

OFFICIAL_KINDS = frozenset("official law legal regulation treaty legislation standard".split())
"""Kinds of document that speak with authority about themselves."""


def can_speak(word: str) -> bool:
    """Whether a lower-case noun names people or a body."""
    return word in PEOPLE or word in GROUPS or word in PERSON_PRONOUNS or is_agent(word)


def is_agent(word: str) -> bool:
    """Whether a lower-case noun has the ending of one who does something: "hydrologist", "contractor", "forwarders"."""
    return len(word) > 5 and _AGENT.search(word) is not None and word.rstrip("s") not in _NO_AGENTS


DETERMINERS = frozenset(
    "the a an some many most several few both one two three four five his her its their other another every each all no any "
    "this these those our".split()
)
"""Words that may open the name of a speaker without being a part of it."""
