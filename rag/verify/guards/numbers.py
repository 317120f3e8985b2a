"""Numbers, amounts, shares, ranks and bounds of a claim against those of the cited text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import combinations

from rag.verdict import Finding, Verdict
from rag.verify.source import Source
from rag.verify.text.bounds import Bound
from rag.verify.text.dates import dates
from rag.verify.text.quantities import Quantity, codes, quantities, vague_range
from rag.verify.text.relative_dates import full_date
from rag.verify.text.roles import Anchor, are_swapped
from rag.verify.text.tokens import alike, content_stems, tokens
from rag.verify.text.units import unit_of

# Which bound of the cited text bears out a claim's bound at the same number.
_BORNE_OUT = {
    Bound.EXACT: {Bound.EXACT},
    Bound.ABOVE: {Bound.ABOVE, Bound.AT_LEAST},
    Bound.AT_LEAST: {Bound.AT_LEAST, Bound.ABOVE, Bound.EXACT},
    Bound.AT_MOST: {Bound.AT_MOST, Bound.BELOW, Bound.NEARLY, Bound.EXACT},
    Bound.BELOW: {Bound.BELOW, Bound.NEARLY, Bound.AT_MOST},
    Bound.NEARLY: {Bound.NEARLY, Bound.BELOW, Bound.ABOUT},
    Bound.ABOUT: set(Bound),
}
# How far a number may lie from the bound that is claimed of it: "more than 1,200" for 1,215, "about 40" for 38.
_REACH = {
    Bound.ABOVE: (Fraction(1), Fraction(3, 2)),
    Bound.AT_LEAST: (Fraction(1), Fraction(3, 2)),
    Bound.AT_MOST: (Fraction(2, 3), Fraction(1)),
    Bound.BELOW: (Fraction(2, 3), Fraction(1)),
    Bound.NEARLY: (Fraction(17, 20), Fraction(1)),
    Bound.ABOUT: (Fraction(9, 10), Fraction(11, 10)),
}
_LIKE_COUNTS = frozenset({"count", "name", "rank", "both", "vague"})
_FIRST_WORDS = frozenset(
    "initi novelti new newli debut inaugur earliest maiden unpreced pioneer open begin start".split()
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Objects to a number that the cited text has not, has otherwise, or bounds otherwise."""

    name: str = "numbers"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first objection to a number of the claim."""
        cited = [q for source in sources for q in quantities(source.text)]
        around = [q for s in sources for part in (s.before, s.heading, s.title or "") for q in quantities(part)]
        if (unknown := _unknown_code(claim, sources)) is not None:
            return Finding(Verdict.UNSUPPORTED, f"{unknown} is not in the cited text.", self.name)
        claimed = quantities(claim)
        for quantity in claimed:
            finding = self._judge(quantity, claimed, cited, around, sources)
            if finding is not None:
                return finding
        return self._swapped(claim, sources)

    def _judge(
        self,
        claimed: Quantity,
        beside: Sequence[Quantity],
        cited: list[Quantity],
        around: list[Quantity],
        sources: Sequence[Source],
    ) -> Finding | None:
        if claimed.kind == "rate":
            return self._rate(claimed, cited)
        same = [q for q in cited if _is_alike(claimed, q) and q.value == claimed.value]
        if same:
            return self._binding(claimed, beside, same, cited) or self._bound(claimed, same, cited)
        if any(_is_alike(claimed, q) and _is_within_reach(claimed, q) for q in cited) or _is_derived(
            claimed, cited, around, sources
        ):
            return None
        if _is_counted_up(claimed, beside, cited):
            return None
        return self._missing(claimed, cited)

    def _missing(self, claimed: Quantity, cited: list[Quantity]) -> Finding:
        rivals = [q for q in cited if _is_rival(claimed, q)]
        if rivals:
            return Finding(
                Verdict.CONTRADICTED, f'The cited text has "{rivals[0].text}", not "{claimed.text}".', self.name
            )
        return Finding(Verdict.UNSUPPORTED, f'The number "{claimed.text}" is not in the cited text.', self.name)

    def _rate(self, claimed: Quantity, cited: list[Quantity]) -> Finding | None:
        rates = [q for q in cited if q.kind == "rate"]
        if not rates or any(q.unit == claimed.unit for q in rates):
            return None
        return Finding(Verdict.CONTRADICTED, f'The cited text has "{rates[0].text}", not "{claimed.text}".', self.name)

    def _binding(
        self, claimed: Quantity, beside: Sequence[Quantity], same: list[Quantity], cited: list[Quantity]
    ) -> Finding | None:
        """The number is there, but of something else, while what the claim counts has another number."""
        if not claimed.nouns or any(not q.nouns or set(q.nouns) & set(claimed.nouns) for q in same):
            return None
        others = [
            q for q in cited if q.kind == claimed.kind and q.nouns[:1] and set(q.nouns[:2]) & set(claimed.nouns[:2])
        ]
        kept = any(q.value == other.value and set(q.nouns) & set(other.nouns) for q in beside for other in others)
        told = {noun for q in same for noun in q.nouns} & {noun for q in beside if q is not claimed for noun in q.nouns}
        if not others or kept or not told:
            return None
        return Finding(
            Verdict.CONTRADICTED,
            f'In the cited text "{claimed.text}" counts something else; here it has "{others[0].text}".',
            self.name,
        )

    def _bound(self, claimed: Quantity, same: list[Quantity], cited: list[Quantity]) -> Finding | None:
        if claimed.kind in ("name", "rank", "times", "vague", "both"):
            return None
        if any(q.bound in _BORNE_OUT[claimed.bound] for q in same) or _is_bound_shared(claimed, same, cited):
            return None
        bound = same[0].bound
        if claimed.kind == "unit" and claimed.unit in ("time", "months") and Bound.EXACT in (claimed.bound, bound):
            return None
        shown = f"{bound} {same[0].text}".strip()
        if claimed.bound is Bound.EXACT:
            return Finding(Verdict.PARTIAL, f'The cited text says "{shown}", not exactly "{claimed.text}".', self.name)
        opposed = (claimed.bound.is_lower and bound.is_upper) or (claimed.bound.is_upper and bound.is_lower)
        verdict = Verdict.CONTRADICTED if opposed else Verdict.UNSUPPORTED
        return Finding(verdict, f'The cited text says "{shown}", not "{claimed.bound} {claimed.text}".', self.name)

    def _swapped(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        for source in sources:
            pair = are_swapped(claim, _anchors(claim), source.text, _anchors(source.text))
            if pair:
                return Finding(
                    Verdict.CONTRADICTED, f'The numbers "{pair[0]}" and "{pair[1]}" are exchanged.', self.name
                )
        return None


def _anchors(text: str) -> list[Anchor]:
    """Counts by what they count to, so that "15" and "fifteen" are one; amounts and shares likewise."""
    found = [q for q in quantities(text) if q.kind not in ("rate", "times", "both", "vague")]
    return [Anchor(q.start, q.end, f"{float(q.value):g} {q.unit}".strip()) for q in found]


def _is_alike(claimed: Quantity, cited: Quantity) -> bool:
    """Whether two quantities can be of the same thing: a count may leave its unit out."""
    if claimed.kind in _LIKE_COUNTS and cited.kind in _LIKE_COUNTS:
        return True
    if claimed.kind == cited.kind:
        return claimed.unit == cited.unit
    return "count" in (claimed.kind, cited.kind) and {claimed.kind, cited.kind} <= {"count", "money", "unit"}


def _is_rival(claimed: Quantity, cited: Quantity) -> bool:
    """Whether the cited quantity is what the claim should have said."""
    if claimed.kind != cited.kind:
        return False
    if claimed.kind in ("count", "rank"):
        return bool(set(claimed.nouns[:2]) & set(cited.nouns[:2]))
    times = {"time", "months"}
    return claimed.unit == cited.unit or claimed.kind == "money" or {claimed.unit, cited.unit} <= times


def _is_within_reach(claimed: Quantity, cited: Quantity) -> bool:
    if claimed.kind == "vague":
        low, high = vague_range(claimed)
        return low <= cited.value < high
    if claimed.bound not in _REACH or not claimed.value or cited.bound not in (Bound.EXACT, Bound.ABOUT):
        return False
    low_factor, high_factor = _REACH[claimed.bound]
    return low_factor <= cited.value / claimed.value <= high_factor


def _is_derived(claimed: Quantity, cited: list[Quantity], around: list[Quantity], sources: Sequence[Source]) -> bool:
    """Whether the number follows from what is cited: the days between two dates, a ratio, a label of the heading, "one"."""
    if claimed.kind == "both" or (claimed.kind == "count" and claimed.value == 1):
        return not any(_is_rival(claimed, q) for q in cited) or claimed.kind == "both"
    if claimed.kind == "name" and not any(q.kind == "name" and q.unit == claimed.unit for q in cited):
        return any(q.kind in _LIKE_COUNTS and q.value == claimed.value for q in around)
    if claimed.kind == "count" and any(q.value == claimed.value - 1 and "other" in q.nouns for q in cited):
        return True
    if claimed.kind == "share":
        return any(q.kind == "times" and q.value * claimed.value == 1 for q in cited)
    if claimed.kind == "rank" and claimed.value == 1:
        return claimed.is_adverb or any(content_stems(source.text) & _FIRST_WORDS for source in sources)
    if claimed.kind == "times":
        return any(_ratio(a, b) == claimed.value for a, b in combinations(cited, 2) if a.kind == b.kind)
    return claimed.kind == "unit" and (_is_span(claimed, sources) or _is_single(claimed, sources))


def _ratio(one: Quantity, other: Quantity) -> Fraction:
    low, high = sorted((one.value, other.value))
    return high / low if low else Fraction(0)


def _is_single(claimed: Quantity, sources: Sequence[Source]) -> bool:
    """ "One day" for "the day before": a unit in the singular counts one."""
    return any(
        (unit := unit_of(token.text)) is not None
        and unit == (claimed.unit, claimed.value)
        and not token.text.endswith("s")
        for source in sources
        for token in tokens(source.text)
    )


def _is_counted_up(claimed: Quantity, beside: Sequence[Quantity], cited: list[Quantity]) -> bool:
    """ "Two tasks" for two things that are named: a small count in words, while every small count of the text is kept."""
    if not (claimed.kind == "count" and claimed.is_words and claimed.value <= 4):
        return False
    small = {q.value for q in cited if q.kind == "count" and 1 < q.value <= 20}
    return small <= {q.value for q in beside}


def _is_bound_shared(claimed: Quantity, same: list[Quantity], cited: list[Quantity]) -> bool:
    """ "More than 70% and 90%": the bound of a number holds for those after it of the same kind."""
    shared = {q.bound for q in cited if any(q.start < later.start and q.kind == later.kind for later in same)}
    return bool(shared & _BORNE_OUT[claimed.bound]) and claimed.bound is not Bound.EXACT


def _is_span(claimed: Quantity, sources: Sequence[Source]) -> bool:
    """Whether two full dates of the cited text lie as far apart as the claim says."""
    days = [d for source in sources for d in _days(source)]
    for one, other in combinations(days, 2):
        apart = abs((one - other).days)
        months = abs((one.year - other.year) * 12 + one.month - other.month)
        if claimed.value == (apart if claimed.unit == "time" else months):
            return True
    years = {m.year for source in sources for m in dates(alike(source.text)) if m.year}
    return claimed.unit == "months" and any(claimed.value == 12 * abs(a - b) for a, b in combinations(years, 2))


def _days(source: Source) -> list[date]:
    """The full days that a text names; one without a year has that of the next date with one, or of the document."""
    mentions = dates(alike(source.text))
    years = [m.year for m in mentions if m.year] or [int(y) for y in (source.date or "")[:4].split() if y]
    filled = [replace(m, year=m.year or years[0]) for m in mentions if m.year or years]
    return [day for day in map(full_date, filled) if day is not None]


def _unknown_code(claim: str, sources: Sequence[Source]) -> str | None:
    """A name with digits in it that neither the cited text nor its surroundings have."""
    visible = alike(" ".join(f"{s.text} {s.before} {s.heading} {s.title or ''}" for s in sources)).lower()
    known = re.sub(r"(?<=\w)[-.](?=\w)", "", visible) + " " + re.sub(r"[-\s.]", "", visible)
    wanted = ((re.compile(rf"{re.escape(code)}(?!\d)"), shown) for code, shown in codes(claim).items())
    return next((shown for pattern, shown in wanted if not pattern.search(known)), None)
