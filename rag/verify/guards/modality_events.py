"""The same event in a claim and in its source: its modal, its stage, and the adjectives of status before its things."""

from __future__ import annotations

import re

from index.words import stem
from rag.language.lexicon.attributes import OPPOSITE, attributes
from rag.language.lexicon.modal_reach import Reach, nearest_reach, reaches, softened
from rag.language.lexicon.realised import verbs
from rag.language.lexicon.stage import stage
from rag.language.lexicon.status import STATUS
from rag.language.tokens import tokens

# A modal of the claim, those that speak against it where they alone govern the same words, and whether words of duty excuse it.
_DUTY = re.compile(
    r"\b(?:requir|demand|oblig|compel|order|dut(?:y|ies)|need|insist|mandat|bound|binding|rule)\w*", re.IGNORECASE
)
_STRONGER = (
    ("will", {"may", "could", "should"}, {"will", "must", "would"}, False, "as certain"),
    ("must", {"should"}, {"must"}, True, "as a duty"),
    ("must", {"may", "could"}, {"must", "will", "would"}, True, "as a duty"),
    ("should", {"must"}, {"should"}, False, "as advice"),
    ("may", {"must"}, {"may", "can", "could"}, False, "as permitted"),
    ("could", {"must"}, {"may", "can", "could"}, False, "as permitted"),
)
_MUCH = 3  # content words that two stretches share which tell of the same event
_LATER = "The cited text says that this may, should or will happen; the sentence says that it did."
_EARLIER = "The cited text says that this happened; the sentence says that it may, should or will."


def other_modal(claim: str, text: str) -> str:
    """A modal of the claim that is another in the source, over the same words."""
    for said in reaches(claim):
        found = nearest_reach(said, text) if said.modals and not said.softened else None
        if found and (objection := _weighed(said, found)):
            return objection
    return ""


def _weighed(said: Reach, found: Reach) -> str:
    for modal, against, by, duty, says in _STRONGER:
        others = against & found.modals.keys()
        if modal not in said.modals or not others or by & found.modals.keys() or (duty and _DUTY.search(found.text)):
            continue
        if (
            "should" not in others
            and (said.limited or found.limited)
            and (modal != "will" or said.limited != found.limited)
        ):
            continue
        other = found.modals[min(others)]
        return f"The cited text says “{other}”; the sentence presents it {says} (“{said.modals[modal]}”)."
    return ""


def other_stage(claim: str, text: str) -> str:
    """What is done in a stretch of the claim and to come in that of the source which it is drawn from, or the other way about."""
    for said in reaches(claim):
        found = nearest_reach(said, text)
        if found is None or said.limited or found.limited or len(said.stems & found.stems) < _MUCH:
            continue
        ours, theirs = stage(said.text), stage(found.text)
        if ours == "done" and theirs == "to come":
            return _LATER
        if ours == "to come" and theirs == "done" and not softened(claim[: claim.find(said.text)]):
            return _EARLIER
    return ""


def other_attribute(claim: str, text: str) -> str:
    """An adjective of status before a thing that has the opposite one in the source, and not this: the final roster, a draft roster."""
    known = attributes(text)
    held = {token.stem for token in tokens(text)}
    for kind, word, things in attributes(claim):
        about = [(other, adjective) for other, adjective, named in known if named & things]
        if stem(word) in held or any(other == kind for other, _ in about):
            continue
        against = next((adjective for other, adjective in about if other == OPPOSITE[kind]), None)
        if against:
            return f"The cited text says “{against}”; the sentence says “{word}”."
    return ""


def realised(claim: str, text: str) -> str:
    """A verb of both that says "done" in one and "to be done" in the other."""
    said, wanted, told = verbs(claim), verbs(text), verbs(text, timeless=False)
    for verb in sorted(said.keys() & wanted.keys()):
        if not _same_event(verb, claim, text):
            continue
        if said[verb] == {True} and wanted[verb] == {False}:
            return _LATER
        if said[verb] == {False} and told.get(verb, frozenset()) == {True} and "conditional" not in STATUS.kinds(claim):
            return _EARLIER
    return ""


def _same_event(verb: str, claim: str, text: str) -> bool:
    """Whether a verb has something else in common about it in both, by stretches of the sentences."""
    ours = [reach.stems for reach in reaches(claim) if verb in reach.stems]
    theirs = [reach.stems for reach in reaches(text) if verb in reach.stems]
    return any(len(one & other) >= 2 for one in ours for other in theirs)
