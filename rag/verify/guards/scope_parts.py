"""A part of something in the source made into the whole of it: some into all, people from a place into the place."""

from __future__ import annotations

import re

from rag.language.lexicon.exceptions import PEOPLE_FROM, PEOPLE_NAMED, places
from rag.language.lexicon.marking import Mark
from rag.language.lexicon.noun_phrases import THEM, has_number, noun, nouns
from rag.language.lexicon.quantity import QUANTITY, RESTRICTING
from rag.language.text.sweeping import of_a_share, sweeping_words
from rag.language.tokens import content_stems

_CLAUSE_END = re.compile(r"[;:.]|,? \b(?:and|but|while|although|though|whereas|which|who)\b")
_PROPORTIONS = frozenset(
    "most half mostly mainly largely partly partially majority minority chiefly primarily predominantly".split()
)
_PLACES = frozenset({"worldwide", "nationwide"})


def turned(claim: str, text: str) -> str:
    """ "Some measures" made into "every measure": the same noun, restricted there and swept here."""
    swept = [
        (wide, nouns(claim, wide))
        for wide in sweeping_words(claim)
        if wide.kind != "only" and not wide.denied and wide.text.lower() not in _PLACES and not of_a_share(claim, wide)
    ]
    for mark in RESTRICTING.marks(text):
        of = noun(text, mark)
        kept = mark.text.lower() in claim.lower() or any(noun(claim, own) == of for own in RESTRICTING.marks(claim))
        for wide, others in swept:
            same = of in others and (others[0] in nouns(text, mark) or others[0] not in content_stems(text))
            if not kept and (same or others == [THEM]):
                return f"The cited text says “{mark.text}”; the sentence says “{wide.text}”."
    return ""


def unrestricted(claim: str, text: str) -> str:
    """A noun that the source has with "most" or "half" and the claim without any such word."""
    if any(mark.kind in {"some", "none"} for mark in QUANTITY.marks(claim)) or has_number(claim):
        return ""
    for mark in RESTRICTING.marks(text):
        if mark.text.lower() not in _PROPORTIONS:
            continue  # "some ships sank" and "ships sank" say the same
        if noun(text, mark) in content_stems(claim) and _draws_on(claim, text, mark):
            return f"The cited text says “{mark.text}”; the sentence leaves that out."
    return ""


def _draws_on(claim: str, text: str, mark: Mark) -> bool:
    """Whether half of what the claim says stands in the clause of the word."""
    clause = f"{_CLAUSE_END.split(text[: mark.start])[-1]} {_CLAUSE_END.split(text[mark.end :])[0]}"
    said = content_stems(claim)
    return bool(said) and len(said & content_stems(clause)) >= 0.5 * len(said)


def everybody_there(claim: str, text: str) -> str:
    """ "Leaders, among them people from A and B" made into "A and B"."""
    for match in PEOPLE_FROM.finditer(text):
        used = [name for name in places(match["where"]) if re.search(rf"\b{re.escape(name)}\b", claim)]
        if used and not PEOPLE_NAMED.search(claim):
            return f"The cited text speaks of people from {used[0]}; the sentence makes it {used[0]} itself."
    return ""
