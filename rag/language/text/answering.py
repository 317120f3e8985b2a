"""Which denial of one text answers which of another."""

from __future__ import annotations

from index.words import stem
from rag.language.text.clauses import STRONG_BREAK
from rag.language.text.denial_words import Strength
from rag.language.text.opposites import are_alike, unprefixed
from rag.language.text.polarity import Cue, cues, scope
from rag.language.tokens import content_stems, tokens

_HYPHEN = 2


def answers(ours: str, theirs: str) -> list[tuple[Cue, Cue]]:
    """The cues of two texts that answer each other: the same word, or another word that denies the same."""
    left, right = dict[Cue, Cue](), set[Cue]()
    pairs = [(_likeness(ours, cue, theirs, other), cue, other) for cue in cues(ours) for other in cues(theirs)]
    for likeness, cue, other in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness > 0 and cue not in left and other not in right:
            left[cue] = other
            right.add(other)
    return list(left.items())


def _likeness(ours: str, cue: Cue, theirs: str, other: Cue) -> float:
    """How much two cues deny the same: by the words that they deny first, at least by those of their clauses."""
    shared = len(_around(ours, cue) & _around(theirs, other))
    if cue.strength is Strength.HARD and other.strength is Strength.HARD:
        if shared:
            return shared + 0.5
        elsewhere = _denies_what_is_said(ours, cue, theirs, other) or _denies_what_is_said(theirs, other, ours, cue)
        return 0 if elsewhere else 0.1 * len(_clause_stems(ours, cue) & _clause_stems(theirs, other))
    if cue.stem == other.stem:
        return shared + 10
    if cue.strength is not Strength.HARD and other.strength is not Strength.HARD and are_alike(cue.word, other.word):
        return shared + 6
    if min(cue.strength, other.strength) == Strength.SOFT:
        return 5 if _is_negated_word(ours, cue, theirs, other) or _is_negated_word(theirs, other, ours, cue) else 0
    return shared or 0.05 * len(_clause_stems(ours, cue) & _clause_stems(theirs, other))


def _is_negated_word(ours: str, cue: Cue, theirs: str, other: Cue) -> bool:
    """Whether one is "not binding" and the other "non-binding" or "unbound"."""
    if cue.strength is not Strength.HARD:
        return False
    following = (
        [t.stem for t in tokens(theirs) if 0 < t.start - other.end < _HYPHEN] if other.text.lower() == "non" else []
    )
    forms = {stem(form) for form in unprefixed(other.text.lower())} | set(following)
    return any(word.stem in forms for word in scope(ours, cue))


def _denies_what_is_said(ours: str, cue: Cue, theirs: str, other: Cue) -> bool:
    """Whether the first word that a cue denies stands in the other text, out of the clause of the other cue."""
    first = scope(ours, cue)[:1]
    a, b = _reach(theirs, other)
    return any(t.stem == word.stem and not a <= t.start < b for word in first for t in tokens(theirs))


def _reach(text: str, cue: Cue) -> tuple[int, int]:
    """The clause of a cue; where nothing follows the cue in it ("while the others did not"), from the conjunction on."""
    start, end = cue.clause
    if any(t.is_content for t in tokens(text) if cue.end <= t.start < end):
        return start, end
    breaks = [m.end() for m in STRONG_BREAK.finditer(text[: cue.start])]
    return (breaks[-1] if breaks else 0), end


def _clause_stems(text: str, cue: Cue) -> frozenset[str]:
    return content_stems(text[cue.clause[0] : cue.clause[1]])


def _around(text: str, cue: Cue) -> frozenset[str]:
    """The stems of what a cue denies first."""
    return frozenset(token.stem for token in scope(text, cue, 4))
