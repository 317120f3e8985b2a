"""Who "he", "they", "it" and "the minister" are, as far as the words before tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rag.language.lexicon.people import GROUPS, PEOPLE, PLURAL_COLLECTIVES
from rag.speaking.openings import opening
from rag.speaking.tokens import Token, sentences, tokens

if TYPE_CHECKING:
    from rag.speaking.reports import Report

_SINGULAR = frozenset("he she his her i".split())
_PLURAL = frozenset("they their we our".split())
_THINGS = frozenset("it its".split())
_PRONOUNS = _SINGULAR | _PLURAL | _THINGS


def is_pronoun(mention: str) -> bool:
    """Whether a speaker is named by a pronoun alone."""
    return mention.lower() in _PRONOUNS


def resolved(mention: str, same: str, spoken: Sequence[Report], earlier: str, before: str) -> str:
    """The speaker that a mention stands for: the last that fits, in the sentence, the text, or before it.

    Args:
        mention: the speaker's words in the text.
        same: what stands before them in their sentence.
        spoken: who spoke earlier in the text.
        earlier: the text before the sentence.
        before: what stands before the text.
    """
    if not is_pronoun(mention):
        return mention
    candidates = [c for c in _candidates(same, spoken, earlier, before) if not is_pronoun(c)]
    for fits in (_fits, _may_fit):
        for candidate in candidates:
            if fits(mention.lower(), candidate):
                return candidate
    return mention


def _candidates(same: str, spoken: Sequence[Report], earlier: str, before: str) -> list[str]:
    from rag.speaking.reports import reports

    nearest = same.rstrip(" ,")
    found = [candidate for candidate in _openings(same) if candidate != nearest]  # "A body, they say, ..."
    found += [report.speaker for report in reversed(spoken)]
    found += _openings(earlier)
    for start, end in reversed(sentences(before)[-6:]):
        sentence = before[start:end]
        found += [r.speaker for r in reversed(reports(sentence)) if not is_pronoun(r.speaker)]
        found += _openings(sentence)
    return found


def _openings(text: str) -> list[str]:
    """Whom the sentences begin with, last first."""
    found = []
    for start, end in reversed(sentences(text)):
        words = tokens(text[start:end])
        phrase = opening(words, documents=True)
        if phrase:
            found.append(text[start + phrase[0].start : start + _named_end(words, phrase)])
    return found


def _named_end(words: Sequence[Token], phrase: Sequence[Token]) -> int:
    """Where the phrase ends, or the name behind it: "The transport minister, Rui Salgado, has ..."."""
    behind = [t for t in words if t.start >= phrase[-1].end]
    closes = next((i for i, t in enumerate(behind[1:6], start=1) if t.text == ","), 0)
    role = not any(t.is_name for t in phrase[1:])
    named = closes > 1 and behind[0].text == "," and all(t.is_name for t in behind[1:closes])
    return behind[closes - 1].end if role and named else phrase[-1].end


def _fits(pronoun: str, candidate: str) -> bool:
    if pronoun in _PLURAL:
        return _is_plural(candidate)
    if pronoun in _THINGS:
        return _is_body(candidate) or not _is_plural(candidate)
    return not _is_plural(candidate) and not _is_body(candidate)


def _may_fit(pronoun: str, candidate: str) -> bool:
    """ "They" may be a ministry."""
    return pronoun in _PLURAL and _is_body(candidate)


def _words(candidate: str) -> list[str]:
    """The words of a name, without owners: "head", "culture" of "the city's head of culture"."""
    found = re.findall(r"[\w'’-]+", candidate)
    return [word.lower() for word in found if not word.endswith(("'s", "’s", "s'", "s’"))]


def _is_plural(candidate: str) -> bool:
    words = _words(candidate)
    return any(word in PLURAL_COLLECTIVES for word in words) or "and" in words


def _is_body(candidate: str) -> bool:
    words = _words(candidate)
    person = any(word in PEOPLE and word not in PLURAL_COLLECTIVES for word in words)
    return not person and (any(word in GROUPS for word in words) or candidate.isupper())
