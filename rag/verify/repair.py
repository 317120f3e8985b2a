"""A claim that its own citation does not bear out is tried against the other evidence before it is rejected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.words import content_words, stem
from rag.answers import Citation
from rag.drafts import Numbered
from rag.verdict import Verdict
from rag.verify.grounds import Ground, GroundCheck, Judged
from rag.wording import one_line

MOST_TRIED = 4
"""How many other texts a claim is tried against: those that share most of its words."""
FEWEST_WORDS = 0.2
"""The share of a claim's words that a text must hold to be tried."""
_SHOWN = 60  # characters of a quote: enough to recognise it

Found = tuple[Numbered, Judged]
"""The evidence that bears a claim out, and the judgement."""


def candidates(claim: str, evidence: Iterable[Numbered]) -> list[Numbered]:
    """The evidence worth trying for a claim, the likeliest first; ties by number."""
    wanted = {stem(word) for word in content_words(claim)}
    shares = [(len(wanted & _stems(one)) / max(len(wanted), 1), one) for one in evidence]
    good = sorted((pair for pair in shares if pair[0] >= FEWEST_WORDS), key=lambda pair: (-pair[0], pair[1].number))
    return [one for _, one in good[:MOST_TRIED]]


def others_that_support(wanted: Sequence[tuple[str, Sequence[Numbered]]], check: GroundCheck) -> list[Found | None]:
    """For each claim and the evidence it may be tried against, the text that bears it out best; `None`: none does."""
    trials = [(i, one) for i, (claim, evidence) in enumerate(wanted) for one in candidates(claim, evidence)]
    judged = check.judge([Ground(wanted[i][0], (one,)) for i, one in trials])
    best: list[Found | None] = [None] * len(wanted)
    for (i, one), judgement in zip(trials, judged, strict=True):
        if judgement.finding.verdict is not Verdict.SUPPORTED:
            continue
        so_far = best[i]
        if so_far is None or judgement.chance > so_far[1].chance:
            best[i] = (one, judgement)
    return best


def in_words(cited: Sequence[Citation], added: Sequence[Citation], unknown: Sequence[int]) -> str:
    """How a sentence's citations were corrected. Quotes, not numbers: a footnote's number is not the writer's."""
    names = ", ".join(_recognised(citation) for citation in added)
    if added and not cited:
        return f"The writer cited no text; the one that bears it out was found: {names}."
    if added:
        return f"The writer cited {', '.join(_recognised(c) for c in cited)}; what bears it out is {names}."
    if unknown:
        return f"The writer also cited {', '.join(f'[{number}]' for number in unknown)}, which is no text; that was left out."
    return ""


def _recognised(citation: Citation) -> str:
    quote = one_line(citation.quote)
    shown = quote if len(quote) <= _SHOWN else quote[:_SHOWN].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return f"“{shown}” ({one_line(citation.label)})"


def _stems(one: Numbered) -> set[str]:
    source = one.source
    name = source.speaker.name if source.speaker else ""
    return {stem(word) for word in content_words(f"{name} {source.before} {source.text}")}
