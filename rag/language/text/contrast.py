"""Opposite words that a claim and its text use of the same things."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.language.text.clauses import clause_of, clauses
from rag.language.text.denial_bounds import is_rest_of_count, restrictions
from rag.language.text.denial_words import Strength
from rag.language.text.opposites import DENYING_PREFIX, are_alike, is_negated_form, opposite_rows, poles, unprefixed
from rag.language.text.particles import is_particle
from rag.language.text.polarity import Cue, cues
from rag.language.text.terms import terms
from rag.language.tokens import Token, tokens

_WINDOW = 7
_JUST_AFTER = 1
_CLOSE = 2
# Words that say something of what follows them alone: "most ports", "before the vote".
_AHEAD = frozenset(
    "most more few fewer less least many before after prior inside outside within beyond above below over under beneath".split()
)
_REACH = 5
_RELATIVE = re.compile(r"\b(?:that|who|which)\b")
_ALL_BUT_NONE = frozenset("few little hardly barely scarcely seldom rarely".split())
_BREAK = re.compile(r"[,;:.()–]|\b(?:and|or|but|that|while|when|if)\b")


def contrasts(
    claim: str, text: str, is_of_kind: Callable[[int], bool], in_clause: bool = True
) -> list[tuple[Token, Token]]:
    """Pairs of a claim's word and the text's opposite of it that have company in common and are denied alike.

    Words that the other side says too, or says in other words, are no part of a pair. `is_of_kind` says which rows of
    opposites count; `in_clause`, whether the company must stand in the same clause.
    """
    said, cited = _directed(claim), _directed(text)
    ours, theirs = _telling(said, cited), _telling(cited, said)
    alone, others = _left_over(claim, ours, text, theirs)
    shared = {pole for word in ours if word not in alone for pole in poles(word.normal)}
    shared |= {pole for word in theirs if word not in others for pole in poles(word.normal)}
    return [
        (word, other)
        for word in alone
        for other in others
        if _is_opposite(word, other, is_of_kind)
        and _is_of_the_same(claim, word, text, other, in_clause)
        and (opposite_rows(word.normal, other.normal) or neighbours(claim, word) & neighbours(text, other))
        and (not shared & {*poles(word.normal), *poles(other.normal)} or _is_close_beside(claim, word, text, other))
    ]


def _directed(text: str) -> list[Token]:
    return [word for word in terms(text) if not is_particle(text, word)]


def _telling(words: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """The words that have opposites: those of the rows, those with a prefix that denies, and those that the other side so denies."""
    bare = {form for other in others if DENYING_PREFIX.search(other.normal) for form in unprefixed(other.normal)}
    return [w for w in words if poles(w.normal) or w.normal in bare or DENYING_PREFIX.search(w.normal)]


def _left_over(
    claim: str, ours: Sequence[Token], text: str, theirs: Sequence[Token]
) -> tuple[list[Token], list[Token]]:
    """The words of each side for which the other has none that says the same; each word answers one."""
    alike = [(w, o) for w in ours for o in theirs if are_alike(w.normal, o.normal)]
    paired: list[Token] = []
    answered: list[Token] = []
    for word, other in sorted(alike, key=lambda pair: -len(neighbours(claim, pair[0]) & neighbours(text, pair[1]))):
        if word not in paired and other not in answered:
            paired.append(word)
            answered.append(other)
    return [w for w in ours if w not in paired], [o for o in theirs if o not in answered]


def _is_opposite(word: Token, other: Token, is_of_kind: Callable[[int], bool]) -> bool:
    rows = opposite_rows(word.normal, other.normal)
    return any(map(is_of_kind, rows)) or (is_of_kind(0) and is_negated_form(word.normal, other.normal))


def _is_close_beside(claim: str, word: Token, text: str, other: Token) -> bool:
    return len(neighbours(claim, word) & neighbours(text, other)) >= _CLOSE


def _is_of_the_same(claim: str, word: Token, text: str, other: Token, in_clause: bool) -> bool:
    if {word.normal, other.normal} & _AHEAD and not following(claim, word) & following(text, other):
        return False
    beside = neighbours(claim, word) & neighbours(text, other)
    if not beside and len(_company(claim, word, in_clause) & _company(text, other, in_clause)) < 2:
        return False
    return _is_told_alike(claim, word, text, other)


def _is_told_alike(claim: str, word: Token, text: str, other: Token) -> bool:
    """Whether both words are denied or neither is, both are restricted or neither is, and both are said of the same counts."""
    (start, end), (from_, to) = clause_of(claim, word.start), clause_of(text, other.start)
    if restrictions(claim[start:end]) != restrictions(text[from_:to]):
        return False
    if is_rest_of_count(claim[start:end], text):
        return False
    return _denials_beside(claim, word) % 2 == _denials_beside(text, other) % 2


def neighbours(text: str, word: Token) -> frozenset[str]:
    """The stems of the content word before a word and of the two after it: what it says something of."""
    words = [t for t in tokens(text) if t.is_content or t.start == word.start]
    place = next((i for i, t in enumerate(words) if t.start == word.start), len(words))
    return frozenset(t.stem for t in words[max(0, place - 1) : place + 3] if t.start != word.start)


def following(text: str, word: Token) -> frozenset[str]:
    """The stems of the two content words after a word."""
    return frozenset([t.stem for t in tokens(text) if t.is_content and t.start >= word.end][:2])


def _company(text: str, word: Token, in_clause: bool) -> frozenset[str]:
    """The stems of the content words close to a word."""
    inside = (c for c in clauses(text) if in_clause and c[0] <= word.start < c[1])
    start, end = next(inside, (0, len(text)))
    words = [t for t in tokens(text) if t.is_content and start <= t.start < end]
    place = next((i for i, t in enumerate(words) if t.start >= word.start), len(words))
    near = [t for t in words[max(0, place - _WINDOW) : place + _WINDOW + 1] if t.start != word.start]
    return frozenset(t.stem for t in near)


def _denials_beside(text: str, word: Token) -> int:
    """How many denials other than the word itself stand before it in its clause, or right after it."""
    denying = [c for c in cues(text) if c.strength >= Strength.REVERSING or _is_all_but_none(text, c)]
    others = [c for c in denying if not c.start <= word.start < c.end]
    before = [c for c in others if c.end <= word.start and _is_close(text[c.end : word.start], c)]
    after = [c for c in others if c.start >= word.end and len(text[word.end : c.start].split()) <= _JUST_AFTER]
    return len(before) + len([c for c in after if c.strength is Strength.HARD])


def _is_all_but_none(text: str, cue: Cue) -> bool:
    """Whether a word leaves next to nothing: "few kept it", not "a few kept it"."""
    return cue.word in _ALL_BUT_NONE and not text[: cue.start].lower().endswith(("a ", "the ", "these ", "those "))


def _is_close(between: str, cue: Cue) -> bool:
    """Whether a denial reaches over the words between it and another word: few, and no mark or conjunction among them."""
    reach = cue.ahead if cue.strength is Strength.HARD else _REACH
    if cue.word in _ALL_BUT_NONE:
        between = _RELATIVE.sub("", between)  # "few houses that kept their roofs" denies that they kept them
    return len(between.split()) <= reach and not _BREAK.search(between)
