"""The noun phrase that a sentence begins with."""

from __future__ import annotations

from rag.language.lexicon.people import can_speak
from rag.speaking.subject_kinds import is_document, speaks
from rag.speaking.subject_words import DETERMINERS, PREPOSITIONS
from rag.speaking.tokens import Phrase, Token
from rag.speaking.trimming import trimmed

_CLAUSE_OPENERS = frozenset("as while when after before although though because since if once".split())


def opening(found: Phrase, documents: bool = False) -> Phrase:
    """The noun phrase that a sentence begins with, as far as its words show: names, roles and bodies."""
    start = _opens_at(found)
    taken = start
    while taken < len(found) and found[taken].is_word and (_noun_like(found[taken]) or _adjacent(found, taken)):
        taken += 2 if _of_something(found, taken) else 1
    phrase = trimmed(found[start:taken])
    named = speaks(phrase) or (documents and is_document(phrase))
    return phrase if phrase and named else ()


def _opens_at(found: Phrase) -> int:
    """Where the first noun phrase begins: behind "As", or behind the comma of "In the Parliament, ..."."""
    start = next((i for i, t in enumerate(found) if t.is_word), len(found))
    if start < len(found) and found[start].lower in _CLAUSE_OPENERS:
        return start + 1
    if start < len(found) and found[start].lower in PREPOSITIONS:
        return next((i + 1 for i, t in enumerate(found[:20]) if t.text == "," and i > start), start)
    return start


def _noun_like(token: Token) -> bool:
    lower = token.lower
    known = lower in DETERMINERS or lower in {"of", "for", "'s"} or can_speak(lower) or token.is_name
    return known or lower.endswith(("ish", "ese", "ean", "ian", "ional", "'s", "ern"))


def _of_something(found: Phrase, position: int) -> bool:
    """ "head of culture": what stands behind "of" belongs to the phrase, whatever it is."""
    after = found[position + 1] if position + 1 < len(found) else None
    return position > 0 and found[position].lower == "of" and after is not None and after.is_word


def _adjacent(found: Phrase, position: int) -> bool:
    """An unknown word between a determiner and a noun that is known: "the outgoing secretary"."""
    following = found[position + 1] if position + 1 < len(found) else None
    return position > 0 and following is not None and can_speak(following.lower)
