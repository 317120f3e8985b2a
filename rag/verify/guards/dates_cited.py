"""The dates that a source tells, with the years they may lie in, and those of a claim that count from today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.text.dates import DateMention, dates
from rag.language.text.relative_dates import (
    nearest_year,
    present,
    refers_to_time,
    relative_dates,
    weekdays_to_come,
)
from rag.language.text.shifted_dates import shifted_dates
from rag.language.tokens import alike
from rag.records.source import Source

_NEGATION = re.compile(
    r"\b(?:not|no|never|nothing|none|neither|nor|cannot|without|unless|\w+n't)\b[^.;]{0,60}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A date of the cited `text` with the years it may lie in, and whether a negation leads to it."""

    mention: DateMention
    years: frozenset[int]
    negated: bool
    text: str


def cited_dates(source: Source) -> list[Cited]:
    """The dates of a source: those it names, those told from its own date, and those that lie some time from these."""
    text = alike(source.text)
    told = [*relative_dates(text, source.date), *present(text, source.date), *weekdays_to_come(text, source.date)]
    plain = [m for m in dates(text) if not any(t.start <= m.start < t.end for t in told)] + told
    plain += dates(alike(source.before)) if refers_to_time(text) else []
    mentions = plain + shifted_dates(text, plain)
    years = [m.year for m in plain if m.year]
    around = [m.year for m in dates(alike(f"{source.heading}. {source.before}")) if m.year][-1:]
    return [
        Cited(m, frozenset([m.year]) if m.year else _years(m, years, around, source.date), is_negated(text, m), text)
        for m in mentions
    ]


def _years(mention: DateMention, near: list[int], around: list[int], written: str | None) -> frozenset[int]:
    """The years that a date without one can mean: those told beside it, and the nearest to the day of writing."""
    nearest = nearest_year(mention.month, written) if mention.month else None
    told = near or around
    return frozenset([*told, *([nearest] if nearest else [])])


def told_from_today(claim: str, sources: Sequence[Source]) -> list[DateMention]:
    """The claim's relative dates that the cited text does not have in the same words."""
    cited = " ".join(alike(source.text).lower() for source in sources)
    written = next((source.date for source in sources if source.date), None)
    return [mention for mention in relative_dates(claim, written) if mention.text.lower() not in cited]


def is_negated(text: str, mention: DateMention) -> bool:
    """Whether a negation stands shortly before a date, in the same sentence."""
    return bool(_NEGATION.search(text[: mention.start]))
