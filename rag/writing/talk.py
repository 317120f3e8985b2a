"""How models speak about the evidence rather than from it: "Based on the provided evidence, the seat is …"."""

from __future__ import annotations

import re

NOT_ANSWERED = "The evidence does not answer this."
"""What a writer is told to write where the evidence does not answer the question."""

_EVIDENCE = r"(?:evidence|sources|sentences|context|excerpts|passages)"
_GIVEN = r"(?:provided|given|available|numbered|supplied|retrieved|above|cited)"
_OPENING = re.compile(
    rf"(?:Based on|According to|From|Given|In|Per) (?:the )?"
    rf"(?:(?:{_GIVEN} )*{_EVIDENCE}|(?:{_GIVEN} )+(?:information|documents?|text))"
    rf"(?: (?:I was )?{_GIVEN})?, (\w)",
    re.IGNORECASE,
)


def without_opening(text: str) -> str:
    """A sentence without such an opening; "According to the ministry, …" is another matter and stays."""
    return _OPENING.sub(lambda match: match[1].upper(), text, count=1) if _OPENING.match(text) else text
