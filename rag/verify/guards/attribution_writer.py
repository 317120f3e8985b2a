"""What the writer of a source says in their own voice: whether a claim's speaker is the writer, and judgements told as fact."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.people import DETERMINERS, TITLES
from rag.language.text.attributed import is_attributed
from rag.language.tokens import tokens
from rag.records.source import Source
from rag.speaking.reports import Report, reports
from rag.speaking.speaker import is_opinion, judgements, judges
from rag.speaking.statements import around

_PERSON = 3  # names that a person's name has at most
_WRITINGS = frozenset(
    "analysis article author writer column columnist commentary editorial essay opinion paper piece source text".split()
)


def writes(report: Report, sources: Sequence[Source]) -> bool:
    """Whether somebody is the writer ("Finch writes that ..."), or may be: nobody is to be seen of that name in a text that argues."""
    words = tokens(report.speaker)
    names = {token.normal for token in words if token.is_capitalised and token.normal not in DETERMINERS | TITLES}
    authors = {token.normal for source in sources for token in tokens(source.author or "")}
    if not names or not words[0].is_capitalised or len(names) > _PERSON:
        return False
    if names & authors:
        return True
    known = {token.normal for source in sources for token in tokens(f"{around(source)} {source.before}")}
    return any(is_opinion(source.kind) and not source.author for source in sources) and not known & names


def judged_by_the_writer(claim: str, told: Sequence[Report], sources: Sequence[Source]) -> str:
    """A judgement of the writer of an opinion or analysis, repeated as if it were a fact."""
    if told or is_attributed(claim) or {token.normal for token in tokens(claim)} & _WRITINGS:
        return ""
    words = judgements(claim)
    for source in sources:
        shared = words & judgements(source.text) if judges(source.text, source.kind) else frozenset()
        if shared and not reports(source.text, source.before):
            return f"The writer of the source judges this (“{min(shared)}”); the sentence states it as fact."
    return ""
