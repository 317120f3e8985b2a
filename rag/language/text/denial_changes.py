"""How a claim can change what its text denies: add what turns it round, deny it twice, or leave the denial out."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.text.clauses import clause_of
from rag.language.text.denial_bounds import (
    is_bound,
    is_demand,
    is_exceeding,
    is_part_apart,
    is_rest_of_count,
    is_set_apart,
)
from rag.language.text.denial_heads import action, head, is_head_in, is_spelt_out, would_hold
from rag.language.text.denial_joints import is_condition, is_condition_before, is_joined
from rag.language.text.denial_side import Side
from rag.language.text.denial_words import Strength
from rag.language.text.opposites import are_opposite, is_negated_form
from rag.language.text.polarity import Cue
from rag.language.tokens import Token

_ENOUGH = 0.5
_MOST = 0.75
_NEAR = 2


def is_said_otherwise(cue: Cue, claimed: Side, cited: Side) -> bool:
    """Whether the denial is a bound, a term, the rest of a count or one of two things set apart, which needs no word that denies."""
    text = claimed.text
    if is_bound(text[cue.end :], cited.text) or is_set_apart(text, cue.start, cited.text):
        return True
    if _opens_name(cue, claimed, cited) or is_rest_of_count(text[cue.clause[0] : cue.clause[1]], cited.text):
        return True
    return is_condition(cue, text) or is_condition_before(cue, text, cited.text) or is_joined(cue, text)


def _opens_name(cue: Cue, claimed: Side, cited: Side) -> bool:
    """Whether a word that denies opens a title that the text has too: "No Harbour in Winter"."""
    following = next((word for word in claimed.words if word.start >= cue.end), None)
    return following is not None and following.is_capitalised and claimed.text[cue.start : following.end] in cited.text


def is_opposite_said(denied: Sequence[Token], claimed: Side, cited: Side) -> bool:
    """Whether the text says the opposite of a denied word, which the claim does not."""
    return any(
        are_opposite(word.normal, other.normal) or is_negated_form(word.normal, other.normal)
        for word in denied
        for other in cited.words
        if other.stem not in claimed.stems and not cited.places(word)
    )


def is_reversal_added(cue: Cue, claimed: Side, cited: Side) -> bool:
    """Whether the text affirms what the claim says that someone refused, failed or declined to do."""
    deed = action(claimed, cue)
    denied = claimed.denied(cue) if deed is None else (deed,)
    if cited.says_alike(cue) or is_said_otherwise(cue, claimed, cited) or (deed is None and cue.is_judgement):
        return False
    if any(other.clause == cue.clause and other.strength is Strength.HARD for other in claimed.open):
        return False
    found = [word for word in denied if cited.places(word)]
    if not found or cited.may_deny(found) or not claimed.restates(cited, cue.start):
        return False
    return would_hold(claimed, cue, cited) and not cited.hints_beyond(claimed, found)


def is_denied_twice(cue: Cue, claimed: Side, cited: Side, pairs: Sequence[tuple[Cue, Cue]]) -> bool:
    """Whether "not" stands before the claim's word, and before the opposite of it in the text: "not rejected", "not accepted"."""
    for ours, theirs in pairs:
        between = claimed.text[ours.end : cue.start]
        if ours.strength is Strength.HARD is theirs.strength and ours.end < cue.start and len(between.split()) <= _NEAR:
            first = cited.denied(theirs)[:1]
            return any(are_opposite(cue.word, word.normal) for word in first)
    return False


def _is_content_head(cue: Cue, cited: Side) -> bool:
    found = head(cited, cue)
    return found is not None and found.is_content


def is_dropped(cue: Cue, claimed: Side, cited: Side) -> bool:
    """Whether the claim affirms what the text denies: most of what the clause says, without a word that could deny it."""
    rest = cited.text[cue.end :]
    if (
        is_demand(rest, claimed.text)
        or is_exceeding(rest)
        or is_part_apart(cited.text, cue.start, rest)
        or not is_spelt_out(cited, cue)
    ):
        return False
    denied = cited.denied(cue)
    found = [word for word in denied if claimed.places(word) and cited.only_in(word, cue)]
    if not found or claimed.may_deny(found) or is_opposite_said(denied, cited, claimed):
        return False
    if cue.strength is not Strength.HARD and claimed.says_alike(cue):
        return False
    said = cited.clause_stems(cue)
    is_told = len(said & claimed.stems) >= max(2, _ENOUGH * len(said))
    if not is_told and not cited.restates(claimed, cue.start):
        return False
    if claimed.hints_beyond(cited, found, clause_of):
        return False
    is_head_told = cue.denies_nouns or is_head_in(cited, cue, claimed)
    is_all_told = claimed.is_plain() and _is_content_head(cue, cited) and len(said & claimed.stems) >= _MOST * len(said)
    if not is_head_told and not is_all_told:
        return False
    return (cue.strength is Strength.HARD and found[0] is denied[0]) or len(found) >= _ENOUGH * len(denied)
