"""Which numbers of a claim are looked for in the cited text."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.text.arithmetic import is_reckoned
from rag.language.text.frequency import as_often, frequencies
from rag.language.text.quantity import Quantity
from rag.language.tokens import alike
from rag.records.source import Source


def is_as_often(quantity: Quantity, claim: str, sources: Sequence[Source]) -> bool:
    """Whether a number is part of a frequency that the text has in whatever words: "twice a year" for "every six months"."""
    ours = [f for f in frequencies(claim) if f.start <= quantity.start and quantity.end <= f.end]
    theirs = [f for source in sources for f in frequencies(alike(source.text))] if ours else []
    return any(as_often(one, other) for one in ours for other in theirs)


def sought(claimed: Sequence[Quantity], cited: Sequence[Quantity]) -> list[Quantity]:
    """What to look for: "one in five" as a share where the text has that share, and else its two numbers."""
    wholes = [
        q
        for q in claimed
        if q.kind == "share" and any(q.start <= o.start and o.end <= q.end for o in claimed if o != q)
    ]
    met = [q for q in wholes if any(o.kind == "share" and o.value == q.value for o in cited) or is_reckoned(q, cited)]
    inside = [o for q in met for o in claimed if o != q and q.start <= o.start and o.end <= q.end]
    return [q for q in claimed if q not in inside and (q not in wholes or q in met)]
