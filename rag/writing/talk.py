"""What models say around an answer: "Sure, here is …", "Based on the provided evidence, …", "I hope this helps."

None of it states anything that a document could support. Pure functions.
"""

from __future__ import annotations

import re

NOT_ANSWERED = "The evidence does not answer this."
"""What a writer is told to write where the evidence does not answer the question."""

_YES = r"(?:Sure(?: thing)?|Certainly|Of course|Okay|OK|Absolutely|Understood|Great question)"
_BEFORE = re.compile(
    rf"{_YES}[,.!:]?|(?:{_YES}[,.!:]?\s+)?(?:Here(?:'s|’s| is| are)|Below (?:is|are)|The following (?:is|are)|I(?:'ll|’ll| will| can)) "
    r".*\b(?:answer|summary|overview|response|sentences?|points|information)\b.*[.:!]",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:I hope (?:this|that)|Let me know|Feel free|Please (?:let me know|feel free|note that I)|"
    r"If you (?:have|need|would like|want)(?: any| more| further| me)|Is there anything else)\b.*",
    re.IGNORECASE,
)
_EVIDENCE = r"(?:evidence|sources|sentences|context|excerpts|passages)"
_GIVEN = r"(?:provided|given|available|numbered|supplied|retrieved|above|cited)"
_OPENING = re.compile(
    rf"(?:Based on|According to|From|Given|In|Per) (?:the )?(?:{_GIVEN} )*(?:{_EVIDENCE}|(?<=ed )(?:information|documents?|text))"
    rf"(?: (?:I was )?{_GIVEN})?(?: sentences)?, (\w)",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    rf"(?:Unfortunately, )?(?:(?:the|this|these|none of the|no) (?:{_GIVEN} )*(?:{_EVIDENCE}|documents?|information|text)\b.{{0,40}}?"
    r"\b(?:do(?:es)? not|doesn['’]t|don['’]t|cannot|can['’]t|(?:answers?|mentions?|says?|states?|contains?|provides?|specif(?:y|ies)))\b"
    r"|I (?:cannot|can['’]t|could not|do not have|don['’]t have|am unable to|was unable to|am not able to)\b"
    r"|There is (?:no|not enough|insufficient) (?:information|evidence|mention|answer)\b"
    r"|(?:It|This) is (?:not|un)\s?(?:clear|stated|specified|mentioned|answered|known)\b.{0,30}\bevidence\b"
    r"|No answer\b|Not (?:answered|stated|mentioned|specified)\b)",
    re.IGNORECASE,
)
_DOES_ANSWER = re.compile(r"(?:the|this|these) ", re.IGNORECASE)
_NEGATES = re.compile(r"\b(?:not|no|none|cannot|unable|insufficient|neither)\b|n['’]t\b", re.IGNORECASE)


def statement_of(text: str, *, cites: bool, opens: bool) -> str:
    """The part of a sentence that states something; empty where it is only talk.

    Args:
        cites: it names evidence, so that it is no talk.
        opens: no sentence of the reply came before it.
    """
    if not cites and (_AFTER.fullmatch(text) or (opens and _BEFORE.fullmatch(text))):
        return ""
    return _OPENING.sub(lambda match: match[1].upper(), text, count=1) if _OPENING.match(text) else text


def declines(text: str) -> bool:
    """Whether a sentence says that the evidence does not answer, or not all: it is about the evidence, not from it."""
    return bool(_DECLINES.match(text) and _NEGATES.search(text))
