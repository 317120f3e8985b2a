"""Words of a claim that are wider, or shut out more, than any of the source: "all", "only", "whatsoever"."""

from __future__ import annotations

import re

from rag.language.lexicon.marking import Mark
from rag.language.lexicon.noun_phrases import in_quotation, nouns, number_follows
from rag.language.lexicon.quantity import EXCLUSIVE, EXTREME, FOREMOST, QUANTITY, RESTRICTING
from rag.language.lexicon.wide_words import EXCEPTS, bears_out_extreme, bears_out_sweeping, denies, sweeps_nothing
from rag.language.text.denial_words import Strength
from rag.language.text.generics import is_generic
from rag.language.text.polarity import cues
from rag.language.text.sweeping import share_of_all, sweeping_words
from rag.language.tokens import content_stems
from rag.verify.guards.scope_exceptions import excepts_too

_EVER = re.compile(r"\b(?:ever|never|yet|so far)\b", re.IGNORECASE)
_ANY = re.compile(r"(?<!hardly )\b(?:any|every|always|never|whole|entire)\b", re.IGNORECASE)
# "Only two thirds" calls it little, and leaves nothing out.
_COUNT_NEXT = re.compile(
    r" (?:about |around |some |in )?(?:[$€£¥]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|twenty)\b)",
    re.IGNORECASE,
)
_NOT_WITHOUT = re.compile(
    r"\b(?:not?|never|none|nobody|cannot|\w+n['’]t)\b[^.;]{1,80}\b(?:without|other than|except|outside|unless|until)\b",
    re.IGNORECASE,
)
_COMMON = frozenset("all any every each no".split())
_NOTHING = frozenset("no none nobody nothing without never neither".split())


def extreme(claim: str, text: str) -> str:
    """ "Whatsoever", "of every kind", "without exception" that nothing as wide in the source bears out."""
    for mark in EXTREME.marks(claim):
        unbroken = mark.text.lower() == "alike" or mark.text.lower().startswith("without")
        excepted = unbroken and (EXCEPTS.search(text) or RESTRICTING.marks(text))
        if in_quotation(claim, mark) or _of_the_same(claim, mark, text) or _only_denies(claim, mark):
            continue
        if excepted or not _extreme_too(mark, text):
            return _too_far(mark)
    return ""


def _only_denies(claim: str, mark: Mark) -> bool:
    """Whether "ever" goes with a word that denies, and widens nothing: "denied ever writing"."""
    before = (cue for cue in cues(claim) if cue.end <= mark.start and cue.strength is Strength.REVERSING)
    return mark.text.lower() == "ever" and any(cue.clause[0] <= mark.start < cue.clause[1] for cue in before)


def _extreme_too(mark: Mark, text: str) -> bool:
    """Whether the source goes as far, in whatever words."""
    wide = _EVER if mark.text.lower() == "ever" else _ANY
    return bool(EXTREME.marks(text) or wide.search(text)) or bears_out_extreme(mark.text, text)


def _of_the_same(claim: str, mark: Mark, text: str) -> bool:
    """ "The budget as a whole" for "the budget"."""
    before = claim[: mark.start].split()
    same = bool(before) and content_stems(before[-1]) <= content_stems(text)
    return mark.text.lower() == "as a whole" and same and not RESTRICTING.marks(text)


def sweeping(claim: str, text: str) -> str:
    """ "All", "any", "only" or "none" that nothing in the source bears out."""
    for mark in sweeping_words(claim):
        counted = mark.text.lower() in {"all", "each"} and number_follows(claim, mark)
        counted = counted or excepts_too(claim, mark, text)
        if not counted and not in_quotation(claim, mark) and not _borne_out(claim, mark, text):
            return _too_far(mark)
    return ""


def _too_far(mark: Mark) -> str:
    return f"The sentence says “{mark.text}”; the cited text does not go so far."


def _borne_out(claim: str, mark: Mark, text: str) -> bool:
    word, kinds = mark.text.lower(), {found.kind for found in QUANTITY.marks(text)}
    if claim[mark.start : mark.end + 10].lower() in text.lower() or (word not in _COMMON and word in text.lower()):
        return True
    if bears_out_sweeping(word, text) or sweeps_nothing(claim, mark.start, mark.end, text):
        return True
    if mark.kind == "only" and (_COUNT_NEXT.match(claim[mark.end :]) or _NOT_WITHOUT.search(text)):
        return True
    if mark.kind == "only":
        return bool(EXCLUSIVE.marks(text)) or ("only" in kinds and not FOREMOST.marks(text))
    if mark.kind == "any" and mark.denied and denies(text):
        return True
    if (mark.kind == "none" or mark.denied) and kinds & {"none", "condition"}:
        return True
    return _as_wide(claim, mark, text)


def _as_wide(claim: str, mark: Mark, text: str) -> bool:
    """Whether the source sweeps over the same noun, or over as much where it has another noun for it."""
    wide = [found for found in QUANTITY.marks(text) if found.kind == "all" or found.text.lower() in _NOTHING]
    of = set(nouns(claim, mark))
    if any(of & set(nouns(text, found)) for found in wide) or share_of_all(claim, mark, text):
        return True
    if mark.kind in {"all", "any"} and not mark.denied and is_generic(nouns(claim, mark), text, content_stems(claim)):
        return True
    needed = sum(found.kind in {"all", "any"} for found in sweeping_words(claim))
    return needed <= sum(found.kind == "all" for found in wide) and not of & content_stems(text)
