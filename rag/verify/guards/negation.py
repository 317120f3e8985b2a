"""What the cited text denies, the claim does not affirm; what it affirms, the claim does not deny.

It objects where both sides speak of the same thing and nothing in the other text could be the denial in other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.text.answering import answers
from rag.language.text.clauses import clause_of
from rag.language.text.contrast import contrasts
from rag.language.text.denial_bounds import demands, is_restricted
from rag.language.text.denial_changes import (
    is_denied_twice,
    is_dropped,
    is_opposite_said,
    is_reversal_added,
    is_said_otherwise,
)
from rag.language.text.denial_heads import would_hold
from rag.language.text.denial_joints import is_condition, is_joined_on
from rag.language.text.denial_side import Side
from rag.language.text.denial_words import Strength
from rag.language.text.opposites import FIRST_DEGREE_ROW
from rag.language.text.polarity import Cue
from rag.language.tokens import alike, tokens
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict


@dataclass(frozen=True, slots=True)
class Negation:
    """Objects where claim and cited text differ in whether something is denied, or use opposite words of it."""

    name: str = "negation"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first word that denies on one side alone, or the first pair of opposites."""
        ours, theirs = alike(claim), alike(" . ".join(source.text for source in sources))
        pairs = answers(ours, theirs)
        claimed, cited = Side(ours, pairs, theirs), Side(theirs, [(other, cue) for cue, other in pairs], ours)
        for cue in claimed.open:
            if cue.strength is Strength.HARD and (verdict := _added(cue, claimed, cited)) is not None:
                reason = f'The cited text does not deny this: "{_shown(ours, cue)}" is not in it.'
                return Finding(verdict, reason, self.name)
            if is_denied_twice(cue, claimed, cited, pairs):
                return self._finding(f'The cited text denies once what the statement denies twice: "{cue.text}".')
            if cue.strength is Strength.REVERSING and is_reversal_added(cue, claimed, cited):
                return self._finding(f'The cited text does not say "{cue.text}" here.')
        for cue in cited.open:
            is_demand = is_condition(cue, theirs) and demands(ours)
            if is_demand or is_joined_on(cue, theirs, [other for _, other in pairs]):
                continue
            if cue.denies_by_itself and is_dropped(cue, claimed, cited):
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
    if is_said_otherwise(cue, claimed, cited):
        return None
    denied = claimed.denied(cue)
    found = [word for word in denied if cited.places(word)]
    if not denied or not claimed.restates(cited, cue.start) or is_opposite_said(denied, claimed, cited):
        return None
    if not would_hold(claimed, cue, cited) or (cue.denies_nouns and not any(map(cited.says, denied))):
        return None
    if not cue.denies_nouns and found[:1] == list(denied[:1]):
        is_open = cited.may_deny(found[:1]) or is_restricted(cited.text, claimed.text)
        return None if is_open else Verdict.CONTRADICTED
    if cited.may_deny(found):
        return None
    if cue.denies_nouns and len(found) == len(denied):
        return None if cited.hints_beyond(claimed, found, clause_of) else Verdict.CONTRADICTED
    return None if cited.hints_beyond(claimed, found) else Verdict.UNSUPPORTED
