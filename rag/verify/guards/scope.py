"""A claim may not be wider, or narrower by "only", than its source: some is not all, and an exception stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.lexicon.clauses import repeats
from rag.language.lexicon.exceptions import (
    ALL_BUT,
    EXCEPTING,
    EXCEPTION_END,
    PEOPLE_FROM,
    PEOPLE_NAMED,
    SET_PHRASES,
    places,
)
from rag.language.lexicon.marking import Mark
from rag.language.lexicon.noun_phrases import THEM, has_number, in_quotation, noun, nouns, number_follows
from rag.language.lexicon.quantity import EXCEPTIONS, EXCLUSIVE, EXTREME, FOREMOST, QUANTITY, RESTRICTING, SWEEPING
from rag.language.lexicon.wide_words import EXCEPTS, bears_out_extreme, bears_out_sweeping, denies, sweeps_nothing
from rag.language.text.denial_words import Strength
from rag.language.text.generics import is_generic
from rag.language.text.polarity import cues
from rag.language.text.units import unit_of
from rag.language.tokens import content_stems
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.verify.guards import scope_bounds

_CLAUSE_END = re.compile(r"[;:.]|,? \b(?:and|but|while|although|though|whereas|which|who)\b")
_EVER = re.compile(r"\b(?:ever|never|yet|so far)\b", re.IGNORECASE)
_ANY = re.compile(r"(?<!hardly )\b(?:any|every|always|never|whole|entire)\b", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:almost|nearly|virtually|practically)[ \n]\w+$", re.IGNORECASE)
# "Only two thirds" calls it little, and leaves nothing out.
_COUNT_NEXT = re.compile(
    r" (?:about |around |some |in )?(?:[$€£¥]?\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|twenty)\b)",
    re.IGNORECASE,
)
_NOT_WITHOUT = re.compile(
    r"\b(?:not?|never|none|nobody|cannot|\w+n['’]t)\b[^.;]{1,80}\b(?:without|other than|except|outside|unless|until)\b",
    re.IGNORECASE,
)
_PROPORTIONS = frozenset(
    "most half mostly mainly largely partly partially majority minority chiefly primarily predominantly".split()
)
_COUNT_OF = re.compile(r"\d of (?:the|its|their|these|those)\b")
_SHARE_OF = r"(?:third|half|quarter|fifth|share|majority|cent|percent|%|most|one in \w+) of"
_EXCEPTED = re.compile(
    r"\b(?:(?<=every )\w+ but|(?<=all )\w+ but|except(?: for)?|apart from|aside from|other than|save for) (?P<what>(?:\w+ )?\w+)",
    re.IGNORECASE,
)
_DISTRIBUTIVE = frozenset({"each", "every"})
_PLACES = frozenset({"worldwide", "nationwide"})
_COMMON = frozenset("all any every each no".split())
_NOTHING = frozenset("no none nobody nothing without never neither".split())


class Scope:
    """Some against all, "only" and "including", exceptions and conditions."""

    name = "scope"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with how much of something the claim speaks of."""
        text = " ".join(source.text for source in sources)
        if not text.strip() or repeats(claim, text):
            return None
        found = (look(claim, text) for look in _LOOKS)
        reason = next((reason for reason in found if reason), "")
        return Finding(Verdict.UNSUPPORTED, reason, self.name) if reason else None


def _turned(claim: str, text: str) -> str:
    """ "Some measures" made into "every measure": the same noun, restricted there and swept here."""
    swept = [
        (wide, nouns(claim, wide))
        for wide in _swept(claim)
        if wide.kind != "only" and not wide.denied and wide.text.lower() not in _PLACES and not _of_a_share(claim, wide)
    ]
    for mark in RESTRICTING.marks(text):
        of = noun(text, mark)
        kept = mark.text.lower() in claim.lower() or any(noun(claim, own) == of for own in RESTRICTING.marks(claim))
        for wide, others in swept:
            same = of in others and (others[0] in nouns(text, mark) or others[0] not in content_stems(text))
            if not kept and (same or others == [THEM]):
                return f"The cited text says “{mark.text}”; the sentence says “{wide.text}”."
    return ""


def _extreme(claim: str, text: str) -> str:
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


def _sweeping(claim: str, text: str) -> str:
    """ "All", "any", "only" or "none" that nothing in the source bears out."""
    for mark in _swept(claim):
        counted = mark.text.lower() in {"all", "each"} and number_follows(claim, mark)
        counted = counted or _excepts_too(claim, mark, text)
        if not counted and not in_quotation(claim, mark) and not _borne_out(claim, mark, text):
            return _too_far(mark)
    return ""


def _excepts_too(claim: str, mark: Mark, text: str) -> bool:
    """ "Everything but the fee" where the source excepts something too."""
    with_exception = ALL_BUT.match(claim[mark.start :]) or re.match(
        r"\w+ (?:but|except|save|bar)\b", claim[mark.start :]
    )
    if with_exception and (EXCEPTS.search(text) or EXCEPTIONS.marks(text)):
        return True
    excepted = _EXCEPTED.search(claim)
    return excepted is not None and bool(content_stems(excepted["what"]) & content_stems(text))


def _too_far(mark: Mark) -> str:
    return f"The sentence says “{mark.text}”; the cited text does not go so far."


def _swept(text: str) -> list[Mark]:
    """The sweeping words of a text, without those that belong to a set phrase."""
    phrases = [match.span() for match in SET_PHRASES.finditer(text)]
    marks = [mark for mark in SWEEPING.marks(text) if not any(a <= mark.start < b for a, b in phrases)]
    return [
        mark for mark in marks if not _NEARLY.search(f"{text[: mark.start]}{mark.text}") and not _is_rate(text, mark)
    ]


def _is_rate(text: str, mark: Mark) -> bool:
    """Whether a word only counts the times: "each year"."""
    return mark.text.lower() in _DISTRIBUTIVE and any(unit_of(word) for word in nouns(text, mark)[:2])


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
    if any(of & set(nouns(text, found)) for found in wide) or _share_of_all(claim, mark, text):
        return True
    if mark.kind in {"all", "any"} and not mark.denied and is_generic(nouns(claim, mark), text, content_stems(claim)):
        return True
    needed = sum(found.kind in {"all", "any"} for found in _swept(claim))
    return needed <= sum(found.kind == "all" for found in wide) and not of & content_stems(text)


def _of_a_share(claim: str, mark: Mark) -> bool:
    """Whether a share stands before a word: "a third of all"."""
    return re.search(_SHARE_OF + r" $", claim[: mark.start], re.IGNORECASE) is not None


def _share_of_all(claim: str, mark: Mark, text: str) -> bool:
    """ "A third of all exports" for "a third of exports"."""
    shared = _of_a_share(claim, mark)
    of = nouns(claim, mark)[0]
    behind = re.finditer(_SHARE_OF + r" (?:the )?(\w+)(?! \w* ?(?:who|that|which|with|in|from)\b)", text, re.IGNORECASE)
    if shared and (of == THEM or _COUNT_OF.search(text)):
        return True
    return shared and any(of in content_stems(found[1]) for found in behind)


def _unrestricted(claim: str, text: str) -> str:
    """A noun that the source has with "most" or "half" and the claim without any such word."""
    if any(mark.kind in {"some", "none"} for mark in QUANTITY.marks(claim)) or has_number(claim):
        return ""
    for mark in RESTRICTING.marks(text):
        if mark.text.lower() not in _PROPORTIONS:
            continue  # "some ships sank" and "ships sank" say the same
        if noun(text, mark) in content_stems(claim) and _draws_on(claim, text, mark):
            return f"The cited text says “{mark.text}”; the sentence leaves that out."
    return ""


def _draws_on(claim: str, text: str, mark: Mark) -> bool:
    """Whether half of what the claim says stands in the clause of the word."""
    clause = f"{_CLAUSE_END.split(text[: mark.start])[-1]} {_CLAUSE_END.split(text[mark.end :])[0]}"
    said = content_stems(claim)
    return bool(said) and len(said & content_stems(clause)) >= 0.5 * len(said)


def _all_but(claim: str, text: str) -> str:
    """ "All but one" made into "all"."""
    but = ALL_BUT.search(text)
    swept = next((mark for mark in _swept(claim) if mark.kind == "all"), None)
    if but is None or swept is None or EXCEPTING.search(claim):
        return ""
    return f"The cited text says “{but[0].strip()}”; the sentence says “{swept.text}”."


def _without_exception(claim: str, text: str) -> str:
    """A claim that repeats a rule of the source and leaves out the exception or condition that is tied to it."""
    if any(mark.kind == "condition" for mark in QUANTITY.marks(claim)):
        return ""
    said = content_stems(claim)
    for mark in EXCEPTIONS.marks(text):
        rule = content_stems(re.split(r"[;.]", text[: mark.start])[-1])
        exception = content_stems(EXCEPTION_END.split(text[mark.end :])[0])
        if len(said & rule) >= max(2, 0.5 * len(said)) and not said & (exception - rule):
            return f"The cited text adds “{mark.text}”; the sentence leaves that out."
    return ""


def _everybody_there(claim: str, text: str) -> str:
    """ "Leaders, among them people from A and B" made into "A and B"."""
    for match in PEOPLE_FROM.finditer(text):
        used = [name for name in places(match["where"]) if re.search(rf"\b{re.escape(name)}\b", claim)]
        if used and not PEOPLE_NAMED.search(claim):
            return f"The cited text speaks of people from {used[0]}; the sentence makes it {used[0]} itself."
    return ""


_LOOKS = (
    _turned,
    _extreme,
    _sweeping,
    _unrestricted,
    _all_but,
    _without_exception,
    _everybody_there,
    *scope_bounds.LOOKS,
)
