"""A claim may not be surer, further along or more binding than its source, nor the other way about."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.clauses import repeats
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.verify.guards.modality_bare import bare
from rag.verify.guards.modality_events import other_attribute, other_modal, other_stage, realised
from rag.verify.guards.modality_words import unlicensed


class Modality:
    """Proposed against adopted, may against will, asked against obliged, to be done against done."""

    name = "modality"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with how sure, how far along or how binding the claim says it is."""
        text = " ".join(source.text for source in sources)
        if not text.strip() or repeats(claim, text):
            return None
        reason = unlicensed(claim, text, _visible(sources)) or next(
            (found for check in _CHECKS if (found := check(claim, text))), ""
        )
        return Finding(Verdict.UNSUPPORTED, reason, self.name) if reason else None


_CHECKS = (realised, bare, other_modal, other_attribute, other_stage)


def _visible(sources: Sequence[Source]) -> str:
    """All that stands around the cited words: a draft may be called one in the title alone."""
    around = ((one.heading, one.title, one.kind) for one in sources)
    return ". ".join(part for parts in around for part in parts if part)
