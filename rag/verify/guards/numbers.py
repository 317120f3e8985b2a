"""Numbers, amounts, shares, ranks and bounds of a claim against those of the cited text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.text.arithmetic import is_reckoned
from rag.language.text.bearing import (
    has_value,
    is_alike,
    is_bound_kept,
    is_bound_shared,
    is_no_limit,
    is_rival,
    is_within_reach,
)
from rag.language.text.bounds import Bound
from rag.language.text.multiples import codes
from rag.language.text.partitives import other_part
from rag.language.text.quantities import quantities
from rag.language.text.quantity import Quantity
from rag.language.text.versions import other_version
from rag.language.tokens import alike
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.verify.derived import is_counted_up, is_derived, is_listed
from rag.verify.guards.numbers_places import misplaced
from rag.verify.guards.numbers_sought import is_as_often, sought

# Words that stand for what was said before; then numbers that were told there are known too.
_LEANS = re.compile(
    r"\b(?:this|that|these|those|such|it|its|they|them|their|he|him|his|she|her|both|former|latter)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Objects to a number that the cited text has not, has otherwise, or bounds otherwise.

    A bound is part of a number: "40" for "over 40" is partial, "over 40" for "40" unsupported, "at most" for "at least"
    contradicted. Rounding stands where the claim says so: "about 40" for 36 to 44, "more than 1,200" for 1,215.
    """

    name: str = "numbers"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first objection to a number of the claim."""
        cited = [q for source in sources for q in quantities(source.text)]
        around = [q for s in sources for part in (s.before, s.heading, s.title or "") for q in quantities(part)]
        if (unknown := _unknown_code(claim, sources)) is not None:
            return Finding(Verdict.UNSUPPORTED, f"{unknown} is not in the cited text.", self.name)
        if (version := other_version(claim, _visible(sources))) is not None:
            reason = f'The cited text has "{version[1]}", not "{version[0]}".'
            return Finding(Verdict.CONTRADICTED, reason, self.name)
        claimed = [q for q in quantities(claim) if not is_as_often(q, claim, sources)]
        for quantity in sought(claimed, cited):
            finding = self._judge(quantity, claimed, cited, around, sources)
            if finding is not None:
                return finding
        reason = misplaced(claim, sources)
        return Finding(Verdict.CONTRADICTED, reason, self.name) if reason else None

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
        same = [q for q in cited if is_alike(claimed, q) and has_value(claimed, q)]
        if same:
            found = self._binding(claimed, beside, same, cited) or self._bound(claimed, same, cited)
            return None if found and is_reckoned(claimed, cited) else found
        if other := other_part(claimed, beside, cited):
            return self._otherwise(claimed, other)
        if any(is_alike(claimed, q) and is_within_reach(claimed, q) for q in cited) or is_derived(
            claimed, cited, around, sources
        ):
            return None
        if is_counted_up(claimed, beside, cited) or is_reckoned(claimed, cited) or is_listed(claimed, sources):
            return None
        told_before = [q for s in sources if _LEANS.search(s.text) for q in quantities(s.before)]
        return self._missing(claimed, cited, told_before)

    def _missing(self, claimed: Quantity, cited: list[Quantity], told_before: list[Quantity]) -> Finding | None:
        rivals = [q for q in cited if is_rival(claimed, q)]
        if rivals:
            return self._otherwise(claimed, rivals[0])
        if claimed.is_passing or any(is_alike(claimed, q) and claimed.value == q.value for q in told_before):
            return None
        return Finding(Verdict.UNSUPPORTED, f'The number "{claimed.text}" is not in the cited text.', self.name)

    def _otherwise(self, claimed: Quantity, cited: Quantity) -> Finding:
        reason = f'The cited text has "{cited.text}", not "{claimed.text}".'
        return Finding(Verdict.CONTRADICTED, reason, self.name)

    def _rate(self, claimed: Quantity, cited: list[Quantity]) -> Finding | None:
        rates = [q for q in cited if q.kind == "rate"]
        if not rates or any(q.unit == claimed.unit for q in rates):
            return None
        return self._otherwise(claimed, rates[0])

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
        if is_bound_kept(claimed, same) or is_bound_shared(claimed, same, cited):
            return None
        bound = same[0].bound
        if Bound.EXACT in (claimed.bound, bound) and (claimed.is_reference or same[0].is_reference):
            return None
        if claimed.bound is Bound.EXACT and claimed.is_limit:
            return None
        if claimed.kind == "unit" and claimed.unit in ("time", "months") and Bound.EXACT in (claimed.bound, bound):
            return None
        if is_no_limit(claimed) and any(is_no_limit(q) for q in same):
            return None
        shown = f"{bound} {same[0].text}".strip()
        if claimed.bound is Bound.EXACT:
            return Finding(Verdict.PARTIAL, f'The cited text says "{shown}", not exactly "{claimed.text}".', self.name)
        opposed = (claimed.bound.is_lower and bound.is_upper) or (claimed.bound.is_upper and bound.is_lower)
        verdict = Verdict.CONTRADICTED if opposed else Verdict.UNSUPPORTED
        return Finding(verdict, f'The cited text says "{shown}", not "{claimed.bound} {claimed.text}".', self.name)


def _unknown_code(claim: str, sources: Sequence[Source]) -> str | None:
    """A name with digits in it that neither the cited text nor its surroundings have."""
    visible = _visible(sources)
    return next((shown for shown, pattern in codes(claim).items() if not pattern.search(visible)), None)


def _visible(sources: Sequence[Source]) -> str:
    return alike(" ".join(f"{s.text} {s.before} {s.heading} {s.title or ''}" for s in sources))
