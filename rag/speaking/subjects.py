"""The words that say who speaks: the noun phrase to the left or right of a verb of saying."""

from __future__ import annotations

from rag.language.lexicon.people import can_speak
from rag.speaking.lists import list_start
from rag.speaking.subject_kinds import speaks
from rag.speaking.subject_words import STOPS
from rag.speaking.tokens import QUOTES, Phrase, Token
from rag.speaking.trimming import trimmed


def left_of(found: Phrase, verb: int) -> Phrase:
    """The noun phrase that ends before the token at `verb`; what stands between commas is passed over."""
    end = verb
    for _ in range(3):
        phrase = _phrase_before(found, end)
        if phrase and speaks(phrase):
            return whole_list(found, phrase)
        comma = end - len(phrase) - 1 if not phrase else found.index(phrase[0]) - 1
        if comma < 1 or found[comma].text != ",":
            return phrase
        opening = _comma_before(found, comma)
        if phrase or opening is None:
            return phrase
        named = _role_and_name(found, opening, comma)
        if named:
            return named
        end = opening
    return ()


def whole_list(found: Phrase, phrase: Phrase) -> Phrase:
    """The list that a phrase with "and" ends, and the group that it names: "A, B and C", "a group that included A and B"."""
    first = next(i for i, t in enumerate(found) if t.start == phrase[0].start)
    last = next(i for i, t in enumerate(found) if t.start == phrase[-1].start)
    start, opener = list_start(found, first, last)
    group = _phrase_before(found, opener) if opener is not None else ()
    if group and speaks(group):
        start = next(i for i, t in enumerate(found) if t.start == group[0].start)
    return found[start : last + 1] if start < first else phrase


def right_of(found: Phrase, verb: int) -> Phrase:
    """The noun phrase that begins after the token at `verb` ("..., said Li Qiang on Monday")."""
    taken: list[Token] = []
    for token in found[verb + 1 : verb + 16]:
        if taken and token.lower.endswith("ed") and can_speak(taken[-1].lower):
            break
        if not token.is_word or token.lower in (
            STOPS | {"in", "on", "at", "during", "who", "after", "by", "there", "it"}
        ):
            break
        taken.append(token)
    return trimmed(taken)


def _phrase_before(found: Phrase, end: int) -> Phrase:
    start = end
    while start > 0 and end - start < 20 and _continues(found, start - 1, end):
        start -= 1
    return trimmed(found[start:end])


def _continues(found: Phrase, position: int, end: int) -> bool:
    token = found[position]
    if not token.is_word:
        return token.text == "&"
    if token.lower == "and":
        return position + 1 < end and _pair(found, position)
    return token.lower not in STOPS


def _pair(found: Phrase, conjunction: int) -> bool:
    """Whether "and" joins two who speak, and not two statements: nothing but a noun phrase stands before it."""
    start = conjunction
    while start > 0 and found[start - 1].is_word and found[start - 1].lower not in STOPS | {"and"}:
        start -= 1
    before = trimmed(found[start:conjunction])
    return 0 < len(before) <= 7 and speaks(before)


def _role_and_name(found: Phrase, opened: int, closed: int) -> Phrase:
    """ "Its chief financial officer, Colette Kress": the whole, where the words between the commas are the name."""
    name, role = found[opened + 1 : closed], _phrase_before(found, opened)
    named = 0 < len(name) <= 5 and all(t.is_name for t in name)
    common = bool(role) and speaks(role) and not role[-1].is_name
    return [*role, found[opened], *name] if named and common else ()


def _comma_before(found: Phrase, comma: int) -> int | None:
    for position in range(comma - 1, max(-1, comma - 30), -1):
        if found[position].text == ",":
            return position
        if found[position].text in ".;:" or found[position].text in QUOTES:
            return None
    return None
