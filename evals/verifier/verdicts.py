"""The verdict of this project's checks on a sentence of another assistant."""

from __future__ import annotations

from collections.abc import Sequence

from rag.records.answers import Citation
from rag.records.drafts import DraftSentence, Numbered
from rag.records.source import Source
from rag.verify.checker import Checker


def verdict_of(sentence: str, texts: Sequence[str], checker: Checker) -> str | None:
    """By the cited words alone: what stands around them, and what is known of their documents, the checks do not see here.

    `None` where they leave the sentence out, because it states nothing.
    """
    evidence = [_numbered(number, text) for number, text in enumerate(texts, 1)]
    checked = checker.check_one(DraftSentence(sentence, tuple(one.number for one in evidence)), evidence)
    return checked.verdict.value if checked else None


def _numbered(number: int, text: str) -> Numbered:
    citation = Citation(f"text {number}", None, None, None, None, 0, len(text), text, "")
    return Numbered(number, citation, Source(text))
