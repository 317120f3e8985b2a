"""What the source puts in somebody's mouth stays in that mouth."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.clauses import repeats
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.speaking.reports import reports
from rag.speaking.statements import statements
from rag.verify.guards.attribution_made_up import made_up
from rag.verify.guards.attribution_other import given_to_another
from rag.verify.guards.attribution_strength import strengthened
from rag.verify.guards.attribution_unkept import unkept
from rag.verify.guards.attribution_writer import judged_by_the_writer, writes


class Attribution:
    """Whose statement it is: kept, and kept with the same speaker."""

    name = "attribution"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with whose statement the claim says it is."""
        if any(repeats(claim, source.text) for source in sources):
            return None
        said = [one for source in sources for one in statements(source)]
        told = [report for report in reports(claim) if not writes(report, sources)]
        reason = (
            made_up(told, said, sources)
            or given_to_another(claim, told, said, sources)
            or unkept(claim, told, said, sources)
            or strengthened(told, said, sources)
        )
        if reason:
            return Finding(Verdict.UNSUPPORTED, reason, self.name)
        judged = judged_by_the_writer(claim, told, sources)
        return Finding(Verdict.PARTIAL, judged, self.name) if judged else None
