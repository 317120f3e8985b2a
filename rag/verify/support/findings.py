"""What a judgement of a support model means, in a verdict and in words."""

from __future__ import annotations

from collections.abc import Sequence

from rag.records.verdict import Finding, Verdict
from rag.verify.support.port import Support, SupportModel
from rag.wording import one_line

CONTRADICTED_FROM = 0.6
"""The chance from which a text counts as saying otherwise."""
_FAILED = "The support model gave no usable judgement."
_SHOWN, _LONGEST = 3, 60  # stretches that a reason quotes, and characters of each
_DOUBTED = {
    Verdict.UNSUPPORTED: "The cited text does not bear out {}.",
    Verdict.CONTRADICTED: "The cited text says otherwise; it does not bear out {}.",
}
_REASONS = {
    Verdict.SUPPORTED: "The cited text bears it out.",
    Verdict.PARTIAL: "The cited text bears out only a part of it.",
    Verdict.CONTRADICTED: "The cited text says otherwise.",
    Verdict.UNSUPPORTED: "The cited text does not settle this.",
}


def finding_of(support: Support, model: SupportModel) -> Finding:
    """What a judgement of the support model means."""
    if support.failed:
        return Finding(Verdict.UNCHECKED, _FAILED, model.name)
    verdict = _verdict(support, model.threshold)
    named = _DOUBTED.get(verdict) if support.doubted else None
    return Finding(verdict, named.format(_quoted(support.doubted)) if named else _REASONS[verdict], model.name)


def _quoted(stretches: Sequence[str]) -> str:
    """The first few stretches, in quotation marks."""
    return ", ".join(f"“{_short(one_line(stretch))}”" for stretch in stretches[:_SHOWN])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')} …"


def _verdict(support: Support, threshold: float) -> Verdict:
    if support.supported >= threshold:
        return Verdict.SUPPORTED
    if support.contradicted >= CONTRADICTED_FROM:
        return Verdict.CONTRADICTED
    return Verdict.PARTIAL if support.partial else Verdict.UNSUPPORTED
