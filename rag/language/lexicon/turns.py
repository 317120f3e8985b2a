"""Verbs by which a rule, contract or office begins or ends, and which of them a date belongs to."""

from __future__ import annotations

import re

from rag.language.lexicon.inflect import by_form
from rag.language.tokens import Token, tokens

_BEGINS = frozenset(
    by_form(
        "issue sign adopt approve introduce launch open enact publish found establish grant start begin impose appoint hire elect "
        "create ratify inaugurate promulgate pass"
    )
)
_ENDS = frozenset(
    by_form(
        "revoke rescind repeal withdraw abolish scrap cancel annul overturn close end expire lapse dissolve lift terminate suspend "
        "dismiss resign sack disband void quash reject"
    )
)
_CLAUSE = re.compile(r"[,;:()–]|\b(?:and|but|while|whereas|although)\b")
_REACH = 8


def turn(text: str, start: int, end: int) -> str:
    """ "begins" or "ends" by the verb that the date at `text[start:end]` belongs to; empty where it is neither."""
    before = [token for token in tokens(text) if token.end <= start]
    told = _nearest(text, list(reversed(before[-_REACH:])), start)
    if told or any(token.is_content for token in before):
        return told
    return _nearest(text, [token for token in tokens(text) if token.start >= end][:_REACH], end)


def _nearest(text: str, words: list[Token], place: int) -> str:
    """The turn of the nearest verb that no mark or conjunction keeps from the date; one comma may follow an opening date."""
    for word in words:
        between = text[word.end : place] if word.end <= place else text[place : word.start].lstrip(" ,")
        if _CLAUSE.search(between):
            return ""
        if word.normal in _BEGINS or word.text.lower() in _BEGINS:
            return "begins"
        if word.normal in _ENDS or word.text.lower() in _ENDS:
            return "ends"
    return ""
