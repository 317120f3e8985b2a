"""Dates of a claim that the cited text has not, but bears out: the edge of a period, a year that can be reckoned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.text.dates import DateMention, dates
from rag.language.text.edges import edge
from rag.language.text.quantities import quantities
from rag.records.source import Source
from rag.verify.guards.dates_cited import Cited


def has_edge(claimed: DateMention, cited: Sequence[Cited]) -> bool:
    """Whether a cited period begins or ends where the claimed one does: "by the end of 2029", "before 2030"."""
    ours = edge(claimed)
    return ours is not None and any(edge(found.mention) == ours for found in cited)


def ends_a_part(claimed: DateMention, claim: str, cited: Sequence[Cited]) -> bool:
    """Whether a month is an end of a part of the year that the text has, and the claim has the other: "July to September"."""
    months = {mention.month for mention in dates(claim)}
    spans = [found.mention.months for found in cited if found.mention.part and not found.mention.month]
    return claimed.day is None and any(span and claimed.month in span and set(span) <= months for span in spans)


def is_reckoned(claimed: DateMention, cited: Sequence[Cited], sources: Sequence[Source]) -> bool:
    """Whether a year or month lies as long after or before a cited one as the text says of anything."""
    spans = {q.value for s in sources for q in quantities(s.text) if q.kind == "unit" and q.unit == "months"}
    if claimed.day is not None or claimed.part or not spans:
        return False
    if claimed.month and claimed.year is None:
        months = [found.mention.month for found in cited if found.mention.month]
        return any((claimed.month - month) % 12 in spans or (month - claimed.month) % 12 in spans for month in months)
    years = [year for found in cited for year in found.years] + [int(s.date[:4]) for s in sources if s.date]
    if claimed.month or not claimed.year:
        return False
    return any(12 * abs(claimed.year - year) in spans for year in years if claimed.year)


def is_known_year(claimed: DateMention, claim: str, cited: list[Cited], sources: Sequence[Source]) -> bool:
    """A year of the document or its headings, where the cited text itself names none; or one that is part of a name."""
    if claimed.months is not None or claimed.day is not None or not claimed.year:
        return False
    names = bool(re.match(r"\s+[A-Z]", claim[claimed.end :]))
    if not names and any(found.mention.year for found in cited):
        return False
    around = " ".join(f"{s.before} {s.heading} {s.title or ''} {s.date or ''}" for s in sources)
    return bool(re.search(rf"\b{claimed.year}\b", around))
