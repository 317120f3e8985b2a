"""What a number is told for: "first" for when something was done, "Two" in a name, "two years ago", "a third below"."""

from __future__ import annotations

import re

from rag.language.text.numerals import Numeral

_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|that|these|those|its|his|her|their|our|my|your|no|any|every|each|another|very|of|in|at|on|for)|'s?) $",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) $", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|having|he|she|it|they|we|who|that|which|to|without|when|where|"
    r"will|would|must|should|can|could|may|might) $",
    re.IGNORECASE,
)
_VERB = re.compile(
    r" (?:\w{2,}ed|said|told|given|gave|made|put|set|held|seen|saw|met|heard|read|began|begun|spoke|spoken|came|sent|drawn|drew|"
    r"known|shown|built|found|brought|taken|took|wrote|written|went|hearing|asking)\b"
)
_ENDS = re.compile(
    r"(?:\W*$|[,;:.!?)\"]| (?:and|or|but|while|before|then|to|when|with|against|by|if|because|since|after|as|under|from)\b)"
)
_OPENS = re.compile(r"(?:^|[.!?:;][\"')\]]*\s+)[\"'(]?$")


_AMOUNT = r"(?:(?:the|another|about|around|some|nearly|almost|roughly|only|just|over|more|less|than|at|least) )*$"
_SPAN_BEFORE = re.compile(
    rf"\b(?:for|in|within|after|since|coming|next|past|last|over|during) {_AMOUNT}", re.IGNORECASE
)
_SPAN_AFTER = re.compile(
    r"(?:'|-old\b|'? (?:at least )?(?:ago|earlier|later|before|after|old|until|more|longer|pass(?:es|ed)|already|hence|from now|apart|time)\b)"
)
_BY = re.compile(rf"\bby {_AMOUNT}", re.IGNORECASE)
_MORE = re.compile(
    r" (?:below|above|under|over|lower|higher|more|less|fewer|cheaper|dearer|larger|smaller|bigger|shorter|longer|faster|slower)\b"
)


def is_apart(before: str, after: str) -> bool:
    """Whether a length of time is that between two times: "three years ago", "for two months"."""
    return bool(_SPAN_BEFORE.search(before) or _SPAN_AFTER.match(after))


def is_change(before: str, after: str) -> bool:
    """Whether a share is that by which something differs: "a quarter below", "by 5 per cent"."""
    return bool(_BY.search(before) or _MORE.match(after))


def is_adverb_first(before: str, after: str, number: Numeral) -> bool:
    """Whether "first" says when: "the limit first proposed", "having first agreed", "wants to hear them first"."""
    if number.form != "ordinal" or number.value != 1 or _DETERMINER.search(before):
        return False
    ends = _ENDS.match(after) and not _NUMBER.search(before)
    return bool(_AUXILIARY.search(before) or _VERB.match(after) or ends)


def is_in_a_name(before: str, after: str, shown: str) -> bool:
    """Whether a number in words has its capital, and the word behind it too, within a sentence."""
    return shown[:1].isupper() and re.match(r" [A-Z][a-z]", after) is not None and not _OPENS.search(before)
