"""The words before a verb of saying: those that help it ("has also"), reach for it ("went on to") or make it a noun ("the")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.speaking.tokens import Token

BE = frozenset("is are was were be been being am".split())
_AUXILIARIES = BE | frozenset("has have had will would may might could can did does do should must shall".split())
_ADVERBS = frozenset(
    "also then later again once still since first twice even just never not both often always himself herself itself "
    "themselves further now long too already recently initially all soon thus therefore however".split()
)
REACHING = frozenset("went on came sought wanted tried continued chose goes go come try wants want seeks liked".split())
_NOUN_SIGNS = frozenset(
    "the a an of in on by with for without under against about at from over among between into than his her its their our your my no any this these such "
    "more less".split()
)
_NUMBER_WORD = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)$"
)


def is_noun(previous: Token) -> bool:
    """Whether the word before shows that what looks like a verb is a noun: "the claims", "13 points"."""
    return (
        previous.lower in _NOUN_SIGNS
        or _NUMBER_WORD.match(previous.lower) is not None
        or previous.text.isdigit()
        or previous.lower.endswith(("'s", "s'"))
    )


def group_start(found: Sequence[Token], verb: int) -> int:
    """Where the words that help a verb begin."""
    start = verb
    while start > 0 and helps(found[start - 1].lower):
        start -= 1
    return start


def helps(word: str) -> bool:
    """Whether a word may stand between a subject and its verb: an auxiliary or an adverb."""
    return (
        word in _AUXILIARIES
        or word in _ADVERBS
        or (word.endswith("ly") and word not in {"family", "assembly", "italy"})
    )


def is_reaching(found: Sequence[Token], to: int) -> bool:
    """Whether the word before "to" is one of going on or trying: "went on to say"."""
    return to > 0 and found[to - 1].lower in REACHING
