"""Words for who is for, against or in office, by camp: "sceptics" may stand for "critics", never for "supporters"."""

from __future__ import annotations

from collections.abc import Iterable

from rag.language.lexicon.people import GROUPS, PEOPLE

_CAMPS = {
    "against": "critic critics opponent opponents sceptic sceptics skeptic skeptics detractor detractors pessimist pessimists "
    "doubter doubters objector objectors adversary adversaries naysayer naysayers",
    "for": "supporter supporters advocate advocates proponent proponents backer backers champion champions defender defenders "
    "enthusiast enthusiasts optimist optimists ally allies sympathiser sympathisers",
    "office": "official officials government governments ministry ministries minister ministers authority authorities "
    "administration regulator regulators agency agencies cabinet department spokesman spokeswoman spokesperson representatives "
    "policymaker policymakers state states leader leaders premier president secretary commissioner commissioners",
    "business": "company companies firm firms business businesses industry executive executives manager managers chief "
    "corporation corporations developer developers manufacturer manufacturers provider providers maker makers chipmaker "
    "chipmakers investor investors employer employers association associations founder founders",
    "study": "expert experts analyst analysts researcher researchers scientist scientists academic academics scholar scholars "
    "commentator commentators observer observers specialist specialists economist economists lawyer lawyers reviewer reviewers "
    "columnist columnists author authors writer writers",
    "society": "campaigner campaigners activist activists organisation organisations organization organizations group groups ngo "
    "ngos charity charities union unions citizen citizens coalition watchdog watchdogs",
    "press": "press media newspaper newspapers journalist journalists reporter reporters commentary commentaries editorial "
    "reports account accounts correspondents",
}
CAMP = {word: camp for camp, words in _CAMPS.items() for word in words.split()}
"""Nouns for those who speak, each with its camp."""

_KIN = (
    "head leader chief chair chairman chairwoman president director boss manager executive founder owner governor principal rector "
    "dean vice-chancellor chancellor secretary coordinator",
    "head leader chief boss president premier minister chancellor governor mayor commander captain commissioner monarch king queen",
    "minister premier chancellor secretary undersecretary president governor mayor commissioner government cabinet ministry department "
    "administration office state official politician lawmaker envoy ambassador diplomat",
    "official spokesman spokeswoman spokesperson representative regulator inspector authority agency watchdog commission body board "
    "administrator registrar office council delegate",
    "police officer constable detective sergeant inspector force commander",
    "judge justice court tribunal bench magistrate jurist",
    "lawyer solicitor attorney barrister counsel adviser advisor advocate jurist prosecutor lawmaker",
    "doctor physician surgeon specialist consultant clinician nurse medic practitioner professor expert",
    "expert analyst researcher scientist academic scholar professor economist historian specialist observer commentator author "
    "writer reviewer study team institute institution university lecturer engineer philosopher laureate group consultant consultancy",
    "author writer columnist journalist reporter correspondent editor paper newspaper critic commentator press media",
    "lawmaker legislator member senator representative deputy politician councillor congressman congresswoman mp delegate parliament "
    "party rapporteur",
    "company firm business corporation developer manufacturer provider maker supplier operator contractor carrier utility employer "
    "management group executive seller vendor producer chipmaker bank operator publisher start-up startup",
    "union staff worker employee crew member driver teacher docker workforce unionist representative striker",
    "campaigner activist organisation organization group ngo charity coalition watchdog citizen resident volunteer association",
    "association federation union body guild chamber council club organisation organization group lobby alliance society league",
    "resident neighbour local villager citizen inhabitant tenant household people parent",
    "investor shareholder owner trader banker fund bank",
    "dissenter objector opponent critic member minority",
)
KIN = [frozenset(words.split()) for words in _KIN]
"""Nouns by which the same people may be called, in turn: a mayor is a head of a town, and an official is of an office."""

_STUDY = next(row for row, nouns in enumerate(KIN) if "researcher" in nouns)
_OF_SCHOLARS = ("ologist", "icist", "omist", "atician", "istician", "grapher")

_FOES = {frozenset({"against", "for"})}
PARTIES = frozenset({"against", "for"})
"""Camps that are named for what they think."""


def camps(words: frozenset[str]) -> frozenset[str]:
    """The camps that words (in small letters) name."""
    return frozenset(CAMP[word] for word in words if word in CAMP)


def at_odds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two speakers' camps cannot be the same people."""
    return any(frozenset({a, b}) in _FOES for a in one for b in other)


def kin(words: Iterable[str]) -> frozenset[int]:
    """The rows of `KIN` in which words (in small letters, singular or plural) stand."""
    single = [_singular(word) for word in words]
    known = (row for row, nouns in enumerate(KIN) for word in single if word in nouns)
    scholars = (_STUDY for word in single if word.endswith(_OF_SCHOLARS))
    return frozenset((*known, *scholars))


def _singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def names_people(word: str) -> bool:
    """Whether a word in small letters is a noun for people or a body, and no name."""
    return word in PEOPLE or word in GROUPS or word in CAMP
