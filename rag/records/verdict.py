"""What a check says of a statement: a verdict, the reason in words, and which check decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a statement stands to the text that it cites."""

    SUPPORTED = "supported"
    PARTIAL = "partial"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    UNCHECKED = "unchecked"

    @property
    def stands(self) -> bool:
        """Whether a statement of this verdict may be shown as one that its citation bears out, at least in part."""
        return self in (Verdict.SUPPORTED, Verdict.PARTIAL)


FROM_BEST = (Verdict.SUPPORTED, Verdict.PARTIAL, Verdict.UNCHECKED, Verdict.UNSUPPORTED, Verdict.CONTRADICTED)
"""The verdicts, from the best to the worst."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict, why, and the name of the check that decided."""

    verdict: Verdict
    reason: str
    check: str


NOT_CHECKED = Finding(Verdict.UNCHECKED, "It has not been checked.", "none")


def worst(findings: Iterable[Finding]) -> Finding:
    """The finding that a sentence of several claims takes on; the first of equals. `NOT_CHECKED` of none."""
    return max(findings, key=lambda finding: FROM_BEST.index(finding.verdict), default=NOT_CHECKED)
