"""The words of a text that leave nothing out, and shares of what they sweep over: "a third of all exports"."""

from __future__ import annotations

import re

from rag.language.lexicon.exceptions import SET_PHRASES
from rag.language.lexicon.marking import Mark
from rag.language.lexicon.noun_phrases import THEM, nouns
from rag.language.lexicon.quantity import SWEEPING
from rag.language.text.units import unit_of
from rag.language.tokens import content_stems

_NEARLY = re.compile(r"\b(?:almost|nearly|virtually|practically)[ \n]\w+$", re.IGNORECASE)
_COUNT_OF = re.compile(r"\d of (?:the|its|their|these|those)\b")
_SHARE_OF = r"(?:third|half|quarter|fifth|share|majority|cent|percent|%|most|one in \w+) of"
_DISTRIBUTIVE = frozenset({"each", "every"})


def sweeping_words(text: str) -> list[Mark]:
    """The sweeping words of a text, without those that belong to a set phrase."""
    phrases = [match.span() for match in SET_PHRASES.finditer(text)]
    marks = [mark for mark in SWEEPING.marks(text) if not any(a <= mark.start < b for a, b in phrases)]
    return [
        mark for mark in marks if not _NEARLY.search(f"{text[: mark.start]}{mark.text}") and not _is_rate(text, mark)
    ]


def _is_rate(text: str, mark: Mark) -> bool:
    """Whether a word only counts the times: "each year"."""
    return mark.text.lower() in _DISTRIBUTIVE and any(unit_of(word) for word in nouns(text, mark)[:2])


def of_a_share(claim: str, mark: Mark) -> bool:
    """Whether a share stands before a word: "a third of all"."""
    return re.search(_SHARE_OF + r" $", claim[: mark.start], re.IGNORECASE) is not None


def share_of_all(claim: str, mark: Mark, text: str) -> bool:
    """ "A third of all exports" for "a third of exports"."""
    shared = of_a_share(claim, mark)
    of = nouns(claim, mark)[0]
    behind = re.finditer(_SHARE_OF + r" (?:the )?(\w+)(?! \w* ?(?:who|that|which|with|in|from)\b)", text, re.IGNORECASE)
    if shared and (of == THEM or _COUNT_OF.search(text)):
        return True
    return shared and any(of in content_stems(found[1]) for found in behind)
