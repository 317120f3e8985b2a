"""Dates of a claim that have changed places, or that are those of something else."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.text.dates import dates
from rag.language.text.roles import Anchor, are_swapped, is_misplaced
from rag.language.tokens import alike
from rag.records.source import Source


def misplaced(claim: str, sources: Sequence[Source]) -> str:
    """What is wrong with what the dates of a claim are the dates of, or nothing."""
    for source in sources:
        text = alike(source.text)
        pair = are_swapped(claim, _anchors(claim), text, _anchors(text))
        if pair:
            return f'The dates "{pair[0]}" and "{pair[1]}" are exchanged.'
        for anchor in _anchors(claim) if len(sources) == 1 else ():
            other = is_misplaced(claim, anchor, text, _anchors(text), frozenset(a.key for a in _anchors(claim)))
            if other:
                return f'In the cited text "{claim[anchor.start : anchor.end]}" is the date of something else.'
    return ""


def _anchors(text: str) -> list[Anchor]:
    return [Anchor(m.start, m.end, " ".join(str(p) for p in (m.day, m.month, m.year) if p)) for m in dates(text)]
