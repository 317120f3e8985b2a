"""Nouns that a text speaks of in general: "operators must report" is said of any operator."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from rag.language.tokens import Token, content_stems, tokens

_ONE = frozenset({"a", "an"})
_BEFORE = frozenset(
    "if when where while for to of on by from with in that and or but must may should shall will would can requires require "
    "obliges oblige lets let allows allow asks ask bans ban bars bar forbids forbid before after whether".split()
)
_DUTY = r"(?:must|may|shall|should|can|cannot|will|would|needs?|(?:has|have|is|are) (?:to|required|obliged|allowed|entitled))\b"
_BEHIND = re.compile(rf"^\s*(?P<words>(?:(?:who|that|which|with|whose|from|of|in)\b[^,;.]{{0,80}}?)?)\s*{_DUTY}")


def is_generic(stems: Sequence[str], text: str, claimed: Collection[str]) -> bool:
    """Whether a text speaks, with these stems of a noun phrase, of the noun in general, and restricts it no more than a claim.

    Args:
        stems: of the noun phrase, its noun last.
        text: in which the noun is looked for.
        claimed: stems of the whole claim.
    """
    words = tokens(text)
    return any(
        word.stem == stems[-1] and _bare(words, place, stems) and _restricted_alike(text[word.end :], claimed)
        for place, word in enumerate(words)
    )


def _bare(words: Sequence[Token], place: int, stems: Sequence[str]) -> bool:
    """A plural with no article or number, or a singular with "a", and no adjective that the claim has not."""
    start = place
    while start > 0 and words[start - 1].stem in stems[:-1]:
        start -= 1
    before = words[start - 1].normal if start else ""
    plural = words[place].text.lower().endswith("s")
    return before in _ONE or (plural and (not before or before in _BEFORE or words[start].is_capitalised))


def _restricted_alike(behind: str, claimed: Collection[str]) -> bool:
    """Whether a rule follows the noun, and the claim has at least half of what stands between to restrict it."""
    found = _BEHIND.match(behind)
    restricting = content_stems(found["words"]) if found else frozenset()
    return found is not None and 2 * len(restricting & set(claimed)) >= len(restricting)
