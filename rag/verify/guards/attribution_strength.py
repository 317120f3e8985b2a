"""Verbs by which a claim has a speaker say something more strongly than the source does."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.saying import SAYING, stances
from rag.language.tokens import tokens
from rag.records.source import Source
from rag.speaking.reports import Report
from rag.speaking.statements import Statement

_STRONG = {
    "admit": "concede",
    "concede": "concede",
    "confess": "concede",
    "deny": "deny",
    "refute": "deny",
    "confirm": "confirm",
}
_SAME_STRENGTH = {
    "concede": frozenset({"concede", "confirm"}),
    "confirm": frozenset({"concede", "confirm"}),
    "deny": frozenset({"deny", "criticise"}),
}
_NEGATING = frozenset("not no never none nothing without neither nor untrue false wrong".split())


def strengthened(told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> str:
    """ "Admitted" or "denied" for "said", where nothing in the source admits, confirms, denies or rejects."""
    text = " ".join(source.text for source in sources)
    words = {token.normal for token in tokens(text)}
    heard = {stance for word in words for stance in stances(word)}
    for report in told:
        strong = _STRONG.get(SAYING.get(report.verb.lower(), ""))
        borne = heard & _SAME_STRENGTH.get(strong or "", frozenset()) or (strong == "deny" and _NEGATING & words)
        if strong and said and not borne:
            return f"The source says “{said[0].report.verb}”; the sentence says “{report.verb}”."
    return ""
