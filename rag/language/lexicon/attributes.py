"""Adjectives that say how settled a thing is, each with the noun that it stands before: a draft roster, the final roster."""

from __future__ import annotations

from functools import lru_cache

from rag.language.tokens import FUNCTION_WORDS, Token, tokens

_CLASSES = {
    "unsettled": "draft proposed provisional tentative interim preliminary planned pending potential possible prospective intended "
    "suggested expected trial pilot temporary unfinished projected envisaged mooted hypothetical experimental",
    "settled": "final adopted definitive approved completed enacted permanent definite agreed confirmed finished existing finalised "
    "finalized ratified signed concluded full settled",
    "free": "voluntary optional non-binding recommended discretionary advisory",
    "bound": "mandatory compulsory binding obligatory required statutory",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
OPPOSITE = {"unsettled": "settled", "settled": "unsettled", "free": "bound", "bound": "free"}
_DENIALS = frozenset("no not never without neither nor until before once if unless".split())
_LONGEST = 3  # words of a thing's name behind the adjective


@lru_cache(maxsize=4096)
def attributes(text: str) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Each such adjective that is not denied: its class, the word, and the stems of what it stands before."""
    words = tokens(text)
    return tuple(
        (_CLASS_OF[token.normal], token.normal, things)
        for place, token in enumerate(words)
        if token.normal in _CLASS_OF and not _denied(words, place) and (things := _things(words, place))
    )


def _things(words: tuple[Token, ...], place: int) -> frozenset[str]:
    found = []
    for word in words[place + 1 : place + 1 + _LONGEST]:
        if word.normal in FUNCTION_WORDS or word.normal in _CLASS_OF:
            break
        found.append(word.stem)
    return frozenset(found)


def _denied(words: tuple[Token, ...], place: int) -> bool:
    return any(word.normal in _DENIALS for word in words[max(0, place - 3) : place])
