"""Where a change starts and where it ends: "from 3.1 to 2.6" and "to 2.6 from 3.1" are one, "from 2.6 to 3.1" is not."""

from __future__ import annotations

import re
from itertools import combinations

from rag.language.text.roles import Anchor

_AMOUNT = r"(?: (?:the|about|around|just|over|under|nearly|almost|some|roughly|only|more than|less than))*\s?$"
_FROM = re.compile(
    rf"\b(?:from|rather than|instead of|against|compared (?:with|to)|after|previously|formerly){_AMOUNT}", re.IGNORECASE
)
_TO = re.compile(rf"\bto{_AMOUNT}", re.IGNORECASE)


def direction(text: str, anchor: Anchor) -> str:
    """ "from" or "to", whichever leads to an anchor; empty where neither does."""
    lead = text[: anchor.start]
    return "from" if _FROM.search(lead) else "to" if _TO.search(lead) else ""


def begins_alike(claim: str, claimed: list[Anchor], text: str, cited: list[Anchor], keys: tuple[str, str]) -> bool:
    """Whether both texts have the same one of two numbers as what something was before."""
    ours = [key for key in keys if direction(claim, _of(claimed, key)) == "from"]
    theirs = [key for key in keys if direction(text, _of(cited, key)) == "from"]
    return len(ours) == 1 and ours == theirs


def turned_round(claim: str, claimed: list[Anchor], text: str, cited: list[Anchor]) -> tuple[str, str] | None:
    """Two keys of which the claim has as the beginning what the text has as the end."""
    common = [a.key for a in claimed if a.key in {b.key for b in cited}]
    for pair in combinations(dict.fromkeys(common), 2):
        told = ends(claim, claimed, pair)
        if told and ends(text, cited, pair) == told[::-1]:
            return pair
    return None


def ends(text: str, anchors: list[Anchor], keys: tuple[str, str]) -> tuple[str, ...]:
    """The directions that lead to the two anchors; empty unless one is "from" and the other "to"."""
    found = tuple(direction(text, _of(anchors, key)) for key in keys)
    return found if set(found) == {"from", "to"} else ()


def _of(anchors: list[Anchor], key: str) -> Anchor:
    return next(anchor for anchor in anchors if anchor.key == key)
