"""Conditions that are waved away, bounds made exact, parts made whole: what a claim must not do to the limits of its source."""

from __future__ import annotations

import re

from rag.language.lexicon.marking import Mark
from rag.language.lexicon.noun_phrases import THEM, in_quotation, nouns
from rag.language.lexicon.quantity import RESTRICTING
from rag.language.tokens import content_stems, tokens

_WAVED = re.compile(
    r"\b(?:even (?:if|when|where|after|before)|in any (?:event|case)|however (?:[a-z]+)|with or without|whether or not"
    r"|without (?:[\w'’]+ ){0,3}?(?:consent|permission|approval|authori[sz]ation|licen[cs]e|asking|agreement))\b",
    re.IGNORECASE,
)
_TIED = re.compile(
    r"\b(?:unless|only (?:if|with|when|where|after|once|on)|provided(?: that)?|on condition|as long as|so long as|subject to|once|until)\b",
    re.IGNORECASE,
)
_WAVED_TOO = re.compile(
    r"\b(?:even|although|though|despite|regardless|irrespective|whether|anyway|anyhow|however|in any|without|no matter|still|if only)\b",
    re.IGNORECASE,
)
_TIED_TOO = re.compile(r"\b(?:if|unless|only|provided|once|until|as long as|subject to)\b", re.IGNORECASE)
_EXACT = re.compile(
    r"\b(?:exactly|precisely)(?= (?:[$€£¥]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|twice)\b))",
    re.IGNORECASE,
)
_EXACT_TOO = re.compile(r"\b(?:exact|precise)", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:at least|at most|at the (?:earliest|latest)|more than|less than|fewer than|over|older than|longer than|about|around|some"
    r"|roughly|approximately|nearly|almost|up to|as (?:much|many) as|no (?:more|fewer|less|longer|later) than|exceeds?|exceeding|between)"
    r" (?:\w+ )?(?:[$€£¥]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half|twice)\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:full|complete|entire|whole|total)\b (?P<of>[^,;.]{0,50})", re.IGNORECASE)
_PART = re.compile(r"\b(?:(?:a |some )?parts? of|partial(?:ly)?|partly|in part)\b (?P<of>[^,;.]{0,30})", re.IGNORECASE)
_SOLE = re.compile(r"\b(?:only|solely|exclusively|purely)\b (?P<of>(?:\w+ ){0,3}\w+)", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?:mainly|mostly|largely|chiefly|primarily|above all|especially|particularly|in particular|partly)\b (?P<of>(?:\w+ ){0,3}\w+)",
    re.IGNORECASE,
)
_NO = re.compile(r"\bno\b(?! (?:longer|more|less|fewer|later|one|doubt|matter|means|other))", re.IGNORECASE)


def waved_away(claim: str, text: str) -> str:
    """ "Even if", "however long", "without asking" where the source ties what it says to a condition."""
    found = _WAVED.search(claim)
    tied = _TIED.search(text)
    if found is None or tied is None or _WAVED_TOO.search(text) or _inside(claim, found):
        return ""
    if _TIED_TOO.search(claim[: found.start()] + claim[found.end() :]):
        return ""  # the claim has a condition, and "even if" may be said of something else
    return f"The cited text says “{tied[0]}”; the sentence says “{found[0]}”."


def made_exact(claim: str, text: str) -> str:
    """ "Exactly 40" where the source says "at least 40"."""
    found = _EXACT.search(claim)
    hedged = _HEDGED.search(text)
    if found is None or hedged is None or _EXACT_TOO.search(text) or _inside(claim, found):
        return ""
    return f"The cited text says “{hedged[0]}”; the sentence says “{found[0]}”."


def made_whole(claim: str, text: str) -> str:
    """ "A full refund of the fee" for "a part of the fee"."""
    if _WHOLE.search(text) or _PART.search(claim):
        return ""
    for whole in _WHOLE.finditer(claim):
        for part in _PART.finditer(text):
            if _first_stem(part["of"]) & content_stems(whole["of"]):
                return f"The cited text says “{part[0].split(part['of'])[0].strip()}”; the sentence says “{whole[0].split()[0]}”."
    return ""


def made_sole(claim: str, text: str) -> str:
    """ "Only in the south" for "mainly in the south"."""
    for sole in _SOLE.finditer(claim):
        said = _first_stem(sole["of"])
        again = any(_first_stem(other["of"]) & said for other in _SOLE.finditer(text))
        first = next((one for one in _FIRST.finditer(text) if _first_stem(one["of"]) & said), None)
        if first is not None and not again and not _inside(claim, sole):
            return f"The cited text says “{first[0].split()[0]}”; the sentence says “{sole[0].split()[0]}”."
    return ""


def made_none(claim: str, text: str) -> str:
    """ "No boats are covered" for "most boats are not covered"."""
    denied = {nouns(claim, _mark(found))[0] for found in _NO.finditer(claim) if not _inside(claim, found)} - {THEM}
    kept = {stem for mark in RESTRICTING.marks(claim) for stem in nouns(claim, mark)}
    there = {stem for found in _NO.finditer(text) for stem in nouns(text, _mark(found))}
    for mark in RESTRICTING.marks(text):
        if denied & set(nouns(text, mark)[:3]) - kept - there:
            return f"The cited text says “{mark.text}”; the sentence says “no”."
    return ""


def _first_stem(words: str) -> frozenset[str]:
    """The stem of the first word that says something."""
    first = next((token for token in tokens(words) if token.is_content), None)
    return frozenset({first.stem} if first else ())


def _mark(found: re.Match[str]) -> Mark:
    return Mark("none", found[0], found.start(), found.end(), False)


def _inside(claim: str, found: re.Match[str]) -> bool:
    return in_quotation(claim, _mark(found))


LOOKS = (waved_away, made_exact, made_whole, made_sole, made_none)
"""What is wrong with the limits that a claim gives, or nothing: each of the claim and the source's words."""
