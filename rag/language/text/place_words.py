"""What stands right behind the adjective of a country: "the American text" is not "the Chinese text"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.text.places import alias_pattern, aliases
from rag.language.tokens import alike, tokens

_REACH = 6  # words before a country among which the thing may be that is said to be of it
_LEADS = re.compile(r"\b(?:of|from|in|by|for|with|and)(?: the)? $")


def other_country(claim: str, texts: Sequence[str]) -> tuple[str, str] | None:
    """Something that is one country's in the claim and another's in the text, each by an adjective right before it.

    Nothing is said where the text has the thing near the claim's country too, or the claim has it as the other's as well.
    """
    ours, theirs = _owned(claim), [pair for text in texts for pair in _owned(text)]
    for place, thing, shown in ours:
        rivals = [other for other in theirs if other[1] == thing and other[0] != place]
        known = any((place, thing) == other[:2] for other in theirs) or any(_near(text, place, thing) for text in texts)
        if rivals and not known and not any((rivals[0][0], thing) == our[:2] for our in ours):
            return shown, rivals[0][2]
    return None


def _owned(text: str) -> list[tuple[str, str, str]]:
    """Countries by their adjectives or with a possessive, the stem of the word behind them, and the words as they stand."""
    plain = alike(text)
    words = tokens(plain)
    found = []
    for match in alias_pattern().finditer(plain):
        after = next((w for w in words if w.start >= match.end() + 1), None)
        between = plain[match.end() : after.start] if after else ""
        if after and between in (" ", "'s ") and after.is_content and not after.is_capitalised:
            found.append((aliases()[match.group().lower()], after.stem, plain[match.start() : after.end]))
    return found


def _near(text: str, place: str, thing: str) -> bool:
    """Whether the thing is said to be of, from or in the country: "the text of the United States"."""
    plain = alike(text)
    words = tokens(plain)
    for match in alias_pattern().finditer(plain):
        if aliases()[match.group().lower()] == place and _LEADS.search(plain[: match.start()]):
            before = [w.stem for w in words if w.end <= match.start()][-_REACH:]
            if thing in before:
                return True
    return False
