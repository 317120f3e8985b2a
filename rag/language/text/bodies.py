"""Bodies and offices that a lower-case word tells apart: the commerce ministry is not the foreign ministry."""

from __future__ import annotations

import re

from index.words import stem
from rag.language.lexicon.bodies import same_matter
from rag.language.tokens import FUNCTION_WORDS, normal, tokens

# Minister and ministry count as one: their first letters are compared.
_BODY = re.compile(
    r"(?<![-\w])(?P<kind>[a-z]{3,}) (?P<head>ministr(?:y|ies)|ministers?|departments?|secretary|courts?|agency|agencies|regulators?|authority|"
    r"committee|commissioner|bank)\b"
)
_HEAD_LETTERS = 6
_ANY_KIND = re.compile(
    r"^(?:same|own|new|two|three|former|current|outgoing|incoming|senior|junior|deputy|prime|national|local|federal|central|state|public|"
    r"relevant|competent|responsible|independent|special|general|first|supervisory|government|regulatory|administrative|strong|large|small|big|whole|full|entire|joint|ruling|"
    r"main|key|leading|other|powerful|interim|regional|provincial|municipal|city|town|country|nation|many|several|every|single|lower|higher|\w+ed|\w+ing)$"
)


_OWNED = re.compile(
    r"(?<![-\w])(?P<kind>[a-z]{3,}s)' (?P<head>union|federation|association|guild|league|society|lobby|council|alliance)\b"
)
_ANY_MEMBERS = frozenset("workers employees members staffs citizens residents peoples users".split())


def other_body(claim: str, text: str) -> tuple[str, str] | None:
    """A body of the claim and the one that the text has instead; `None` where none is of another kind."""
    stems = {stem(word.normal) for word in tokens(text)}
    cited = {_head(match): match.group() for match in reversed(list(_BODY.finditer(text)))}
    for match in _BODY.finditer(claim):
        kind = match["kind"]
        if _head(match) in cited and not same_matter(normal(kind)) & stems and not is_any_kind(kind):
            return match.group(), cited[_head(match)]
    return _other_association(claim, text, stems)


def _other_association(claim: str, text: str, stems: set[str]) -> tuple[str, str] | None:
    """The same for those who are organised: "the nurses' union"."""
    cited = {match["head"]: match.group() for match in reversed(list(_OWNED.finditer(text)))}
    for match in _OWNED.finditer(claim):
        kind = match["kind"]
        if match["head"] in cited and kind not in _ANY_MEMBERS and not same_matter(normal(kind)) & stems:
            return match.group(), cited[match["head"]]
    return None


def _head(match: re.Match[str]) -> str:
    return match["head"][:_HEAD_LETTERS]


def is_any_kind(word: str) -> bool:
    """Whether a word before a body does not tell which one it is: "the new regulator"."""
    return word in FUNCTION_WORDS or bool(_ANY_KIND.match(word))
