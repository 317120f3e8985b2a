"""Verdicts as people see them: a shape and a word each, why on demand, and how many of each an answer has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rag.records.answers import AnswerSentence
from rag.records.verdict import Finding, Verdict
from rag.wording import count
from ui.page.words import escape

WORDS = {
    Verdict.SUPPORTED: "supported",
    Verdict.PARTIAL: "partly supported",
    Verdict.UNCHECKED: "not checked",
    Verdict.UNSUPPORTED: "unsupported",
    Verdict.CONTRADICTED: "contradicted",
}
"""What each verdict is called, in the order in which they are counted up. Its shape is `#icon-<verdict>` of `icons.svg`."""
_CALLED = {"trained": "support model", "alignment": "likeness of words"}
"""What people call a check whose own name tells them nothing."""


def mark(verdict: Verdict) -> str:
    """The shape and the word, in the verdict's colour."""
    return f'<span class="mark is-{verdict}">{_shape(verdict)}<span class="word">{WORDS[verdict]}</span></span>'


def verdict_words(sentence: AnswerSentence, *, kept: bool = True) -> str:
    """`supported`, `supported, citation corrected`, `unsupported, removed`."""
    more = (("citation corrected", bool(sentence.repaired)), ("removed", not kept))
    return ", ".join([WORDS[sentence.verdict], *(words for words, holds in more if holds)])


def verdict_button(sentence: AnswerSentence, *, kept: bool = True) -> str:
    """What stands after a sentence: quiet where it is supported, plain to see otherwise; pressed, it opens `why`."""
    word = f'<span class="word">{verdict_words(sentence, kept=kept)}</span>'
    attributes = f'type="button" class="verdict is-{sentence.verdict}" aria-expanded="false"'
    return f"<button {attributes}>{_shape(sentence.verdict)}{word}</button>"


def why(sentence: AnswerSentence) -> str:
    """The reason, each claim's where there are several, and how the citations were corrected."""
    claims = "".join(_finding(claim.finding, claim.text) for claim in sentence.claims)
    findings = f'<ul class="claims">{claims}</ul>' if claims else f"<ul>{_finding(sentence.finding)}</ul>"
    repaired = f'<p class="repaired">{escape(sentence.repaired)}</p>' if sentence.repaired else ""
    return findings + repaired


def tally(sentences: Sequence[AnswerSentence]) -> str:
    """`4 sentences, all supported`, or `4 sentences: 3 supported, 1 not checked`."""
    number = count(len(sentences), "sentence")
    parts = by_verdict(sentences)
    if len(parts) > 1:
        return f"{number}: {', '.join(f'{n} {WORDS[verdict]}' for verdict, n in parts)}"
    every = "all " if len(sentences) > 1 and parts[0][0] is not Verdict.UNCHECKED else ""
    return f"{number}, {every}{WORDS[parts[0][0]]}" if parts else number


def by_verdict(sentences: Sequence[AnswerSentence]) -> list[tuple[Verdict, int]]:
    """How many sentences have each verdict that occurs."""
    numbers = Counter(sentence.verdict for sentence in sentences)
    return [(verdict, numbers[verdict]) for verdict in WORDS if numbers[verdict]]


def _finding(finding: Finding, claim: str = "") -> str:
    stated = f'<q dir="auto">{escape(claim)}</q> ' if claim else ""
    name = _CALLED.get(finding.check, finding.check)
    check = f' <span class="check">check: {escape(name)}</span>' if name != "none" else ""
    return f'<li>{mark(finding.verdict)} {stated}<span class="reason">{escape(finding.reason)}</span>{check}</li>'


def _shape(verdict: Verdict) -> str:
    return f'<svg class="icon" aria-hidden="true"><use href="#icon-{verdict}"></use></svg>'
