"""Denials that set a bound, a condition or a term, which other words set as well."""

from __future__ import annotations

import re

# "Not until they consent" is "their consent is required", "not after May" is "until May": a denial with a condition is a condition.
_UNTIL = re.compile(r"^[^,;.]{0,80}\b(?:until|till|unless|without|except|before)\b(?! or )")
_CONDITION = re.compile(
    r"\b(?:until|till|unless|before|without|except|only|requir\w+|must|conditions?|provided|subject to|depends?|from|after|once|when"
    r"|since|first|later)\b"
)
_AFTER = re.compile(r"^[^,;.]{0,80}\b(?:after|since|beyond|past)\b")
_END = re.compile(r"\b(?:until|till|before|up to|ends?|ended|expir\w+)\b")
_DEMAND = re.compile(
    r"\b(?:until|till|unless|except|only|requir\w+|must|needs?|on(?: the)? condition|provided|subject to|depends?|from|after|once)\b"
)
# "Not more than theirs" is "the same as theirs": a measure, which others compare.
_MEASURE = re.compile(r"^[^,;.]{0,50}\b(?:more|less|fewer|\w{2,}er|as \w+)\b[^,;.]{0,30}\b(?:than|as)\b")
# "Will not exceed 48" is "at most 48".
_EXCEEDS = re.compile(r"^\W*(?:be |have |to )*(?:exceed|surpass|outstrip|outnumber|outweigh|outlast)\w*\b")
# "Only members may" is "others may not".
_RESTRICTION = re.compile(r"\b(?:only|solely|exclusively|unless|except\w*|all but)\b", re.IGNORECASE)


def is_restricted(text: str, other: str) -> bool:
    """Whether a text restricts something where the other has no such word."""
    return bool(_RESTRICTION.search(text)) and not _RESTRICTION.search(other)


def is_bound(rest: str, text: str) -> bool:
    """Whether what follows a denial (`rest`) makes it a measure, a condition or a term, and the other text has one too."""
    return bool(
        _MEASURE.search(rest)
        or _EXCEEDS.search(rest)
        or (_UNTIL.search(rest) and _CONDITION.search(text))
        or (_AFTER.search(rest) and _END.search(text))
    )


def is_demand(rest: str, text: str) -> bool:
    """Whether what follows a denial (`rest`) makes it a condition that the other text demands."""
    return bool(_UNTIL.search(rest) and _DEMAND.search(text))
