"""A noun phrase without the words around it: "In January 2024 ..." before it, "... on Monday" behind it."""

from __future__ import annotations

from rag.language.lexicon.people import can_speak
from rag.speaking.subject_words import DETERMINERS, PREPOSITIONS, TIME
from rag.speaking.tokens import Phrase, Token

_LEADING_ADVERBS = frozenset(
    "still also then later however meanwhile similarly instead moreover furthermore indeed today yesterday now first second "
    "third finally elsewhere again nevertheless nonetheless and but yet so or".split()
)


def trimmed(phrase: Phrase) -> Phrase:
    """The phrase without "In January 2024 ..." before it and "... on Monday" behind it."""
    words = list(phrase)
    while words and (words[0].lower in _LEADING_ADVERBS or words[0].lower.endswith("ly")) and len(words) > 1:
        words.pop(0)
    if words and words[0].lower in PREPOSITIONS:
        words = _after_preposition(words)
    words = words[_last_article(words) :]
    while len(words) > 1 and words[-1].lower in PREPOSITIONS:
        words = words[:-1]  # "Telma at [first]"
    for position in range(len(words) - 1, 0, -1):
        tail = words[position:]
        if tail[0].lower in {"on", "in", "at", "last", "this", "earlier", "late", "early"} and _is_time(
            tail[1:] or tail
        ):
            words = words[:position]
    return words


def _last_article(words: Phrase) -> int:
    """Where an article begins another noun phrase: "executives signed | an open letter"."""
    joined = PREPOSITIONS | DETERMINERS | {"and", "or", "both", "all"}
    starts = (i for i in range(len(words) - 1, 0, -1) if words[i].lower in {"a", "an", "the"})
    return next((i for i in starts if words[i].text.islower() and words[i - 1].lower not in joined), 0)


def _is_time(phrase: Phrase) -> bool:
    return all(TIME.match(token.text) for token in phrase)


def _after_preposition(words: Phrase) -> list[Token]:
    """What follows "In Shanghai" or "On 24 October": from the first word that begins another noun phrase."""
    rest = list(words[1:])
    while rest and TIME.match(rest[0].text):
        rest.pop(0)
    if len(rest) < len(words) - 1 and rest:
        return rest
    for position in range(1, len(rest)):
        starts = rest[position].lower in DETERMINERS or can_speak(rest[position].lower)
        if starts and rest[position - 1].lower not in PREPOSITIONS | DETERMINERS:
            return rest[position:]
    return []
