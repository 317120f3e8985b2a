"""Where a list of those who speak begins: "the north port, Telma and Orvik", "a group that included A, B and C"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.people import DETERMINERS, can_speak
from rag.speaking.tokens import Token

_LINKS = frozenset("of for and 's".split())
_OPENERS = (("that", "included"), ("which", "included"), ("that", "includes"), ("such", "as"), ("among", "them"))
_SINGLE_OPENERS = frozenset("including includes included like".split())


def list_start(found: Sequence[Token], first: int, last: int) -> tuple[int, int | None]:
    """Where the list begins of which `found[first : last + 1]` is the end, and where the words stand that open it.

    `first` and `None` where there is no list.
    """
    if not any(t.lower == "and" for t in found[first : last + 1]):
        return first, None
    start = first
    while start > 1 and found[start - 1].text == ",":
        item = _item_start(found, start - 1)
        if item == start - 1:
            break
        start = item
    return start, _opener(found, start)


def _item_start(found: Sequence[Token], end: int) -> int:
    """The start of a list's item that ends before `end`; `end` where none does: it has nothing but names and nouns for people."""
    start = end
    while start > 0 and end - start < 8 and _in_a_name(found[start - 1]):
        start -= 1
    bounded = start == 0 or not found[start - 1].is_word or _opener(found, start) is not None
    named = any(t.is_name or can_speak(t.lower) for t in found[start:end])
    return start if bounded and named else end


def _in_a_name(token: Token) -> bool:
    return token.is_word and (
        token.is_name or token.lower in DETERMINERS or token.lower in _LINKS or can_speak(token.lower)
    )


def _opener(found: Sequence[Token], start: int) -> int | None:
    """Where the words before a list begin that make it a part of a group: "that included"."""
    before = tuple(t.lower for t in found[max(0, start - 2) : start])
    if before in _OPENERS:
        return start - 2
    return start - 1 if before and before[-1] in _SINGLE_OPENERS else None
