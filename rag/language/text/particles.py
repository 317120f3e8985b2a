"""Whether "up" and "down" tell a direction, or are a part of their verb: "drawn up", "set down in writing"."""

from __future__ import annotations

from rag.language.lexicon.inflect import by_form
from rag.language.text.numerals import numerals
from rag.language.text.opposites import poles
from rag.language.tokens import Token, tokens

_PARTICLES = frozenset({"up", "down"})
_MOVES = frozenset(
    [
        *by_form("come move edge inch tick nudge push pull head trend turn step scale"),
        *"go goes going went gone creep creeps crept bring brings brought send sends sent drive drives drove driven shot".split(),
    ]
)


def is_particle(text: str, word: Token) -> bool:
    """Whether a word is a verb's particle: right behind a word that tells of no movement, and with no amount behind it."""
    if word.normal not in _PARTICLES:
        return False
    before = [token for token in tokens(text) if token.end == word.start - 1]
    if not before or not before[0].is_content or _moves(before[0]):
        return False
    return not numerals(" ".join(text[word.end :].split()[:2]))


def _moves(word: Token) -> bool:
    return word.normal in _MOVES or bool(poles(word.normal)) or word.normal[:1].isdigit()
