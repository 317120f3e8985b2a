"""What the cited text denies, the claim does not affirm; what it affirms, the claim does not deny."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.verdict import Finding, Verdict
from rag.verify.source import Source
from rag.verify.text.contrast import contrasts
from rag.verify.text.opposites import FIRST_DEGREE_ROW, are_alike, are_opposite
from rag.verify.text.polarity import Cue, Strength, cues, is_denied, scope, spent, unpaired
from rag.verify.text.tokens import Token, alike, tokens

# "Not until they consent" is "their consent is required": a denial with a condition is a condition.
_UNTIL = re.compile(r"^[^,;.]{0,80}\b(?:until|till|unless|without|except|before)\b(?! or )")
_CONDITION = re.compile(r"\b(?:until|till|unless|before|without|except|only|requir\w+|must|conditions?|provided|subject to|depends?)\b")


@dataclass(frozen=True, slots=True)
class Negation:
    """Objects where claim and cited text differ in whether something is denied, or use opposite words of it."""

    name: str = "negation"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first word that denies on one side alone, or the first pair of opposites."""
        ours, theirs = alike(claim), alike(" \n".join(source.text for source in sources))
        answered, answering = spent(ours, theirs)
        claimed, cited = _Side(ours, answered), _Side(theirs, answering)
        for cue in claimed.open:
            if cue.strength is Strength.HARD and _is_added(cue, claimed, cited):
                return self._finding(f'The cited text does not deny this: "{_shown(ours, cue)}" is not in it.')
            if cue.strength is Strength.REVERSING and _is_reversal_added(cue, claimed, cited):
                return self._finding(f'The cited text does not say "{cue.text}" here.')
        for cue in cited.open:
            if cue.strength is not Strength.SOFT and _is_dropped(cue, claimed, cited):
                return self._finding(f'The cited text has "{_shown(theirs, cue)}", which the statement leaves out.')
        for word, other in contrasts(ours, theirs, lambda row: row < FIRST_DEGREE_ROW):
            return self._finding(f'The cited text has "{other.text}", not "{word.text}".')
        return None

    def _finding(self, reason: str) -> Finding:
        return Finding(Verdict.CONTRADICTED, reason, self.name)


class _Side:
    """One text, the cues that the other side does not answer (`open`), and those that can deny a word (`active`)."""

    def __init__(self, text: str, answered: frozenset[Cue]) -> None:
        self.text = text
        self.words = tokens(text)
        self.open = unpaired(text, [cue for cue in cues(text) if cue not in answered])
        self.active = [cue for cue in cues(text) if cue.strength is Strength.HARD and cue in answered] + self.open

    def places(self, word: Token) -> list[Token]:
        return [t for t in self.words if t.stem == word.stem]

    def denies(self, word: Token) -> bool:
        return is_denied(self.text, word.start, self.active)


def _shown(text: str, cue: Cue) -> str:
    words = [t for t in tokens(text) if cue.end <= t.start < cue.clause[1]][:3]
    return text[cue.start : words[-1].end if words else cue.end]


def _is_added(cue: Cue, claimed: _Side, cited: _Side) -> bool:
    """Whether the text affirms what the claim denies: the first denied word that it has decides."""
    if _UNTIL.search(claimed.text[cue.end :]) and _CONDITION.search(cited.text):
        return False
    denied = scope(claimed.text, cue)
    if not denied or (cue.stem == "nor" and any(c.strength is Strength.HARD for c in cues(claimed.text) if c.start < cue.start)):
        return False
    for word in denied:
        places = cited.places(word)
        if places:
            return not any(cited.denies(place) for place in places)
        if any(are_opposite(word.stem, other.stem) for other in cited.words):
            return False
    return not cited.open


def _is_reversal_added(cue: Cue, claimed: _Side, cited: _Side) -> bool:
    """Whether nothing in the text turns things round as the claim's word does."""
    if any(are_alike(cue.stem, other.stem) for other in (*cited.words, *cited.open)):
        return False
    if any(other.clause == cue.clause and other.strength is Strength.HARD for other in claimed.open):
        return False
    shared = [place for word in scope(claimed.text, cue) for place in cited.places(word)]
    if not shared:
        return not cited.open
    return not any(cited.denies(place) for place in shared)


def _is_dropped(cue: Cue, claimed: _Side, cited: _Side) -> bool:
    """Whether the claim affirms what the text denies: the first word denied, or two of them."""
    denied = scope(cited.text, cue)
    if cue.strength is not Strength.HARD:
        if any(are_alike(cue.stem, other.stem) for other in (*claimed.words, *claimed.open)):
            return False
        if any(are_opposite(cue.stem, word.stem) and not claimed.denies(word) for word in claimed.words):
            return True
    if any(are_opposite(word.stem, other.stem) for word in denied[:2] for other in claimed.words):
        return False
    found = {i: claimed.places(word) for i, word in enumerate(denied)}
    if any(claimed.denies(place) for places in found.values() for place in places):
        return False
    affirmed = {i for i, places in found.items() if places and any(cited.denies(p) for p in cited.places(denied[i]))}
    is_sure = 0 in affirmed and all(cited.denies(p) for p in cited.places(denied[0]))
    return len(affirmed) >= 2 or (cue.strength is Strength.HARD and is_sure)
