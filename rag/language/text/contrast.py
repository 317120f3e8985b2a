"""Opposite words that a claim and its text use of the same things."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.language.text.clauses import clauses
from rag.language.text.denial_words import Strength
from rag.language.text.opposites import DENYING_PREFIX, is_negated_form, opposite_rows, poles, unprefixed
from rag.language.text.polarity import cues
from rag.language.text.tokens import Token, tokens

_WINDOW = 7


def contrasts(
    claim: str, text: str, is_of_kind: Callable[[int], bool], in_clause: bool = True
) -> list[tuple[Token, Token]]:
    """Pairs of a claim's word and the text's opposite of it that have company in common and are denied alike.

    `is_of_kind` says which rows of opposites count; `in_clause`, whether the company must stand in the same clause.
    """
    theirs = tokens(text)
    kept = {pole for word in tokens(claim) for pole in poles(word.stem)}
    said = {pole for word in theirs for pole in poles(word.stem)}
    return [
        (word, other)
        for word in _telling(tokens(claim), theirs)
        for other in _telling(theirs, tokens(claim))
        if (
            any(is_of_kind(row) for row in _open_rows(word, other, kept, said))
            or (is_of_kind(0) and _is_form_alone(word, other, claim, text))
        )
        and _is_of_the_same(claim, word, text, other, in_clause)
    ]


def _telling(words: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    """The words that have opposites: those of the rows, those with a prefix that denies, and those that the other side so denies."""
    bare = {form for other in others if DENYING_PREFIX.search(other.normal) for form in unprefixed(other.normal)}
    return [w for w in words if poles(w.stem) or w.normal in bare or DENYING_PREFIX.search(w.normal)]


def _open_rows(word: Token, other: Token, kept: set[tuple[int, int]], said: set[tuple[int, int]]) -> list[int]:
    """The rows in which two words are opposite, while neither side has a word of the other's pole."""
    rows = opposite_rows(word.stem, other.stem)
    ours, theirs = set(poles(word.stem)), set(poles(other.stem))
    return [
        row
        for row in rows
        if not ({p for p in ours if p[0] == row} & said or {p for p in theirs if p[0] == row} & kept)
    ]


def _is_form_alone(word: Token, other: Token, claim: str, text: str) -> bool:
    """ "Unfair" for "fair", where neither side has both."""
    if not is_negated_form(word.normal, other.normal):
        return False
    return all(t.normal != other.normal for t in tokens(claim)) and all(t.normal != word.normal for t in tokens(text))


def _is_of_the_same(claim: str, word: Token, text: str, other: Token, in_clause: bool) -> bool:
    beside = neighbours(claim, word) & neighbours(text, other)
    if not beside and len(_company(claim, word, in_clause) & _company(text, other, in_clause)) < 2:
        return False
    return _is_denied_beside(claim, word) == _is_denied_beside(text, other)


def neighbours(text: str, word: Token) -> frozenset[str]:
    """The stems of the content word before a word and of the two after it: what it says something of."""
    words = [t for t in tokens(text) if t.is_content or t.start == word.start]
    place = next((i for i, t in enumerate(words) if t.start == word.start), len(words))
    return frozenset(t.stem for t in words[max(0, place - 1) : place + 3] if t.start != word.start)


def _company(text: str, word: Token, in_clause: bool) -> frozenset[str]:
    """The stems of the content words close to a word."""
    inside = (c for c in clauses(text) if in_clause and c[0] <= word.start < c[1])
    start, end = next(inside, (0, len(text)))
    words = [t for t in tokens(text) if t.is_content and start <= t.start < end]
    place = next((i for i, t in enumerate(words) if t.start >= word.start), len(words))
    near = [t for t in words[max(0, place - _WINDOW) : place + _WINDOW + 1] if t.start != word.start]
    return frozenset(t.stem for t in near)


def _is_denied_beside(text: str, word: Token) -> bool:
    """Whether something other than the word itself denies it."""
    others = [c for c in cues(text) if c.strength >= Strength.REVERSING and not c.start <= word.start < c.end]
    return any(c.clause[0] <= word.start < c.clause[1] and c.start < word.start for c in others)
