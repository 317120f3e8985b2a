"""Numbers of a claim that have changed places, or that are those of something else."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.text.directions import begins_alike, turned_round
from rag.language.text.quantities import quantities
from rag.language.text.roles import Anchor, are_swapped, is_misplaced
from rag.records.source import Source


def misplaced(claim: str, sources: Sequence[Source]) -> str:
    """What is wrong with what the numbers of a claim are the numbers of, or nothing."""
    for source in sources:
        ours, theirs = _anchors(claim), _anchors(source.text)
        pair = turned_round(claim, ours, source.text, theirs) or are_swapped(claim, ours, source.text, theirs)
        if pair and not begins_alike(claim, ours, source.text, theirs, pair):
            return f'The numbers "{pair[0]}" and "{pair[1]}" are exchanged.'
        for anchor in ours if len(sources) == 1 else ():
            rivals = [a for a in theirs if a.group == anchor.group]
            if is_misplaced(claim, anchor, source.text, rivals, frozenset(a.key for a in ours)):
                return f'In the cited text "{claim[anchor.start : anchor.end]}" is the number of something else.'
    return ""


def _anchors(text: str) -> list[Anchor]:
    """Counts by what they count to, so that "15" and "fifteen" are one; amounts and shares likewise."""
    found = [
        q
        for q in quantities(text)
        if q.kind not in ("rate", "times", "both", "vague") and (q.value != 1 or not q.is_words)
    ]
    return [Anchor(q.start, q.end, f"{float(q.value):g} {q.unit}".strip(), f"{q.kind} {q.unit}") for q in found]
