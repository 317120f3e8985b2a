"""Numbers that follow from a text without standing in it: the days between two dates, a ratio, "one"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from rag.language.text.bearing import LIKE_COUNTS, is_rival
from rag.language.text.dates import dates
from rag.language.text.enumerations import list_lengths
from rag.language.text.numerals import numerals
from rag.language.text.quantity import Quantity
from rag.language.text.relative_dates import full_date
from rag.language.text.units import unit_of
from rag.language.tokens import alike, content_stems, tokens
from rag.records.source import Source

_FIRST_WORDS = frozenset(
    "initi novelti new newli debut inaugur earliest maiden unpreced pioneer open begin start".split()
)


def is_derived(
    claimed: Quantity, cited: Sequence[Quantity], around: Sequence[Quantity], sources: Sequence[Source]
) -> bool:
    """Whether the number follows from what is cited: the days between two dates, a ratio, a label of the heading, "one"."""
    if claimed.kind == "both" or (claimed.kind == "count" and claimed.value == 1):
        return not any(is_rival(claimed, q) for q in cited) or claimed.kind == "both"
    if claimed.kind == "name" and not any(q.kind == "name" and q.unit == claimed.unit for q in cited):
        return any(q.kind in LIKE_COUNTS and q.value == claimed.value for q in around)
    if claimed.kind == "count" and any(q.value == claimed.value - 1 and "other" in q.nouns for q in cited):
        return True
    if claimed.kind == "times" and any(q.kind == "rank" and q.value == claimed.value + 1 for q in cited):
        return True
    if claimed.kind == "share":
        return any(q.kind == "times" and q.value * claimed.value == 1 for q in cited)
    if claimed.kind == "rank" and claimed.value == 1 and not any(is_rival(claimed, q) for q in cited):
        return claimed.is_adverb or any(content_stems(source.text) & _FIRST_WORDS for source in sources)
    return claimed.kind == "unit" and (_is_span(claimed, sources) or _is_single(claimed, sources))


def _is_single(claimed: Quantity, sources: Sequence[Source]) -> bool:
    """ "One day" for "the day before": a unit in the singular counts one."""
    return any(
        (unit := unit_of(token.text)) is not None
        and unit == (claimed.unit, claimed.value)
        and not token.text.endswith("s")
        for source in sources
        for token in tokens(source.text)
    )


def is_counted_up(claimed: Quantity, beside: Sequence[Quantity], cited: Sequence[Quantity]) -> bool:
    """ "Two tasks" for two things that are named: a small count in words, while every small count of the text is kept."""
    if not (claimed.kind == "count" and claimed.is_words and claimed.value <= 4):
        return False
    small = {q.value for q in cited if q.kind == "count" and 1 < q.value <= 20}
    vague = any(q.kind == "vague" and q.nouns[:1] and set(q.nouns[:2]) & set(claimed.nouns[:2]) for q in cited)
    return small <= {q.value for q in beside} and not vague


def is_listed(claimed: Quantity, sources: Sequence[Source]) -> bool:
    """ "Five states" for five that are named, "two nights" for two that are dated."""
    if claimed.kind == "unit" and claimed.is_words:
        number = numerals(claimed.text)
        return bool(number) and any(number[0].value == len(dates(alike(source.text))) for source in sources)
    return claimed.kind == "count" and any(claimed.value in list_lengths(source.text) for source in sources)


def _is_span(claimed: Quantity, sources: Sequence[Source]) -> bool:
    """Whether two full dates of the cited text lie as far apart as the claim says."""
    days = [d for source in sources for d in _days(source)]
    for one, other in combinations(days, 2):
        apart = abs((one - other).days)
        months = abs((one.year - other.year) * 12 + one.month - other.month)
        if claimed.value in ((apart, apart + 1) if claimed.unit == "time" else (months,)):
            return True
    years = {m.year for source in sources for m in dates(alike(source.text)) if m.year}
    return claimed.unit == "months" and any(claimed.value == 12 * abs(a - b) for a, b in combinations(years, 2))


def _days(source: Source) -> list[date]:
    """The full days that a text names; one without a year has that of the next date with one, or of the document."""
    mentions = dates(alike(source.text))
    years = [m.year for m in mentions if m.year] or [int(y) for y in (source.date or "")[:4].split() if y]
    filled = [replace(m, year=m.year or years[0]) for m in mentions if m.year or years]
    return [day for day in map(full_date, filled) if day is not None]
