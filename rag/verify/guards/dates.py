"""Dates and periods of a claim against those of the cited text, to the precision that each has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.lexicon.turns import turn
from rag.language.text.calendar_words import LOOSE
from rag.language.text.dates import DateMention, dates
from rag.language.text.edges import edge
from rag.language.text.quantities import quantities
from rag.language.text.relative_dates import (
    full_date,
    nearest_year,
    present,
    refers_to_time,
    relative_dates,
    weekdays_to_come,
)
from rag.language.text.roles import Anchor, are_swapped, is_misplaced
from rag.language.text.shifted_dates import shifted_dates
from rag.language.tokens import alike, tokens
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict

_LEADING = 1
_SPANS = {"decade": 10, "century": 100}
_STARTS = frozenset(("after", "from"))
_ENDS = frozenset(("before", "until", "by"))
_NEGATION = re.compile(
    r"\b(?:not|no|never|nothing|none|neither|nor|cannot|without|unless|\w+n't)\b[^.;]{0,60}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Cited:
    """A date of the cited `text` with the years it may lie in, and whether a negation leads to it."""

    mention: DateMention
    years: frozenset[int]
    negated: bool
    text: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Objects to a date that the cited text has not, is less exact about, or puts on the other side of something."""

    name: str = "dates"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first objection to a date of the claim."""
        plain = alike(claim)
        cited = [found for source in sources for found in _cited(source)]
        for mention in [*dates(plain), *_told_from_today(plain, sources)]:
            finding = self._judge(mention, plain, cited, sources)
            if finding is not None:
                return finding
        return self._swapped(plain, sources)

    def _judge(
        self, claimed: DateMention, claim: str, cited: list[_Cited], sources: Sequence[Source]
    ) -> Finding | None:
        same = [found for found in cited if _agrees(claimed, found)]
        if same:
            return self._turned(claimed, claim, same) or self._side(claimed, claim, same)
        if _has_edge(claimed, cited) or _ends_a_part(claimed, claim, cited) or _is_reckoned(claimed, cited, sources):
            return None
        if (
            claimed.months is None
            and claimed.day is None
            and claimed.year
            and _is_known_year(claimed, claim, cited, sources)
        ):
            return None
        rivals = [found.mention for found in cited if _is_rival(claimed, found.mention)]
        if rivals:
            return Finding(
                Verdict.CONTRADICTED, f'The cited text has "{rivals[0].text}", not "{claimed.text}".', self.name
            )
        return Finding(Verdict.UNSUPPORTED, f'The date "{claimed.text}" is not in the cited text.', self.name)

    def _turned(self, claimed: DateMention, claim: str, same: list[_Cited]) -> Finding | None:
        """What begins on a date does not end on it: "issued on" for "revoked on"."""
        ours = turn(claim, claimed.start, claimed.end)
        if not ours or _is_negated(claim, claimed) or any(found.negated for found in same):
            return None
        theirs = {turn(found.text, found.mention.start, found.mention.end) for found in same}
        if len(theirs) != 1 or theirs & {"", ours}:
            return None
        reason = f'In the cited text something {theirs.pop()} on "{same[0].mention.text}", and does not {ours[:-1]}.'
        return Finding(Verdict.CONTRADICTED, reason, self.name)

    def _side(self, claimed: DateMention, claim: str, same: list[_Cited]) -> Finding | None:
        """Before is not after; whatever is denied before a date begins with it, so a negation on one side changes that."""
        if not claimed.relation or any(found.negated != _is_negated(claim, claimed) for found in same):
            return None
        relations = {found.mention.relation for found in same}
        opposite = _STARTS if claimed.relation in _ENDS else _ENDS
        if relations <= opposite:
            # "Shuts down after 2031" is what "runs until the end of 2031" means; with the same verb it would not be.
            if _has_edge(claimed, same) and not _is_led_alike(claim, claimed, same):
                return None
            return Finding(
                Verdict.CONTRADICTED, f'The cited text has "{_led(same[0].mention)}", not "{_led(claimed)}".', self.name
            )
        if claimed.relation in ("before", "after") and relations == {""}:
            return Finding(
                Verdict.UNSUPPORTED,
                f'The cited text does not say "{_led(claimed)}"; it has "{same[0].mention.text}".',
                self.name,
            )
        return None

    def _swapped(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        for source in sources:
            text = alike(source.text)
            pair = are_swapped(claim, _anchors(claim), text, _anchors(text))
            if pair:
                return Finding(Verdict.CONTRADICTED, f'The dates "{pair[0]}" and "{pair[1]}" are exchanged.', self.name)
            for anchor in _anchors(claim) if len(sources) == 1 else ():
                other = is_misplaced(claim, anchor, text, _anchors(text), frozenset(a.key for a in _anchors(claim)))
                if other:
                    reason = f'In the cited text "{claim[anchor.start : anchor.end]}" is the date of something else.'
                    return Finding(Verdict.CONTRADICTED, reason, self.name)
        return None


def _cited(source: Source) -> list[_Cited]:
    text = alike(source.text)
    told = [*relative_dates(text, source.date), *present(text, source.date), *weekdays_to_come(text, source.date)]
    plain = [m for m in dates(text) if not any(t.start <= m.start < t.end for t in told)] + told
    plain += dates(alike(source.before)) if refers_to_time(text) else []
    mentions = plain + shifted_dates(text, plain)
    years = [m.year for m in plain if m.year]
    around = [m.year for m in dates(alike(f"{source.heading}. {source.before}")) if m.year][-1:]
    return [
        _Cited(m, frozenset([m.year]) if m.year else _years(m, years, around, source.date), _is_negated(text, m), text)
        for m in mentions
    ]


def _years(mention: DateMention, near: list[int], around: list[int], written: str | None) -> frozenset[int]:
    """The years that a date without one can mean: those told beside it, and the nearest to the day of writing."""
    nearest = nearest_year(mention.month, written) if mention.month else None
    told = near or around
    return frozenset([*told, *([nearest] if nearest else [])])


def _told_from_today(claim: str, sources: Sequence[Source]) -> list[DateMention]:
    """The claim's relative dates that the cited text does not have in the same words."""
    cited = " ".join(alike(source.text).lower() for source in sources)
    written = next((source.date for source in sources if source.date), None)
    return [mention for mention in relative_dates(claim, written) if mention.text.lower() not in cited]


def _agrees(claimed: DateMention, cited: _Cited) -> bool:
    """Whether the cited date lies within the claimed one: less exact is fine, more exact is not."""
    if claimed.weekday is not None and claimed.day is None:
        day = full_date(cited.mention)
        return claimed.weekday in (cited.mention.weekday, day.weekday() if day else None)
    if claimed.part in _SPANS:
        return any(year // _SPANS[claimed.part] == (claimed.year or 0) // _SPANS[claimed.part] for year in cited.years)
    if claimed.year is not None and claimed.year not in cited.years:
        return False
    if claimed.month == cited.mention.month and _same_part(claimed.part, cited.mention.part):
        return True
    return _within(cited.mention.months, claimed.months) and _within(cited.mention.days, claimed.days)


def _same_part(one: str | None, other: str | None) -> bool:
    """ "Late" and "the end of", "early" and "the first week of" tell the same stretch."""
    return bool(one and other) and (one == other or any({one, other} <= alike for alike in LOOSE))


def _within(inner: tuple[int, int] | None, outer: tuple[int, int] | None) -> bool:
    if outer is None:
        return True
    return inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def _is_rival(claimed: DateMention, cited: DateMention) -> bool:
    """Whether the cited date is of the same exactness: then it stands where the claim has another."""
    same = [
        getattr(claimed, field) is None or getattr(cited, field) is not None for field in ("year", "day", "weekday")
    ]
    return all(same) and (claimed.months is None or cited.months is not None)


def _has_edge(claimed: DateMention, cited: Sequence[_Cited]) -> bool:
    """Whether a cited period begins or ends where the claimed one does: "by the end of 2029", "before 2030"."""
    ours = edge(claimed)
    return ours is not None and any(edge(found.mention) == ours for found in cited)


def _ends_a_part(claimed: DateMention, claim: str, cited: Sequence[_Cited]) -> bool:
    """Whether a month is an end of a part of the year that the text has, and the claim has the other: "July to September"."""
    months = {mention.month for mention in dates(claim)}
    spans = [found.mention.months for found in cited if found.mention.part and not found.mention.month]
    return claimed.day is None and any(span and claimed.month in span and set(span) <= months for span in spans)


def _is_reckoned(claimed: DateMention, cited: Sequence[_Cited], sources: Sequence[Source]) -> bool:
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


def _is_led_alike(claim: str, claimed: DateMention, same: Sequence[_Cited]) -> bool:
    """Whether one of the words that lead to a date leads to it in the cited text too."""
    ours = _lead(claim, claimed)
    return any(ours & _lead(found.text, found.mention) for found in same)


def _lead(text: str, mention: DateMention) -> frozenset[str]:
    """The stems of the last content words before a date, the word of relation apart."""
    words = [t.stem for t in tokens(text) if t.end <= mention.start and t.is_content and t.normal != mention.relation]
    return frozenset(words[-_LEADING:])


def _is_known_year(claimed: DateMention, claim: str, cited: list[_Cited], sources: Sequence[Source]) -> bool:
    """A year of the document or its headings, where the cited text itself names none; or one that is part of a name."""
    names = bool(re.match(r"\s+[A-Z]", claim[claimed.end :]))
    if not names and any(found.mention.year for found in cited):
        return False
    around = " ".join(f"{s.before} {s.heading} {s.title or ''} {s.date or ''}" for s in sources)
    return bool(re.search(rf"\b{claimed.year}\b", around))


def _is_negated(text: str, mention: DateMention) -> bool:
    return bool(_NEGATION.search(text[: mention.start]))


def _led(mention: DateMention) -> str:
    return f"{mention.relation} {mention.text}".strip()


def _anchors(text: str) -> list[Anchor]:
    return [Anchor(m.start, m.end, " ".join(str(p) for p in (m.day, m.month, m.year) if p)) for m in dates(text)]
