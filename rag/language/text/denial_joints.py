"""Two denials that belong together: they make a demand ("not without"), or say the same of one more ("and neither has Bell")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.text.clauses import sentence_of
from rag.language.text.denial_bounds import demands
from rag.language.text.denial_words import Strength
from rag.language.text.polarity import Cue, cues

# The condition opens the sentence, and the denial stands in the clause behind it.
_UNMET = re.compile(r"(?:unless|without|until|till|failing|absent) [^,;.]{3,80}, [^,;.]{0,60}", re.IGNORECASE)
_JOINING = frozenset({"nor", "neither"})
# Little more than the verb stands between the two: "has not yet, and neither", "did not sign, nor".
_BETWEEN = re.compile(r"(?: \w+){0,2}[,;]?(?: and| but)? ")


def is_condition(cue: Cue, text: str) -> bool:
    """Whether a "without" makes a demand: "cannot open without a permit" is "needs a permit to open"."""
    before = [other for other in cues(text) if other.end <= cue.start and other.clause == cue.clause]
    return cue.word == "without" and any(other.strength is Strength.HARD for other in before)


def is_condition_before(cue: Cue, text: str, other: str) -> bool:
    """Whether a condition stands before a denial, and the other text demands it: "unless they agree, it cannot act"."""
    start = sentence_of(text, cue.start)[0]
    return _UNMET.fullmatch(text, start, cue.start) is not None and demands(other)


def is_joined(cue: Cue, text: str) -> bool:
    """Whether a denial of the same goes before: "Ames has not, and neither has Bell" denies it of both."""
    start = sentence_of(text, cue.start)[0]
    before = [other for other in cues(text) if start <= other.start < cue.start]
    return cue.word in _JOINING and any(other.strength is Strength.HARD for other in before)


def is_joined_on(cue: Cue, text: str, answered: Sequence[Cue]) -> bool:
    """Whether one of the denials that the other text has too says the same of one more, right behind this one."""
    behind = [other for other in answered if other.start >= cue.end and other.word in _JOINING]
    return any(_BETWEEN.fullmatch(text, cue.end, other.start) for other in behind)
