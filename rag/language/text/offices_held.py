"""Who holds which office, as far as the words beside a name tell: "the home secretary, Ada Lund", "Ada Lund, who chairs"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.words import stem
from rag.language.lexicon.honorifics import HONORIFICS
from rag.language.text.names import names
from rag.language.tokens import alike, normal, tokens

# Offices that one person holds; "official", "expert" or "member" may be anybody's.
_OFFICES = (
    "secretary|president|chair|chairman|chairwoman|chairperson|director|minister|mayor|governor|premier|chancellor|treasurer|registrar|commissioner|"
    "head|chief|executive|captain|spokesman|spokeswoman|spokesperson|solicitor|ombudsman|editor|curator|inspector|principal|rector|bishop|"
    "ambassador|envoy|manager|prosecutor|general|investigator|engineer|officer|coach|conductor|rapporteur|speaker|dean|founder|leader|owner|negotiator|lawyer|counsel|author|winner|champion|adviser|advisor|deputy"
)
_WORDS = r"(?:[a-z][\w'-]* ){0,3}"
_OFFICE = rf"(?P<office>{_WORDS}(?:[a-z]+-)?(?:{_OFFICES}))"
_BEFORE = re.compile(
    rf"(?:^|(?<=\W)){_OFFICE}(?: [a-z]+self)?,? (?:(?:mr|ms|mrs|dr|sir|dame|professor) )?$", re.IGNORECASE
)
_AFTER = re.compile(
    rf"^, (?:who (?:is|was) )?(?:the |its |a |her |his |their )?(?:[\w'-]+'s? )?{_OFFICE}(?=[,;.)]| (?:of|at|for|in) )"
)
_NOTHING = frozenset(stem(word) for word in "the a an its his her their new former then current our acting".split())


@dataclass(frozen=True, slots=True)
class Holder:
    """A name in normal words, as it stands, and the stems of its office."""

    shown: str
    words: frozenset[str]
    office: frozenset[str]


def holders(text: str) -> list[Holder]:
    """The names that stand beside an office."""
    plain = alike(text)
    found = []
    for name in names(plain):
        words = frozenset(word.normal for word in name.words if word.normal not in HONORIFICS)
        match = _BEFORE.search(plain[: name.start]) or _AFTER.match(plain[name.end :])
        if match and words:
            found.append(Holder(name.text, words, _stems(match["office"])))
    return found


def other_holder(claim: str, text: str) -> tuple[str, str] | None:
    """Somebody who has an office in the claim, and who alone has it in the text, which speaks of that office only once."""
    theirs = holders(text)
    for ours in holders(claim):
        same = [t for t in theirs if ours.office and ours.office <= t.office]
        if not same or any(t.words & ours.words for t in same):
            continue
        if len({t.words for t in same}) == 1 and _times(ours.office, text) == 1:
            return ours.shown, same[0].shown
    return None


def _times(office: frozenset[str], text: str) -> int:
    """How often a text speaks of an office: the number of times that its rarest word stands there."""
    stems = [token.stem for token in tokens(text)]
    return min(stems.count(word) for word in office)


def _stems(office: str) -> frozenset[str]:
    return frozenset(stem(normal(word)) for word in re.split(r"[ -]", office)) - _NOTHING
