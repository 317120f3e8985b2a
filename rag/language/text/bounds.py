"""Words around a number that make it a bound: "more than 40", "up to 7%", "40 or fewer", "about 40"."""

from __future__ import annotations

import re
from enum import StrEnum


class Bound(StrEnum):
    """How a number limits what it counts."""

    EXACT = ""
    ABOVE = "more than"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    BELOW = "less than"
    NEARLY = "nearly"
    ABOUT = "about"

    @property
    def is_lower(self) -> bool:
        """Whether the thing is larger than the number."""
        return self in (Bound.ABOVE, Bound.AT_LEAST)

    @property
    def complement(self) -> Bound:
        """What denying the bound makes of it: not more than 40 is at most 40."""
        return _COMPLEMENTS.get(self, self)

    @property
    def is_upper(self) -> bool:
        """Whether the thing is smaller than the number."""
        return self in (Bound.AT_MOST, Bound.BELOW, Bound.NEARLY)


_COMPLEMENTS = {
    Bound.ABOVE: Bound.AT_MOST,
    Bound.AT_MOST: Bound.ABOVE,
    Bound.BELOW: Bound.AT_LEAST,
    Bound.AT_LEAST: Bound.BELOW,
}
# "The top 3 per cent" exceeds nothing.
_EXCEEDS = r"(?<!the )(?<!its )(?:exceed|outnumber|surpass|pass|cross|top|outstrip|overtak)(?:e?s|p?ed|p?ing|en|e)?"
# The first that fits decides, so negated words stand before the words they negate.
_BEFORE = (
    (Bound.AT_MOST, r"(?:no|not|never) (?:more|greater|higher|larger|longer|later|bigger|faster|heavier|wider|deeper|taller|older) than|(?:does|do|did|must|may|can|should) ?not exceed|"
                    r"not exceeding|without exceeding|within|never exceeds?|not (?:above|over)"),
    (Bound.AT_LEAST, r"(?:no|not|never) (?:less|fewer|lower|smaller|shorter|below|under|earlier|younger|lighter|slower) than|not (?:below|under)"),
    (Bound.ABOVE, r"(?:more|greater|higher|larger|longer|bigger|older|better|heavier|taller|wider|deeper|later|hotter|faster|costlier) than|over|above|(?:in )?excess of|beyond|"
                  rf"upwards? of|north of|{_EXCEEDS}(?! (?:by|with|on|at))"),
    (Bound.AT_LEAST, r"at least|a minimum of|minimum|starting (?:at|from)"),
    (Bound.AT_MOST, r"at (?:the )?most|up to|a maximum(?: fine)? of|maximum(?: of)?|capped at|a (?:cap|ceiling|limit) of|limited to|as (?:much|many|high) as|"
                    r"can (?:reach|run to|cost)|reach(?:es|ing)?(?: up to)?|ceiling of|topping out at|no longer than"),
    (Bound.NEARLY, r"nearly|almost|just (?:under|below|short of)|close to|approaching|not quite|slightly (?:under|below)|well-nigh"),
    (Bound.BELOW, r"(?:less|fewer|lower|smaller|shorter|younger|lighter|cheaper|slower|cooler|colder|narrower) than|under|below|(?:f[ae]ll(?:s|ing|en)?|stop(?:s|ped|ping)?|com(?:es?|ing)|came) short of|beneath|south of"),
    (Bound.ABOUT, r"about|around|roughly|approximately|some|circa|c\.|ca\.|an estimated|estimated|in the region of|on the order of|or so|more or less|~|≈"),
)  # fmt: skip
_AFTER = (
    (Bound.AT_LEAST, r"or (?:more|higher|greater|above|over|longer|larger|later|older|bigger|heavier|taller|faster)|and (?:more|above|over|up)|at (?:the )?least|plus\b|upwards"),
    (Bound.AT_MOST, r"or (?:less|fewer|lower|below|under|shorter|smaller|earlier|younger|lighter|slower)|at (?:the )?most|and (?:under|below)|maximum"),
    (Bound.ABOUT, r"or so|or thereabouts"),
)  # fmt: skip
_A_NUMBER = "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half)\\b"
_LINK = r"\s+(?:(?:a|an|the|its|their|just|well|only|even|as)\s+)*(?:[$€£¥]|[A-Z]{2,3}\$?\s|US\$)?\s*$"
_PATTERNS_BEFORE = tuple(
    (bound, re.compile(rf"(?:^|(?<![\w]))(?:{words}){_LINK}", re.IGNORECASE)) for bound, words in _BEFORE
)
_PATTERNS_AFTER = tuple(
    (bound, re.compile(rf"^\W{{0,2}}(?:\w+[ -]){{0,4}}?(?:{words})\b(?! {_A_NUMBER})", re.IGNORECASE))
    for bound, words in _AFTER
)
_REFERENCE = re.compile(
    r"\b(?:than|over|above|below|under|beyond|exceed(?:s|ed|ing)?|beneath)\s+(?:the|its|their|that|this|those)\s+(?:\w+\s+){0,3}?[$€£¥]?$",
    re.IGNORECASE,
)
_EXTENT = re.compile(
    rf"(?:{''.join(f'(?<!{word} )' for word in 'well just is are was were be been of for a an to by at'.split())})"
    rf"\b(?:over|within){_LINK}",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:thresholds?|limit(?:s|ed)?|minim(?:um|a)|maxim(?:um|a)|cap(?:s|ped)?|ceilings?|floors?|quotas?|cut-?offs?|bars?|quorum|requirements?|capacity|room for)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not|no|never|none|neither|nor|nobody|nothing|cannot|without|unless|except|exempt\w*|only|ban(?:s|ned|ning)?|bar(?:s|red)|"
    r"prohibit\w*|forb[ai]d\w*|fail\w*|avoid\w*|prevent\w*|refus\w*|reject\w*|\w+n't)\b(?! (?:more|less|fewer|later|longer|earlier|higher|lower) than)",
    re.IGNORECASE,
)
_PLUS = re.compile(r"^(?:\+|-plus\b)")
_SIGNS = re.compile(r"[~≈]\s?[$€£¥]?$")


def bound_of(before: str, after: str) -> Bound:
    """The bound that the words right before a number or right after it and its noun express."""
    if _PLUS.match(after):
        return Bound.AT_LEAST
    if _SIGNS.search(before):
        return Bound.ABOUT
    lead = before[-40:]
    for bound, pattern in _PATTERNS_BEFORE:
        if pattern.search(lead):
            return bound
    clause = re.split(r"[,;:.()]|\band\b(?! (?:more|above|over|up|under|below))|\d", after[:50])[0]
    for bound, pattern in _PATTERNS_AFTER:
        if pattern.match(clause):
            return bound
    return Bound.EXACT


def is_extent(before: str) -> bool:
    """Whether "over" may tell how far or how long something goes, and no bound: "invest over five years", "carry gas over 740 km"."""
    return bool(_EXTENT.search(before[-40:]))


def is_limit(before: str, after: str) -> bool:
    """Whether the sentence of a number calls it a limit: "the threshold was lowered to four" is "four or more"."""
    sentence = re.split(r"[.;]\s", before)[-1] + " " + re.split(r"[.;](?:\s|$)", after)[0]
    return bool(_LIMIT.search(sentence))


def is_reference(before: str) -> bool:
    """Whether a number is what something is compared to, and no bound: "above the 2 per cent target", "over the $3 million"."""
    return bool(_REFERENCE.search(before[-60:]))


def is_denied(before: str, after: str) -> bool:
    """Whether the sentence of a number denies something, so that "more than" in it may mean "at most"."""
    sentence = re.split(r"[.;]\s", before)[-1] + " , " + re.split(r"[.;](?:\s|$)", after)[0]
    return bool(_DENIAL.search(sentence))
