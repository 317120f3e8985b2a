"""What a support model said of a sentence and its citations: what the measures of ALCE are computed from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitationSupport:
    """One citation of a sentence: whether its text alone bears the sentence out, and whether the others without it do."""

    alone: bool
    without: bool = False


@dataclass(frozen=True, slots=True)
class SentenceSupport:
    """A sentence: whether the texts of all its citations, taken together, bear it out, and what each adds.

    Attributes:
        together: false where it has no usable citation.
        citations: each distinct citation once.
        unusable: distinct citations that point to nothing, or do not hold the text that they quote.
    """

    together: bool
    citations: tuple[CitationSupport, ...] = ()
    unusable: int = 0
