"""More is not less, first is not last, and what is more than another is not less than it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.text.contrast import contrasts, neighbours
from rag.language.text.opposites import FIRST_DEGREE_ROW, are_alike, are_opposite, poles
from rag.language.tokens import Token, alike, content_stems, normal, tokens
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict

_COMPARED = re.compile(
    r"\b(more|less|fewer|greater|rather|better|worse|earlier|later|\w{2,}er)\b([^.;,]{0,60}?)\bthan\b|\b(exceed|outnumber|surpass|outweigh|outpace|precede|overtake)\w*\b(?! by)|\b(before|after)\b(?= [a-z])",
    re.IGNORECASE,
)
_NUMBER_FOLLOWS = re.compile(
    r" than (?:an? |the )?(?:[$€£¥]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half|hundred)\b)"
)
_BOUNDS = re.compile(r"\b(?:at (?:the )?(?:very )?|\w+ or |no |not |as )$", re.IGNORECASE)
# Words that compare wherever they stand; others ("first", "most", "before") only with what they stand beside.
_OF_ANY = frozenset(
    "higher lower larger smaller longer shorter faster slower stronger weaker heaviest lightest best worst".split()
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Objects to a comparison that goes the other way in the cited text, or whose sides are exchanged."""

    name: str = "comparison"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first comparison that is turned round."""
        ours = alike(claim)
        theirs = alike(" \n".join(source.text for source in sources))
        if _is_told_from_the_other_side(ours, theirs):
            return None
        for word, other in contrasts(ours, theirs, lambda row: row >= FIRST_DEGREE_ROW, in_clause=False):
            if _is_bound(ours, word) or _is_bound(theirs, other):
                continue
            if word.normal in _OF_ANY or neighbours(ours, word) & neighbours(theirs, other):
                return Finding(
                    Verdict.CONTRADICTED, f'The cited text has "{other.text}", not "{word.text}".', self.name
                )
        if _are_sides_exchanged(ours, theirs):
            return Finding(Verdict.CONTRADICTED, "The two sides of the comparison are exchanged.", self.name)
        return None


def _is_bound(text: str, word: Token) -> bool:
    """Whether a word bounds a number ("250 or fewer", "at least 250"), which is the business of the numbers."""
    return bool(_BOUNDS.search(text[: word.start]) or _NUMBER_FOLLOWS.match(text[word.end :]))


@dataclass(frozen=True, slots=True)
class _Comparison:
    word: str
    left: frozenset[str]
    right: frozenset[str]


def _comparisons(text: str) -> list[_Comparison]:
    found = []
    for match in map(_told, _COMPARED.finditer(text)):
        word = next(group for group in match.groups() if group and group.strip())
        start = max(text.rfind(mark, 0, match.start()) for mark in ".;,\n") + 1
        end = min((place for mark in ".;,\n" if (place := text.find(mark, match.end())) >= 0), default=len(text))
        left, right = (
            content_stems(text[start : match.start()] + " " + (match.group(2) or "")),
            content_stems(text[match.end() : end]),
        )
        found.append(_Comparison(tokens(word)[0].normal, left - right, right - left))
    return found


def _told(match: re.Match[str]) -> re.Match[str]:
    """The match from the word on that compares: from "earlier" in "summer is earlier than", not from "summer"."""
    first = match.group(1)
    again = _COMPARED.search(match.string, match.end(1), match.end()) if first and not poles(normal(first)) else None
    return again if again is not None and again.group(1) else match


def _are_sides_exchanged(claim: str, text: str) -> bool:
    theirs = _comparisons(text)
    return any(_is_exchanged(ours, theirs) for ours in _comparisons(claim))


def _is_exchanged(ours: _Comparison, theirs: list[_Comparison]) -> bool:
    """Whether what stood on one side stands on the other in every comparison of the text that has both."""
    like = [other for other in theirs if are_alike(ours.word, other.word)]
    unlike = [other for other in theirs if are_opposite(ours.word, other.word)]
    if any(_straight(ours, other) for other in like) or any(_crossed(ours, other) for other in unlike):
        return False
    return any(_crossed(ours, other) for other in like) or any(_straight(ours, other) for other in unlike)


def _is_told_from_the_other_side(claim: str, text: str) -> bool:
    """ "Iceland has less than Norway" for "Norway has more than Iceland"."""
    theirs = _comparisons(text)
    return any(are_opposite(a.word, b.word) and _crossed(a, b) for a in _comparisons(claim) for b in theirs)


def _straight(ours: _Comparison, theirs: _Comparison) -> int:
    return min(len(ours.left & theirs.left), len(ours.right & theirs.right))


def _crossed(ours: _Comparison, theirs: _Comparison) -> int:
    return min(len(ours.left & theirs.right), len(ours.right & theirs.left))
