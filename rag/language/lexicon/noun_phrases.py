"""What a word of quantity is said of."""

from __future__ import annotations

import re

from rag.language.lexicon.marking import Mark
from rag.language.tokens import tokens

THEM = "them"
"""Stands for a pronoun, or for nothing."""

_OPENING = re.compile(r"^\s*(?:of\s+)?(?:(?:the|those|these|its|their|his|her|other|such|our)\s+)*", re.IGNORECASE)
_END = re.compile(
    r"[,;:.()\"“”–]|\b(?:of|in|for|that|who|which|to|on|from|with|are|is|was|were|will|would|may|must|could|can|should|have|has|had"
    r"|at|by|and|or|but|as|under|within|than|into|about|where|when|while|listed|based|known|used)\b"
)
_FLOATING = re.compile(
    r"\b(?:are|were|is|was|have|has|had|been|can|could|may|might|must|should|will|would|shall|do|does|did)\s+$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\s+(?:of\s+)?(?:it|them|us|these|those|which|whom)\b", re.IGNORECASE)
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())


def nouns(text: str, mark: Mark) -> list[str]:
    """The stems of the noun phrase behind a word, never none; `THEM` for a pronoun, and for "they are all old"."""
    if _FLOATING.search(text[: mark.start]) or _PRONOUN.match(text[mark.end :]):
        return [THEM]
    phrase = _END.split(_OPENING.sub("", text[mark.end :], count=1), maxsplit=1)[0]
    words = [token for token in tokens(phrase) if token.is_content and not token.text[0].isdigit()][:4]
    return [word.stem for word in words] or [THEM]


def noun(text: str, mark: Mark) -> str:
    """The last of `nouns`: what it is said of."""
    return nouns(text, mark)[-1]


def number_follows(text: str, mark: Mark) -> bool:
    """Whether a number stands within seven words behind a word, in the same part of the sentence."""
    return has_number(" ".join(re.split(r"[,;:.()]", text[mark.end : mark.end + 60])[0].split()[:7]))


def has_number(text: str) -> bool:
    """Whether a number, in digits or as a word, stands in a text."""
    return any(token.normal in _NUMBERS or token.text[0].isdigit() for token in tokens(text))


def in_quotation(text: str, mark: Mark) -> bool:
    """Whether a word stands within quotation marks."""
    return sum(text[: mark.start].count(sign) for sign in '"“”') % 2 == 1
