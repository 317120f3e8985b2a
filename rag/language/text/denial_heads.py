"""What a denial is right before: the deed that was refused, the word that is denied, the names and numbers that come with it."""

from __future__ import annotations

import re

from rag.language.text.denial_side import Side
from rag.language.text.denial_words import Strength
from rag.language.text.polarity import Cue
from rag.language.text.quantities import quantities
from rag.language.tokens import Token

_ACTION = re.compile(r" (?:to (?:\w+ly )?(\w+)|(\w+ing)\b)")
_ANAPHORA = re.compile(r" (?:that|it|this|them|these|those|so)[,.;:]")
_HEAD = re.compile(r" (?:(?:yet|also|even|be|been|being|have|had|to|a|an|the|\w+ly) )*(\w+)")
_IS_A = re.compile(r"\b(?:is|are|was|were|be|been|isn't|aren't|wasn't|weren't)(?: not| no| never)?$", re.IGNORECASE)
_THING = re.compile(
    r" (?:an?|the|any|\w+-\w+)\b(?: (?!(?:of|in|on|at|by|to|for|with|from|that|who|which)\b)[\w'-]+){0,2}"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR, _MONTH = re.compile(r"\b(?:1[5-9]|20)\d\d\b"), re.compile(rf"\b(?:{_MONTHS})\b")
_DATES = re.compile(rf"{_MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_PREPOSITIONS = frozenset("among in on at by of for with within under".split())


def action(side: Side, cue: Cue) -> Token | None:
    """What a cue is followed by as its verb: "sign" in "refused to sign", "signing" in "ruled out signing"."""
    match = _ACTION.match(side.text[cue.end :])
    start = cue.end + match.start(match.lastindex or 1) if match else -1
    return next((word for word in side.words if word.start == start and word.is_content), None)


def is_spelt_out(side: Side, cue: Cue) -> bool:
    """Whether a cue comes with what it denies, and not just with "that" or "it": "denied this"."""
    return cue.strength is Strength.HARD or not _ANAPHORA.match(side.text[cue.end :])


def head(side: Side, cue: Cue) -> Token | None:
    """The word right after a cue, auxiliaries and adverbs apart."""
    match = _HEAD.match(side.text[cue.end :])
    start = cue.end + match.start(1) if match else -1
    return next((word for word in side.words if word.start == start), None)


def is_head_in(side: Side, cue: Cue, other: Side) -> bool:
    """Whether the head of a cue is told in the other text too; a preposition is no head."""
    found = head(side, cue)
    return found is None or found.normal in _PREPOSITIONS or other.says(found)


def would_hold(side: Side, cue: Cue, other: Side) -> bool:
    """Whether the other side has all names and numbers that a cue denies, and all of the thing that "is not a" denies.

    Who did not come in May may well have come in June, and what is not a mill is something else.
    """
    end = cue.clause[1]
    words = [word for word in side.words if cue.end <= word.start < end]
    names = [word for word in words if word.is_capitalised and not _DATES.fullmatch(word.text)]
    exact = [word for word in names if not other.has_initials(word.text)]
    if _IS_A.search(side.text[: cue.end]) and (thing := _THING.match(side.text[cue.end : end])):
        exact += [word for word in words if word.is_content and word.start < cue.end + thing.end()]
    if not _are_dates_shared(side.text[cue.end : end], other.text):
        return False
    numbers = {quantity.value for quantity in quantities(side.text[cue.end : end])}
    is_counted = numbers <= {quantity.value for quantity in quantities(other.text)}
    return is_counted and all(other.says(word) for word in exact)


def _are_dates_shared(stretch: str, other: str) -> bool:
    """Whether the years and months of a stretch are among those of the other text, where that has any."""
    return all(
        set(pattern.findall(stretch)) <= set(theirs)
        for pattern in (_YEAR, _MONTH)
        if (theirs := pattern.findall(other))
    )
