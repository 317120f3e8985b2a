"""Opposite words that a claim and its text use of the same things."""

from __future__ import annotations

from collections.abc import Callable

from rag.verify.text.opposites import opposite_rows, poles
from rag.verify.text.polarity import Strength, cues
from rag.verify.text.tokens import Token, tokens

_WINDOW = 7


def contrasts(claim: str, text: str, is_of_kind: Callable[[int], bool]) -> list[tuple[Token, Token]]:
    """Pairs of a claim's word and the text's opposite of it that have company in common and are denied alike.

    `is_of_kind` says which rows of opposites count.
    """
    found = []
    theirs = tokens(text)
    kept = {pole for word in tokens(claim) for pole in poles(word.stem)}
    for word in tokens(claim):
        said = {pole for other in theirs for pole in poles(other.stem)}
        open_rows = {row for row, pole in poles(word.stem) if (row, pole) not in said and is_of_kind(row)}
        for other in theirs if open_rows else ():
            rows = opposite_rows(word.stem, other.stem) & open_rows
            if any((row, pole) in kept for row, pole in poles(other.stem) if row in rows):
                continue
            if rows and _is_of_the_same(claim, word, text, other):
                found.append((word, other))
    return found


def _is_of_the_same(claim: str, word: Token, text: str, other: Token) -> bool:
    ours, theirs = company(claim, word), company(text, other)
    if not ours & theirs:
        return False
    return _is_denied_beside(claim, word) == _is_denied_beside(text, other)


def neighbours(text: str, word: Token) -> frozenset[str]:
    """The stems of the content word before a word and of the two after it: what it says something of."""
    words = [t for t in tokens(text) if t.is_content or t.start == word.start]
    place = next((i for i, t in enumerate(words) if t.start == word.start), len(words))
    return frozenset(t.stem for t in words[max(0, place - 1) : place + 3] if t.start != word.start)


def company(text: str, word: Token) -> frozenset[str]:
    """The stems of the content words close to a word."""
    words = [t for t in tokens(text) if t.is_content]
    place = next((i for i, t in enumerate(words) if t.start >= word.start), len(words))
    near = [t for t in words[max(0, place - _WINDOW) : place + _WINDOW + 1] if t.start != word.start]
    return frozenset(t.stem for t in near)


def _is_denied_beside(text: str, word: Token) -> bool:
    """Whether something other than the word itself denies it."""
    others = [c for c in cues(text) if c.strength >= Strength.REVERSING and not c.start <= word.start < c.end]
    return any(c.clause[0] <= word.start < c.clause[1] and c.start < word.start for c in others)
