"""Names that end in a number: "Llama 2", "Phase 3", "Large 2.1". With another number they name another thing."""

from __future__ import annotations

import re

from rag.language.text.calendar_words import MONTHS
from rag.language.text.units import CURRENCIES
from rag.language.tokens import FUNCTION_WORDS, alike

_VERSION = re.compile(
    r"\b(?P<name>[A-Z][A-Za-z-]*) (?P<number>\d{1,3}(?:\.\d{1,2})?)\b(?![%:,]?\d| ?%| (?:percent|per cent|million|billion|trillion|thousand)\b)"
)
_NO_NAMES = (
    FUNCTION_WORDS | MONTHS.keys() | CURRENCIES.keys() | frozenset("about around nearly almost roughly exactly".split())
)


def other_version(claim: str, text: str) -> tuple[str, str] | None:
    """A numbered name of the claim, and what the text calls so with other numbers only; `None` where there is none."""
    theirs = _versions(text)
    for name, numbers in _versions(claim).items():
        for number in numbers:
            if name in theirs and number not in theirs[name]:
                return f"{name} {number}", f"{name} {theirs[name][0]}"
    return None


def _versions(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for match in _VERSION.finditer(alike(text)):
        if match["name"].lower() not in _NO_NAMES:
            found.setdefault(match["name"], []).append(match["number"])
    return found
