"""What the cited text denies, the claim does not affirm; what it affirms, the claim does not deny."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.verdict import Finding, Verdict
from rag.verify.source import Source
from rag.verify.text.answering import answers
from rag.verify.text.clauses import sentence_of
from rag.verify.text.contrast import contrasts
from rag.verify.text.denial_words import Strength
from rag.verify.text.opposites import FIRST_DEGREE_ROW, are_alike, are_opposite
from rag.verify.text.polarity import Cue, cues, is_denied, scope, unpaired
from rag.verify.text.tokens import Token, alike, tokens

# "Not until they consent" is "their consent is required": a denial with a condition is a condition.
_NEAR = 6
_UNTIL = re.compile(r"^[^,;.]{0,80}\b(?:until|till|unless|without|except|before)\b(?! or )")
_CONDITION = re.compile(
    r"\b(?:until|till|unless|before|without|except|only|requir\w+|must|conditions?|provided|subject to|depends?)\b"
)
_DEMAND = re.compile(
    r"\b(?:until|till|unless|except|only|requir\w+|must|needs?|conditions?|provided|subject to|depends?|from|after|once)\b"
)


@dataclass(frozen=True, slots=True)
class Negation:
    """Objects where claim and cited text differ in whether something is denied, or use opposite words of it."""

    name: str = "negation"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first word that denies on one side alone, or the first pair of opposites."""
        ours, theirs = alike(claim), alike(" \n".join(source.text for source in sources))
        pairs = answers(ours, theirs)
        claimed, cited = _Side(ours, pairs), _Side(theirs, [(other, cue) for cue, other in pairs])
        for cue in claimed.open:
            if cue.strength is Strength.HARD and (verdict := _added(cue, claimed, cited)) is not None:
                reason = f'The cited text does not deny this: "{_shown(ours, cue)}" is not in it.'
                return Finding(verdict, reason, self.name)
            if cue.strength is Strength.REVERSING and _is_reversal_added(cue, claimed, cited):
                return self._finding(f'The cited text does not say "{cue.text}" here.')
        for cue in cited.open:
            if cue.denies_by_itself and _is_dropped(cue, claimed, cited):
                return self._finding(f'The cited text has "{_shown(theirs, cue)}", which the statement leaves out.')
        for word, other in contrasts(ours, theirs, lambda row: row < FIRST_DEGREE_ROW):
            return self._finding(f'The cited text has "{other.text}", not "{word.text}".')
        return None

    def _finding(self, reason: str) -> Finding:
        return Finding(Verdict.CONTRADICTED, reason, self.name)


class _Side:
    """One text, the cues that the other side does not answer (`open`), and those that can deny a word (`active`).

    A word that both sides share ("ban") denies nothing that the other side affirms; a hard one ("not") still does.
    """

    def __init__(self, text: str, pairs: Sequence[tuple[Cue, Cue]]) -> None:
        self.text = text
        self.words = tokens(text)
        answered = {cue for cue, _ in pairs}
        shared = {cue for cue, other in pairs if cue.stem == other.stem and cue.strength is not Strength.HARD}
        self.open = unpaired(text, [cue for cue in cues(text) if cue not in answered])
        self.active = [cue for cue in cues(text) if cue in answered - shared] + self.open

    def places(self, word: Token) -> list[Token]:
        return [t for t in self.words if t.stem == word.stem]

    def says_alike(self, cue: Cue) -> bool:
        """Whether a word here means the same as a cue of the other side."""
        stems = [word.stem for word in self.words] + [other.stem for other in self.open]
        return any(are_alike(cue.stem, other) for other in stems)

    def only_in(self, word: Token, cue: Cue) -> bool:
        """Whether a word stands in the sentence of a cue alone."""
        start, end = sentence_of(self.text, cue.start)
        return all(start <= place.start < end or self.denies(place) for place in self.places(word))

    def denies(self, word: Token) -> bool:
        return is_denied(self.text, word.start, self.active)


def _shown(text: str, cue: Cue) -> str:
    words = [t for t in tokens(text) if cue.end <= t.start < cue.clause[1]][:3]
    return text[cue.start : words[-1].end if words else cue.end]


def _added(cue: Cue, claimed: _Side, cited: _Side) -> Verdict | None:
    """Contradicted where the text affirms what the claim denies: the first denied word that it has decides.

    Unsupported where it has none of the words and denies nothing; `None` where the denial can stand.
    """
    if _UNTIL.search(claimed.text[cue.end :]) and _CONDITION.search(cited.text):
        return None
    denied = scope(claimed.text, cue)
    if not denied or (
        cue.stem == "nor" and any(c.strength is Strength.HARD for c in cues(claimed.text) if c.start < cue.start)
    ):
        return None
    for i, word in enumerate(denied):
        places = cited.places(word)
        if places:
            return None if any(cited.denies(place) for place in places) else Verdict.CONTRADICTED
        if i == 0 and any(are_opposite(word.stem, other.stem) for other in cited.words):
            return None
    return None if cited.open else Verdict.UNSUPPORTED


def _is_reversal_added(cue: Cue, claimed: _Side, cited: _Side) -> bool:
    """Whether nothing in the text turns things round as the claim's word does."""
    if cited.says_alike(cue):
        return False
    if any(other.clause == cue.clause and other.strength is Strength.HARD for other in claimed.open):
        return False
    for word in scope(claimed.text, cue):
        places = cited.places(word)
        if places:
            return not any(cited.denies(place) for place in places)
    return not cited.open


def _is_dropped(cue: Cue, claimed: _Side, cited: _Side) -> bool:
    """Whether the claim affirms what the text denies: the first word denied, or two of them."""
    denied = scope(cited.text, cue)
    if _UNTIL.search(cited.text[cue.end :]) and _DEMAND.search(claimed.text):
        return False
    if cue.strength is not Strength.HARD and claimed.says_alike(cue):
        return False
    if any(are_opposite(word.stem, other.stem) for word in denied[:2] for other in claimed.words):
        return False
    found = {i: claimed.places(word) for i, word in enumerate(denied) if cited.only_in(word, cue)}
    if any(claimed.denies(place) for places in found.values() for place in places):
        return False
    stand_before = all(word.end <= cue.start for word in denied)
    affirmed = {
        i: places[0]
        for i, places in found.items()
        if places and (stand_before or any(cited.denies(place) for place in cited.places(denied[i])))
    }
    if cue.strength is Strength.HARD and 0 in affirmed and all(cited.denies(p) for p in cited.places(denied[0])):
        return True
    return len(affirmed) >= 2 and _are_near(claimed.text, list(affirmed.values()))


def _are_near(text: str, words: list[Token]) -> bool:
    """Whether two of the words stand close to each other."""
    places = sorted(word.start for word in words)
    return any(len(text[a:b].split()) <= _NEAR for a, b in itertools.pairwise(places))
