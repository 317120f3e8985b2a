"""Which language a text is in. Used to warn, never to fill in metadata."""

from __future__ import annotations

from functools import cache
from typing import Any

MOST_CHARACTERS = 4_000
FEWEST_LETTERS = 40
LEAST_PROBABILITY = 0.95


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language, or `None` where the text is too short or the answer unsure."""
    sample = _middle(text)
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= LEAST_PROBABILITY else None


def _middle(text: str) -> str:
    """A stretch of the text away from its beginning, where titles, names and menus stand."""
    start = max(0, (len(text) - MOST_CHARACTERS) // 2)
    return text[start : start + MOST_CHARACTERS]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]  # 0.5 s to load, and a warning is all it is for

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in identifier.nb_classes if len(code) == 2])
    return identifier
