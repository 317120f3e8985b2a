"""Verbs and nouns of saying and believing, by what they do to a statement."""

from __future__ import annotations

from rag.language.lexicon.inflect import by_form

STANCES = {
    "say": "say tell add state note explain report remark comment write observe declare announce stress emphasise "
    "emphasize underline underscore highlight mention recall reply answer respond repeat reiterate describe call label "
    "dub characterise characterize frame put quip brief inform testify tweet post summarise summarize tout brand "
    "explain point understand phrase portray speak count record present name cite list disclose reveal counter retort rejoin continue begin conclude sum",
    "warn": "warn caution fear worry alert dread",
    "argue": "argue contend maintain insist assert claim allege hold reason plead submit",
    "believe": "believe think feel consider view regard see expect hope suspect assume judge reckon estimate assess "
    "anticipate perceive imagine treat calculate agree read interpret attribute ascribe",
    "ask": "urge appeal ask demand advocate recommend beg implore press push plead exhort call advise counsel "
    "encourage propose suggest invite agitate petition",
    "criticise": "criticise criticize condemn attack denounce object complain regret oppose deplore lament slam blast "
    "fault decry protest bemoan lambast assail accuse blame disapprove chide grumble",
    "praise": "welcome praise applaud hail commend celebrate favour favor prefer laud salute cheer",
    "suggest": "suggest imply hint indicate signal speculate posit hypothesise hypothesize propose muse wonder surmise "
    "intimate",
    "promise": "promise pledge vow commit assure swear guarantee undertake",
    "predict": "predict forecast project foresee prophesy",
    "concede": "concede admit acknowledge recognise recognize confess grant accept allow",
    "deny": "deny dispute dismiss refute rebut reject disavow contradict repudiate doubt question challenge contest "
    "query disagree",
    "confirm": "confirm verify prove establish show demonstrate attest certify corroborate find conclude reveal "
    "disclose",
}
"""Each way of standing behind a statement, with its verbs. A verb may have several ways."""

HUMAN_ONLY = by_form(
    "say tell remark comment warn caution fear worry argue contend insist assert allege believe think feel hope suspect "
    "urge appeal ask beg implore plead advise counsel criticise criticize condemn denounce complain regret deplore "
    "lament slam decry bemoan lambast praise applaud hail commend laud quip reply retort vow swear pledge predict "
    "concede admit confess deny reckon surmise muse wonder speculate exhort insist testify announce declare "
    "reiterate doubt accuse advocate object protest disagree grumble claim welcome tweet contend assure"
)
"""Forms of verbs whose subject speaks, whatever it is called. The subject of other verbs must be one who can speak."""

NEEDS_STATEMENT = by_form(
    "state note hold maintain observe find conclude show demonstrate reveal establish indicate imply hint signal "
    "prove suggest recognise recognize acknowledge accept allow grant assume add explain repeat reason recall "
    "verify attest certify answer respond expect see feel question continue calculate project "
    "assess establish recommend point confirm "
    "disclose foresee undertake commit guarantee begin sum write continue submit agree"
)
"""Forms of verbs that make a speaker only where a statement follows: "that ...", words in quotation marks, "it would"."""

ACTS = by_form(
    "propose invite press push encourage commit guarantee undertake grant allow accept establish attack post"
)
"""Forms of verbs that do something rather than say it, unless a statement follows."""

SAYING = by_form(" ".join(" ".join(verbs.split()) for verbs in STANCES.values()))
"""Every form of a verb of saying or believing, with its verb."""

_STANCE_BY_VERB: dict[str, tuple[str, ...]] = {
    verb: tuple(stance for stance, verbs in STANCES.items() if verb in verbs.split()) for verb in set(SAYING.values())
}

SAYING_NOUNS = {
    "say": "statement account description words remark comment report announcement message reply answer declaration "
    "speech testimony portrayal characterisation characterization telling interview phrase count tally presentation figures",
    "warn": "warning fear worry concern caution alarm anxiety apprehension",
    "argue": "claim argument contention assertion case allegation insistence reasoning point charge",
    "believe": "view opinion belief assessment judgement judgment estimate position stance verdict perspective reading "
    "feeling conviction hope expectation reckoning impression interpretation eyes",
    "ask": "call demand appeal plea request recommendation advice urging",
    "criticise": "criticism objection complaint condemnation regret opposition protest accusation critique disapproval",
    "praise": "praise welcome acclaim approval",
    "suggest": "suggestion hint implication speculation",
    "promise": "promise pledge vow assurance commitment",
    "predict": "prediction forecast projection",
    "concede": "admission concession acknowledgement confession",
    "deny": "denial doubt scepticism skepticism dismissal rebuttal reservation",
    "confirm": "finding conclusion confirmation",
}
"""Nouns for what somebody says or believes, by the way of standing behind it."""

NOUN_STANCE = {
    form: stance for stance, nouns in SAYING_NOUNS.items() for noun in nouns.split() for form in (noun, noun + "s")
} | {"criticisms": "criticise", "denials": "deny", "testimonies": "say", "anxieties": "warn"}

ATTITUDE_ADJECTIVES = {
    "wary": "warn",
    "concerned": "warn",
    "worried": "warn",
    "afraid": "warn",
    "fearful": "warn",
    "alarmed": "warn",
    "anxious": "warn",
    "uneasy": "warn",
    "nervous": "warn",
    "confident": "believe",
    "convinced": "believe",
    "certain": "believe",
    "sure": "believe",
    "hopeful": "believe",
    "optimistic": "believe",
    "pessimistic": "believe",
    "sceptical": "deny",
    "skeptical": "deny",
    "doubtful": "deny",
    "critical": "criticise",
    "unhappy": "criticise",
    "disappointed": "criticise",
    "dismissive": "criticise",
    "enthusiastic": "praise",
    "supportive": "praise",
}
"""Adjectives for somebody's attitude: "is wary of", "are concerned that"."""


PERFORMATIVE = frozenset("announce agree hold grant accept allow undertake commit guarantee pledge".split())
"""Verbs by which saying something makes it so."""

FACTIVE = frozenset("note observe recall acknowledge recognise recognize confirm notice record find".split())
"""Verbs that take what follows for a fact."""


def stances(word: str) -> tuple[str, ...]:
    """The ways of standing behind a statement that a form of a verb, noun or adjective may express; empty for others."""
    lower = word.lower()
    if lower in SAYING:
        return _STANCE_BY_VERB[SAYING[lower]]
    single = NOUN_STANCE.get(lower) or ATTITUDE_ADJECTIVES.get(lower)
    return (single,) if single else ()


_OTHER_USES = frozenset(
    "call calls case cases charge charges point points position positions reading count counts figure figures speech words "
    "interview demand demands promise promises finding findings commitment commitments report reports account accounts "
    "phrase condition hold holds".split()
)
_CLEAR = by_form("describe note suggest consider regard view state argue maintain")


def attributes(word: str) -> bool:
    """Whether a word (in small letters), wherever it stands, shows that something is somebody's statement."""
    return (
        word in HUMAN_ONLY or word in _CLEAR or word in NOUN_STANCE or word in ATTITUDE_ADJECTIVES
    ) and word not in _OTHER_USES
