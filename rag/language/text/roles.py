"""Which words stand by which anchor (a number, a date, a name): two anchors whose company is exchanged have been swapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.tokens import tokens

_BREAK = re.compile(r"[,;:()–]|\b(?:and|but|while|whereas|or)\b")
_BREAK_COST = 4
_CLAUSE = re.compile(r"[,;:()–]|\b(?:and|but|while|whereas|or|when|which|who|as)\b")
_ENOUGH = 3
_ONE_PHRASE = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch `text[start:end]` and what it stands for.

    Equal keys are the same number or date; those of one `group` can be taken for each other.
    """

    start: int
    end: int
    key: str
    group: str = ""


def are_swapped(claim: str, claimed: Sequence[Anchor], text: str, cited: Sequence[Anchor]) -> tuple[str, str] | None:
    """Two keys whose neighbours in the claim are each other's in the text; `None` where none are, or it cannot be told."""
    ours, theirs = _singles(claimed), _singles(cited)
    common = [key for key in ours if key in theirs]
    for i, one in enumerate(common):
        for other in common[i + 1 :]:
            if (
                ours[one].group != ours[other].group
                or _are_close(claim, ours[one], ours[other])
                or _are_close(text, theirs[one], theirs[other])
            ):
                continue
            if _crossed(_company(claim, ours[one], ours[other]), _company(text, theirs[one], theirs[other])):
                return one, other
    return None


def is_misplaced(
    claim: str, anchor: Anchor, text: str, cited: Sequence[Anchor], kept: frozenset[str] = frozenset()
) -> str | None:
    """The key whose neighbours in the text an anchor of the claim has, while it has none of its own; `None` if it is at home.

    A key that is `kept` in the claim too has its neighbours for itself.
    """
    theirs = _singles(cited)
    if anchor.key not in theirs:
        return None
    ours = _clause_words(claim, anchor)
    for key, other in theirs.items():
        if key == anchor.key or key in kept or _are_joined(text, theirs[anchor.key], other):
            continue
        own, rival = _company(text, theirs[anchor.key], other)
        if not ours & own and len(ours & (rival - own)) >= _ENOUGH:
            return key
    return None


def _are_joined(text: str, one: Anchor, other: Anchor) -> bool:
    """Whether two anchors make one range or pair: "2025 to 2027"."""
    first, second = sorted((one, other), key=lambda anchor: anchor.start)
    return second.start <= first.end or len(text[first.end : second.start].split()) <= 1


def _are_close(text: str, one: Anchor, other: Anchor) -> bool:
    """Whether two anchors stand in one phrase, so that their company is the same: "48 of the 212"."""
    first, second = sorted((one, other), key=lambda anchor: anchor.start)
    return len(text[first.end : second.start].split()) <= _ONE_PHRASE


def _clause_words(text: str, anchor: Anchor) -> set[str]:
    """The stems of the words in the anchor's clause."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, anchor.start)), default=0)
    after = _CLAUSE.search(text, anchor.end)
    inside = (start, after.start() if after else len(text))
    return {
        t.stem
        for t in tokens(text)
        if t.is_content and inside[0] <= t.start < inside[1] and not _touches(t.start, t.end, anchor)
    }


def _singles(anchors: Sequence[Anchor]) -> dict[str, Anchor]:
    keys = [anchor.key for anchor in anchors]
    return {anchor.key: anchor for anchor in anchors if keys.count(anchor.key) == 1}


def _crossed(ours: tuple[set[str], set[str]], theirs: tuple[set[str], set[str]]) -> bool:
    """Whether nothing stayed and enough words went over, with each side told apart from the other."""
    one, other = ours[0] - ours[1], ours[1] - ours[0]
    first, second = theirs[0] - theirs[1], theirs[1] - theirs[0]
    straight = len(one & first) + len(other & second)
    over, back = len(one & second), len(other & first)
    return straight == 0 and over + back >= _ENOUGH and min(over, back) >= 1


def _company(text: str, one: Anchor, other: Anchor) -> tuple[set[str], set[str]]:
    """The stems of the words nearer to one anchor and of those nearer to the other; marks and conjunctions keep apart."""
    sides: tuple[set[str], set[str]] = (set(), set())
    for token in tokens(text):
        if not token.is_content or _touches(token.start, token.end, one) or _touches(token.start, token.end, other):
            continue
        near, far = _distance(text, token.start, token.end, one), _distance(text, token.start, token.end, other)
        if near != far:
            sides[0 if near < far else 1].add(token.stem)
    return sides


def _touches(start: int, end: int, anchor: Anchor) -> bool:
    return start < anchor.end and anchor.start < end


def _distance(text: str, start: int, end: int, anchor: Anchor) -> int:
    between = text[end : anchor.start] if end <= anchor.start else text[anchor.end : start]
    return len(between.split()) + _BREAK_COST * len(_BREAK.findall(between))
