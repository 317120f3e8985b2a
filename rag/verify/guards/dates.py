"""Dates and periods of a claim against those of the cited text, to the precision that each has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.lexicon.turns import turn
from rag.language.text.dates import DateMention, dates
from rag.language.tokens import alike, tokens
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.verify.guards.dates_agreement import agrees, is_rival
from rag.verify.guards.dates_borne_out import ends_a_part, has_edge, is_known_year, is_reckoned
from rag.verify.guards.dates_cited import Cited, cited_dates, is_negated, told_from_today
from rag.verify.guards.dates_places import misplaced

_LEADING = 1
_STARTS = frozenset(("after", "from"))
_ENDS = frozenset(("before", "until", "by"))


@dataclass(frozen=True, slots=True)
class Dates:
    """Objects to a date that the cited text has not, is less exact about, or puts on the other side of something."""

    name: str = "dates"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first objection to a date of the claim."""
        plain = alike(claim)
        cited = [found for source in sources for found in cited_dates(source)]
        for mention in [*dates(plain), *told_from_today(plain, sources)]:
            finding = self._judge(mention, plain, cited, sources)
            if finding is not None:
                return finding
        reason = misplaced(plain, sources)
        return Finding(Verdict.CONTRADICTED, reason, self.name) if reason else None

    def _judge(self, claimed: DateMention, claim: str, cited: list[Cited], sources: Sequence[Source]) -> Finding | None:
        same = [found for found in cited if agrees(claimed, found)]
        if same:
            return self._turned(claimed, claim, same) or self._side(claimed, claim, same)
        if has_edge(claimed, cited) or ends_a_part(claimed, claim, cited) or is_reckoned(claimed, cited, sources):
            return None
        if is_known_year(claimed, claim, cited, sources):
            return None
        rivals = [found.mention for found in cited if is_rival(claimed, found.mention)]
        if rivals:
            return Finding(
                Verdict.CONTRADICTED, f'The cited text has "{rivals[0].text}", not "{claimed.text}".', self.name
            )
        return Finding(Verdict.UNSUPPORTED, f'The date "{claimed.text}" is not in the cited text.', self.name)

    def _turned(self, claimed: DateMention, claim: str, same: list[Cited]) -> Finding | None:
        """What begins on a date does not end on it: "issued on" for "revoked on"."""
        ours = turn(claim, claimed.start, claimed.end)
        if not ours or is_negated(claim, claimed) or any(found.negated for found in same):
            return None
        theirs = {turn(found.text, found.mention.start, found.mention.end) for found in same}
        if len(theirs) != 1 or theirs & {"", ours}:
            return None
        reason = f'In the cited text something {theirs.pop()} on "{same[0].mention.text}", and does not {ours[:-1]}.'
        return Finding(Verdict.CONTRADICTED, reason, self.name)

    def _side(self, claimed: DateMention, claim: str, same: list[Cited]) -> Finding | None:
        """Before is not after; whatever is denied before a date begins with it, so a negation on one side changes that."""
        if not claimed.relation or any(found.negated != is_negated(claim, claimed) for found in same):
            return None
        relations = {found.mention.relation for found in same}
        opposite = _STARTS if claimed.relation in _ENDS else _ENDS
        if relations <= opposite:
            # "Shuts down after 2031" is what "runs until the end of 2031" means; with the same verb it would not be.
            if has_edge(claimed, same) and not _is_led_alike(claim, claimed, same):
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


def _is_led_alike(claim: str, claimed: DateMention, same: Sequence[Cited]) -> bool:
    """Whether one of the words that lead to a date leads to it in the cited text too."""
    ours = _lead(claim, claimed)
    return any(ours & _lead(found.text, found.mention) for found in same)


def _lead(text: str, mention: DateMention) -> frozenset[str]:
    """The stems of the last content words before a date, the word of relation apart."""
    words = [t.stem for t in tokens(text) if t.end <= mention.start and t.is_content and t.normal != mention.relation]
    return frozenset(words[-_LEADING:])


def _led(mention: DateMention) -> str:
    return f"{mention.relation} {mention.text}".strip()
