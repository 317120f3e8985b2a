"""Words for who is for, against or in office, by camp: "sceptics" may stand for "critics", never for "supporters"."""

from __future__ import annotations

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

_FOES = {frozenset({"against", "for"})}
PARTIES = frozenset({"against", "for"})
"""Camps that are named for what they think."""


def camps(words: frozenset[str]) -> frozenset[str]:
    """The camps that words (in small letters) name."""
    return frozenset(CAMP[word] for word in words if word in CAMP)


def at_odds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two speakers' camps cannot be the same people."""
    return any(frozenset({a, b}) in _FOES for a in one for b in other)


def names_people(word: str) -> bool:
    """Whether a word in small letters is a noun for people or a body, and no name."""
    return word in PEOPLE or word in GROUPS or word in CAMP
