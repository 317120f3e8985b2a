"""Clauses of a sentence, by their joints, and which of them a claim is drawn from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.tokens import content_stems

_BLANKS = re.compile(r"\s+")
_VERB_SOON = r"(?= (?:\w+ ){1,6}?(?:is|are|was|were|has|have|had|will|would|may|can|could|should|must|shall|might)\b)"
_JOINTS = rf"[;:.]\s|,? (?:and|but|while|whereas|though|although){_VERB_SOON}|,? (?:but|while|whereas|though|although) "
_MAIN = re.compile(_JOINTS)
_ALL = re.compile(rf"{_JOINTS}|,? (?:which|who) ")


def repeats(claim: str, text: str) -> bool:
    """Whether a claim stands in a text as it is, but for white space."""
    return _BLANKS.sub(" ", claim).strip() in _BLANKS.sub(" ", text)


def main_clauses(text: str) -> list[str]:
    """The clauses of a text; relative clauses stay with theirs."""
    return _split(_MAIN, text)


def clauses(text: str) -> list[str]:
    """The clauses of a text, relative clauses among them."""
    return _split(_ALL, text)


def nearest(said: str, candidates: Sequence[str]) -> str:
    """The clause that shares most with what is said; empty where none shares two words and two in five of the shorter."""
    stems = content_stems(said)
    best = max(candidates, key=lambda clause: len(stems & content_stems(clause)))
    shared = len(stems & content_stems(best))
    return best if shared >= 2 and shared >= 0.4 * min(len(stems), len(content_stems(best))) else ""


def last_part(text: str) -> str:
    """What stands behind the last comma, colon or stop."""
    return re.split(r"[,;:.]", text)[-1]


def _split(ends: re.Pattern[str], text: str) -> list[str]:
    return [clause for clause in ends.split(text) if clause and len(content_stems(clause)) >= 2] or [text]
