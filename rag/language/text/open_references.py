"""Words of a text that stand for somebody whom nothing that can be seen names: "he", "the judge", "it"."""

from __future__ import annotations

import re

from rag.language.lexicon.people import GROUPS, PEOPLE
from rag.language.text.names import Name, names
from rag.language.tokens import alike

_THIRD = re.compile(r"\b(?:he|him|his|she|her|hers|it|its|they|them|their)\b", re.IGNORECASE)
_OPENING = re.compile(r"^\W*(?:\w+\W+){0,4}?(?:it|they|its|their)\b", re.IGNORECASE)
_PERSONAL = {
    "Mr": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "Ms": re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE),
}
# Titles that a pronoun of the other kind cannot stand for.
_OTHER_TITLES = {"Mr": re.compile(r"\b(?:Ms|Mrs|Miss|Lady|Dame|Queen) "), "Ms": re.compile(r"\b(?:Mr|Sir|Lord|King) ")}
_DEFINITE = re.compile(r"^\W*the (?P<noun>[a-z-]+)\b", re.IGNORECASE)
_IN_A_PLACE = re.compile(r"\b(?:in|from|at|of|for|near|to)(?: the)? (?:[A-Z]\w+ and )?$")
_SOMEBODY = re.compile(r"\b[Tt]he (?P<noun>[A-Za-z]+)\b(?:'s)?(?! (?:of|for|[A-Z]))")
_AGENT_BEFORE = re.compile(
    r"(?:^|[,;:.] |\b(?:by|to|that|says?|said|with|as|while|and|but|which) )(?:(?:the|mr|ms|mrs|dr|dame|sir|justice|judge|captain|minister) )*$|^(?:[a-z'-]+ ){1,3}$",
    re.IGNORECASE,
)


def refers_to_somebody(text: str) -> bool:
    """Whether a text has a word for somebody or something that it may not name itself."""
    return bool(_THIRD.search(text)) or _has_somebody(text)


def leaves_person_open(text: str, before: str) -> bool:
    """Whether "he" or "she" stands in a text for somebody whom neither it nor what stands before it can have named."""
    plain = alike(text)
    for title, pronoun in _PERSONAL.items():
        found = pronoun.search(plain)
        if found and not _candidates(plain[: found.start()], title) and not _candidates(alike(before), title):
            return True
    return False


def leaves_open(text: str, before: str) -> bool:
    """Whether a text speaks of somebody by "it" or "the judge", and names nobody whom this could be, nor does what stands before it."""
    if _candidates(alike(before), ""):
        return False
    opening = alike(text.strip())
    noun = _DEFINITE.match(opening)
    pronoun = _OPENING.match(opening)
    unnamed = pronoun is not None and not names(opening[: pronoun.end()])
    return unnamed or _has_somebody(opening) or bool(noun and noun["noun"].lower() in PEOPLE | GROUPS)


def can_fill(claim: str, name: Name) -> bool:
    """Whether a name of a claim stands where somebody acts or speaks, as such a word does."""
    return bool(_AGENT_BEFORE.search(claim[: name.start]))


def _candidates(text: str, title: str) -> list[Name]:
    """The names for which a pronoun may stand: none of places, and none with a title of the other kind."""
    other = _OTHER_TITLES.get(title)
    found = [name for name in names(text) if not _IN_A_PLACE.search(text[: name.start])]
    return [name for name in found if other is None or not other.match(name.text + " ")]


def _has_somebody(text: str) -> bool:
    nouns = [match["noun"].lower() for match in _SOMEBODY.finditer(alike(text))]
    return any(noun in PEOPLE and not noun.endswith("s") for noun in nouns)
