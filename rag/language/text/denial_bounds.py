"""Denials that set a bound, a condition or a term, or name a part, which other words do as well."""

from __future__ import annotations

import re

from rag.language.text.opposites import are_alike
from rag.language.text.quantities import quantities
from rag.language.tokens import normal

_DEMAND = (
    r"must|need\w*|requir\w+|only|conditions?|provided|subject to|depends?|first|wait\w*|await\w*|pending|as long as"
)
# "Not until they consent" is "once they have consented", "not after May" is "until May": what follows the denial, the words that
# say it without one, and those that say the opposite where nothing is denied.
_TERMS = tuple(
    (re.compile(rf"^[^,;.]{{0,80}}\b(?:{denied})\b(?! or )"), re.compile(rf"\b(?:{said})\b"), re.compile(rf"\b(?:{same})\b"))
    for denied, said, same in (
        (r"until|till", r"before|from|after|once|when|since|later|earliest|unless", r"until|till|up to|before"),
        (r"unless|except|without", r"with|if|once|after|when|before|unless|except|without|until", r"unless|except|without"),
        (r"before", r"from|after|once|when|until|till|later|earliest|since|on|in|at", r"before|by"),
        (r"after|since|beyond|past", r"until|till|before|up to|by|ends?|ended|expir\w+|within", r"after|since|beyond|past"),
    )
)  # fmt: skip
_DEMANDED = re.compile(rf"\b(?:{_DEMAND})\b")
# "Not more than theirs" is "the same as theirs": a measure, which others compare.
_MEASURE = re.compile(
    r"^[^,;.]{0,50}\b(?!rather|other|whether|either|neither)(?P<word>more|less|fewer|\w{2,}er|as (?:\w+))\b[^,;.]{0,30}\b(?:than|as)\b"
)
_COMPARES = re.compile(
    r"\b(?!rather|other|whether|either|neither|over |after|under the|number|member)(more|less|fewer|least|most|same|equal|equally|up to|maximum|minimum|below|under|above|over|within|limit|cap|short of"
    r"|match\w*|exceed\w*|\w{2,}er(?= (?:\w+ ){0,3}than))\b",
    re.IGNORECASE,
)
# "Will not exceed 48" is "at most 48".
_EXCEEDS = re.compile(
    r"^\W*(?:be |have |to |yet )*(?:exceed|surpass|outstrip|outnumber|outweigh|outlast|top|go (?:above|over|beyond|below)|fall (?:below|under)|drop below)\w*\b"
)
# "Only members may" is "others may not".
_RESTRICTION = re.compile(r"\b(?:only|solely|exclusively|unless|except\w*|all but|alone|sole)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|solely|exclusively|alone|sole)\b", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(?:unless|except\w*|(?:all|nothing|anything|none) but|other than|apart from)\b", re.IGNORECASE)
# "But not the harbour", "and not the harbour", "not the harbour but the mill": a denial that sets one thing beside another.
_APART_BEFORE = re.compile(r"(?:\b(?:but|and|or|though|if)|,|–|\() ?$")
_SET_APART = re.compile(
    r"\b(?:whereas|while|but|only|unlike|instead|rather|other than|by contrast|apart|except\w*|although|though|yet|however)\b", re.IGNORECASE
)  # fmt: skip
_PREPOSITION = re.compile(
    r" (?:for|in|on|at|by|with|to|from|of|among|under|over|during|through|all|every|those|always|necessarily)\b"
)
_MINOR = ("share", "count")


def is_restricted(text: str, other: str) -> bool:
    """Whether a text restricts something where the other has no such word."""
    return bool(_RESTRICTION.search(text)) and not _RESTRICTION.search(other)


def restrictions(text: str) -> tuple[bool, bool]:
    """Whether a text restricts something to some ("only"), and whether it takes some out ("except")."""
    return bool(_ONLY.search(text)), bool(_EXCEPT.search(text))


def is_bound(rest: str, text: str) -> bool:
    """Whether what follows a denial (`rest`) makes it a measure, a condition or a term, and the other text has one too."""
    return _is_measure(rest, text) or is_exceeding(rest) or is_demand(rest, text)


def _is_measure(rest: str, text: str) -> bool:
    """Whether what is denied is a comparison, and the other text compares in another way."""
    measure = _MEASURE.search(rest)
    if measure is None:
        return False
    theirs = {normal(match.group(1)) for match in _COMPARES.finditer(text)}
    return any(not are_alike(normal(measure["word"]), word) for word in theirs)


def is_demand(rest: str, text: str) -> bool:
    """Whether what follows a denial (`rest`) makes it a condition or term that the other text sets in words that affirm."""
    return any(
        denied.search(rest) and (_DEMANDED.search(text) or (said.search(text) and not same.search(text)))
        for denied, said, same in _TERMS
    )


def demands(text: str) -> bool:
    """Whether a text sets a condition in words that affirm: "must", "needs", "only once"."""
    return bool(_DEMANDED.search(text))


def is_exceeding(rest: str) -> bool:
    """Whether a denial only bounds a number: "does not exceed 48"."""
    return bool(_EXCEEDS.search(rest))


def is_set_apart(text: str, start: int, other: str) -> bool:
    """Whether the denial at `start` sets one thing beside another ("but not the mill"), and the other text does so too."""
    return bool(_APART_BEFORE.search(text[:start])) and bool(_SET_APART.search(other))


def is_part_apart(text: str, start: int, rest: str) -> bool:
    """Whether a denial concerns a part alone that is set beside the rest: "but not in the hills"."""
    return bool(_APART_BEFORE.search(text[:start]) and _PREPOSITION.match(rest))


def is_rest_of_count(stretch: str, other: str) -> bool:
    """Whether a stretch counts what the other text does not: of five, three came, so two did not."""
    theirs = {quantity.value for quantity in quantities(other)}
    return any(q.kind in _MINOR and q.value not in theirs for q in quantities(stretch))
