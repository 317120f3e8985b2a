"""A claim may not be wider, or narrower by "only", than its source: some is not all, and an exception stays."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.clauses import repeats
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.verify.guards import scope_bounds
from rag.verify.guards.scope_exceptions import all_but, without_exception
from rag.verify.guards.scope_parts import everybody_there, turned, unrestricted
from rag.verify.guards.scope_wide import extreme, sweeping


class Scope:
    """Some against all, "only" and "including", exceptions and conditions."""

    name = "scope"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with how much of something the claim speaks of."""
        text = " ".join(source.text for source in sources)
        if not text.strip() or repeats(claim, text):
            return None
        found = (look(claim, text) for look in _LOOKS)
        reason = next((reason for reason in found if reason), "")
        return Finding(Verdict.UNSUPPORTED, reason, self.name) if reason else None


_LOOKS = (
    turned,
    extreme,
    sweeping,
    unrestricted,
    all_but,
    without_exception,
    everybody_there,
    *scope_bounds.LOOKS,
)
