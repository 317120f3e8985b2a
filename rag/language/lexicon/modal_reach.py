"""Which modal governs which words, so that "will" can be held against the "may" of the same thing and no other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rag.language.tokens import content_stems

_FINITE = r"(?:is|are|was|were|has|have|had|will|would|may|can|could|should|must|shall|might|does|did|do)"
_JOINTS = re.compile(
    rf"[,;:.!?–]\s|[()]|\b(?:that|which|who|whether|if|unless|because|since|while|whereas|although|though|but|until|when|where|so)\b"
    rf"|\band\b(?=(?: [\w'-]+){{0,6}}? {_FINITE}\b)"
)
_ASIDE = re.compile(
    rf"(?<=\b)({_FINITE}), [^,;.]{{3,80}},(?= )|, (?:in|according to|by|as) [^,;.]{{3,60}},(?= {_FINITE}\b)"
)
_MODAL = re.compile(
    r"\b(?:(?P<will>will|shall)|(?P<would>would)|(?P<could>could)|(?P<may>(?<!\d )may|might)|(?P<can>can|cannot)"
    r"|(?P<should>should|ought to)"
    r"|(?P<must>must|ha(?:s|ve|d)(?: \w+)? to|(?:is|are|was|were)(?: \w+)? (?:obliged|required|bound|compelled|forced) to))\b"
    r"|(?P<wont>\bwon['’]t\b)"
)
# What makes a "will" or "must" no more than a possibility, before it and behind it.
_SOFTENED_BEFORE = re.compile(
    r"\b(?:hop\w+|fear\w*|wish\w*|wants?|wanted|chances?|risk\w*|possib\w+|prospects?|likel\w+|doubt\w*|whether|if|should|unless|may|might"
    r"|could|expect\w*|(?:demand|propos|ask|insist)\w* that|calls? for|called for)\s+(?:(?!and\b)[^,;.\s]+\s+){0,8}$",
    re.IGNORECASE,
)
_SOFTENED_BEHIND = re.compile(
    r"^(?:(?: \w+){0,2} (?:be|feel|become) (?:un)?(?:able|allowed|free|permitted|entitled|possible|likely|empowered|eligible)\b"
    r"|(?: \w+){0,2} (?:perhaps|possibly|probably|likely|potentially|presumably)\b"
    r"|(?: \w+){0,2} have (?:the|a|an) (?:option|right|chance|opportunity|power)\b)"
)
_LIMITS = re.compile(
    r"\b(?:only|solely|no|not|none|nobody|neither|nor|at most|at least|except|unless|without|never)\b|n['’]t\b"
)


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch between two joints of a sentence, with its modals by kind, and how it is softened or limited."""

    stems: frozenset[str]
    modals: dict[str, str]
    softened: bool
    limited: bool
    text: str


def softened(before: str) -> bool:
    """Whether what follows these words is only hoped, feared or asked for: "hopes that it"."""
    return bool(_SOFTENED_BEFORE.search(before))


@lru_cache(maxsize=4096)
def reaches(text: str) -> tuple[Reach, ...]:
    """The stretches of a text that say something, in order."""
    plain = _ASIDE.sub(lambda aside: aside[1] or "", text)
    starts = [0, *(m.start() for m in _JOINTS.finditer(plain)), len(plain)]
    found = [_reach(plain, start, end) for start, end in pairwise(starts)]
    return tuple(reach for reach in found if len(reach.stems) >= 2)


def _reach(text: str, start: int, end: int) -> Reach:
    words = text[start:end]
    modals = {str(m.lastgroup): m.group() for m in _MODAL.finditer(words)}
    return Reach(content_stems(words), modals, _is_soft(text, start, words), bool(_LIMITS.search(words)), words)


def _is_soft(text: str, start: int, words: str) -> bool:
    modal = _MODAL.search(words)
    if modal is None:
        return False
    before = text[max(0, start - 60) : start] + words[: modal.start()]
    return bool(softened(before) or _SOFTENED_BEHIND.match(words[modal.end() :]))


def nearest_reach(reach: Reach, text: str) -> Reach | None:
    """The stretch of a text that shares most with this one; `None` where two share as much, or none shares two words."""
    by_shared = sorted(reaches(text), key=lambda other: -len(other.stems & reach.stems))
    shared = [len(other.stems & reach.stems) for other in by_shared[:2]]
    if not shared or shared[0] < 2 or (len(shared) > 1 and shared[1] == shared[0]):
        return None
    return by_shared[0]
