"""What the cited text denies, the claim does not affirm; what it affirms, the claim does not deny.

It objects where both sides speak of the same thing and nothing in the other text could be the denial in other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.text.answering import answers
from rag.language.text.clauses import clause_of
from rag.language.text.contrast import contrasts
from rag.language.text.denial_bounds import is_bound, is_demand, is_restricted
from rag.language.text.denial_side import Side
from rag.language.text.denial_words import Strength
from rag.language.text.opposites import FIRST_DEGREE_ROW, are_opposite
from rag.language.text.polarity import Cue, cues
from rag.language.text.tokens import Token, alike, tokens
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict

_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Negation:
    """Objects where claim and cited text differ in whether something is denied, or use opposite words of it."""

    name: str = "negation"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first word that denies on one side alone, or the first pair of opposites."""
        ours, theirs = alike(claim), alike(" . ".join(source.text for source in sources))
        pairs = answers(ours, theirs)
        claimed, cited = Side(ours, pairs), Side(theirs, [(other, cue) for cue, other in pairs])
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
            if cited.restates(claimed, other.start) and theirs[other.end : other.end + 1] != "-":
                return self._finding(f'The cited text has "{other.text}", not "{word.text}".')
        return None

    def _finding(self, reason: str) -> Finding:
        return Finding(Verdict.CONTRADICTED, reason, self.name)


def _shown(text: str, cue: Cue) -> str:
    words = [t for t in tokens(text) if cue.end <= t.start < cue.clause[1]][:3]
    return text[cue.start : words[-1].end if words else cue.end]


def _added(cue: Cue, claimed: Side, cited: Side) -> Verdict | None:
    """Contradicted where the text affirms what the claim denies; unsupported where it says nothing that could deny it."""
    if is_bound(claimed.text[cue.end :], cited.text) or _goes_on(cue, claimed):
        return None
    denied = claimed.denied(cue)
    found = [word for word in denied if cited.places(word)]
    if not denied or not claimed.restates(cited, cue.start) or _is_opposite_said(denied, claimed, cited):
        return None
    if not cue.denies_nouns and found[:1] == list(denied[:1]):
        is_open = cited.may_deny(found[:1]) or is_restricted(cited.text, claimed.text)
        return None if is_open else Verdict.CONTRADICTED
    if cited.may_deny(found):
        return None
    if cue.denies_nouns and len(found) == len(denied):
        return None if cited.hints_beyond(claimed, found, clause_of) else Verdict.CONTRADICTED
    return None if cited.hints_beyond(claimed, found) else Verdict.UNSUPPORTED


def _goes_on(cue: Cue, claimed: Side) -> bool:
    """Whether a "nor" goes on with a denial before it."""
    return cue.stem == "nor" and any(c.strength is Strength.HARD for c in cues(claimed.text) if c.start < cue.start)


def _is_opposite_said(denied: Sequence[Token], claimed: Side, cited: Side) -> bool:
    """Whether the text says the opposite of a denied word, which the claim does not."""
    return any(
        are_opposite(word.stem, other.stem)
        for word in denied
        for other in cited.words
        if other.stem not in claimed.stems and not cited.places(word)
    )


def _is_reversal_added(cue: Cue, claimed: Side, cited: Side) -> bool:
    """Whether nothing in the text turns things round as the claim's word does."""
    if cited.says_alike(cue):
        return False
    if any(other.clause == cue.clause and other.strength is Strength.HARD for other in claimed.open):
        return False
    found = [word for word in claimed.denied(cue) if cited.places(word)]
    if cited.may_deny(found) or not claimed.restates(cited, cue.start):
        return False
    is_opposite = any(are_opposite(cue.stem, word.stem) for word in cited.words if word.stem not in claimed.stems)
    return is_opposite or (bool(found) and not cited.hints_beyond(claimed, found))


def _is_dropped(cue: Cue, claimed: Side, cited: Side) -> bool:
    """Whether the claim affirms what the text denies: most of what the clause says, without a word that could deny it."""
    if is_demand(cited.text[cue.end :], claimed.text):
        return False
    denied = cited.denied(cue)
    found = [word for word in denied if claimed.places(word) and cited.only_in(word, cue)]
    if not found or claimed.may_deny(found) or _is_opposite_said(denied, cited, claimed):
        return False
    if cue.strength is not Strength.HARD and claimed.says_alike(cue):
        return False
    said = cited.clause_stems(cue)
    is_told = len(said & claimed.stems) >= max(2, _ENOUGH * len(said))
    if not is_told and not cited.restates(claimed, cue.start):
        return False
    if cue.strength is Strength.HARD and not cue.denies_nouns and found[0] is denied[0]:
        return True
    return len(found) >= _ENOUGH * len(denied) and not claimed.hints_beyond(cited, found, clause_of)
