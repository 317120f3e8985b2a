"""A claim that its own citation does not bear out is tried against the other evidence before it is rejected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.words import content_words, stem
from rag.records.answers import Citation
from rag.records.drafts import Numbered
from rag.records.verdict import Verdict
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
    """For each claim and the evidence it may be tried against, a text that bears it out; `None`: none does.

    The likeliest text of each claim is tried first, and the others only where it fails.
    """
    likely = [candidates(claim, evidence) for claim, evidence in wanted]
    found: list[Found | None] = [None] * len(wanted)
    for first, last in ((0, 1), (1, MOST_TRIED)):
        trials = [(i, one) for i, own in enumerate(likely) if found[i] is None for one in own[first:last]]
        judged = check.judge([Ground(wanted[i][0], (one,)) for i, one in trials], outweighing=False)
        for (i, one), judgement in zip(trials, judged, strict=True):
            found[i] = _better(found[i], (one, judgement))
    return found


def _better(so_far: Found | None, other: Found) -> Found | None:
    if other[1].finding.verdict is not Verdict.SUPPORTED:
        return so_far
    return other if so_far is None or other[1].chance > so_far[1].chance else so_far


@dataclass(frozen=True, slots=True)
class Change:
    """What a writer cited; what was added, and what was left out of it; the numbers that it gave and no text has."""

    cited: Sequence[Citation]
    added: Sequence[Citation] = ()
    spare: Sequence[Citation] = ()
    unknown: Sequence[int] = ()


def in_words(change: Change) -> str:
    """How a sentence's citations were corrected. Quotes, not numbers: a footnote's number is not the writer's."""
    added = _recognised(change.added)
    if change.added and not change.cited:
        return f"The writer cited no text; the one that bears it out was found: {added}."
    if change.added:
        return f"The writer cited {_recognised(change.cited)}; what bears it out is {added}."
    if change.spare:
        return f"The writer also cited {_recognised(change.spare)}; that adds nothing and was left out."
    if change.unknown:
        numbers = ", ".join(f"[{number}]" for number in change.unknown)
        return f"The writer also cited {numbers}, which is no text; that was left out."
    return ""


def _recognised(citations: Sequence[Citation]) -> str:
    return ", ".join(_quoted(citation) for citation in citations)


def _quoted(citation: Citation) -> str:
    quote = one_line(citation.quote)
    shown = quote if len(quote) <= _SHOWN else quote[:_SHOWN].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return f"“{shown}” ({one_line(citation.label)})"


def _stems(one: Numbered) -> set[str]:
    source = one.source
    name = source.speaker.name if source.speaker else ""
    return {stem(word) for word in content_words(f"{name} {source.before} {source.text}")}
