"""The words that say who speaks: the noun phrase to the left or right of a verb of saying, and whether it can speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.language.lexicon.people import (
    DOCUMENTS,
    GROUP_PRONOUNS,
    HEAD_PARTITIVES,
    LEGAL_TEXTS,
    PERSON_PRONOUNS,
    can_speak,
)
from rag.speaking.lists import list_start
from rag.speaking.tokens import QUOTES, Token

Phrase = Sequence[Token]

_PREPOSITIONS = frozenset(
    "in on at by since after before during under from among within with without for despite amid until unlike besides "
    "beyond throughout following of to against about around near over across behind between through as inside outside".split()
)
_STOPS = frozenset(
    "that while although though because when where which if whether since whereas than but or nor so yet unless once "
    "how why what then until as after before is are was were be been has have had will would may might could should must "
    "did does do can not".split()
)
_TIME = re.compile(
    r"(?i)^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|"
    r"july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|\d[\d.,-]*(?:st|nd|rd|th)?|week|month|year|day|"
    r"morning|evening|afternoon|night|earlier|later|today|yesterday|tomorrow|last|this|next|same|that|late|early|the|weeks|"
    r"months|years|days|ago|week's|time|spring|summer|autumn|winter|end|mid|time|and|to|of|previous|following)$"
)
_ABSTRACT_ENDING = re.compile(r"(?:tion|ment|ness|it(?:y|ie)|ism|ance|ence|ship|ure|al|age|ing|dom)s?$")
_DETERMINERS = frozenset(
    "the a an some many most several few both all its his her their our other another certain various one two three four "
    "five six seven eight nine ten more no each every any these those this that".split()
)
_HEADS = frozenset("head director chief minister secretary spokesman spokeswoman spokesperson president".split())
_CLAUSE_OPENERS = frozenset("as while when after before although though because since if once".split())
_SENTENCE_OPENERS = frozenset(
    "it this that there what such here which who how why when where while although if as in on at by from "
    "nothing something anything everything".split()
)
_LEADING_ADVERBS = frozenset(
    "still also then later however meanwhile similarly instead moreover furthermore indeed today yesterday now first second "
    "third finally elsewhere again nevertheless nonetheless and but yet so or".split()
)


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
            _STOPS | {"in", "on", "at", "during", "who", "after", "by", "there", "it"}
        ):
            break
        taken.append(token)
    return _trimmed(taken)


def _phrase_before(found: Phrase, end: int) -> Phrase:
    start = end
    while start > 0 and end - start < 20 and _continues(found, start - 1, end):
        start -= 1
    return _trimmed(found[start:end])


def _continues(found: Phrase, position: int, end: int) -> bool:
    token = found[position]
    if not token.is_word:
        return token.text == "&"
    if token.lower == "and":
        return position + 1 < end and _pair(found, position)
    return token.lower not in _STOPS


def _pair(found: Phrase, conjunction: int) -> bool:
    """Whether "and" joins two who speak, and not two statements: nothing but a noun phrase stands before it."""
    start = conjunction
    while start > 0 and found[start - 1].is_word and found[start - 1].lower not in _STOPS | {"and"}:
        start -= 1
    before = _trimmed(found[start:conjunction])
    return 0 < len(before) <= 7 and speaks(before)


def _noun_like(token: Token) -> bool:
    lower = token.lower
    known = lower in _DETERMINERS or lower in {"of", "for", "'s"} or can_speak(lower) or token.is_name
    return known or lower.endswith(("ish", "ese", "ean", "ian", "ional", "'s", "ern"))


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


def _trimmed(phrase: Phrase) -> Phrase:
    """The phrase without "In January 2024 ..." before it and "... on Monday" behind it."""
    words = list(phrase)
    while words and (words[0].lower in _LEADING_ADVERBS or words[0].lower.endswith("ly")) and len(words) > 1:
        words.pop(0)
    if words and words[0].lower in _PREPOSITIONS:
        words = _after_preposition(words)
    words = words[_last_article(words) :]
    while len(words) > 1 and words[-1].lower in _PREPOSITIONS:
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
    joined = _PREPOSITIONS | _DETERMINERS | {"and", "or", "both", "all"}
    starts = (i for i in range(len(words) - 1, 0, -1) if words[i].lower in {"a", "an", "the"})
    return next((i for i in starts if words[i].text.islower() and words[i - 1].lower not in joined), 0)


def _is_time(phrase: Phrase) -> bool:
    return all(_TIME.match(token.text) for token in phrase)


def _after_preposition(words: Phrase) -> list[Token]:
    """What follows "In Shanghai" or "On 24 October": from the first word that begins another noun phrase."""
    rest = list(words[1:])
    while rest and _TIME.match(rest[0].text):
        rest.pop(0)
    if len(rest) < len(words) - 1 and rest:
        return rest
    for position in range(1, len(rest)):
        starts = rest[position].lower in _DETERMINERS or can_speak(rest[position].lower)
        if starts and rest[position - 1].lower not in _PREPOSITIONS | _DETERMINERS:
            return rest[position:]
    return []


def head(phrase: Phrase) -> Token | None:
    """The noun that says who is meant: "officials" of "two officials in the ministry"."""
    words = [t for t in phrase if t.is_word]
    for position, token in enumerate(words):
        boundary = token.lower in _PREPOSITIONS or token.lower in {"who", "which", "that", "sympathetic", "close"}
        if position and boundary and not (token.lower == "of" and words[position - 1].lower in HEAD_PARTITIVES):
            return words[position - 1]
    return words[-1] if words else None


def speaks(phrase: Phrase) -> bool:
    """Whether the phrase names people, a body, somebody by name, or "he", "they"."""
    noun = head(phrase)
    if noun is None:
        return False
    lower = noun.lower.removesuffix("'s")
    if lower in PERSON_PRONOUNS or lower in GROUP_PRONOUNS or can_speak(lower):
        return len(phrase) == 1 or lower not in PERSON_PRONOUNS
    if is_legal(phrase) or lower in DOCUMENTS or lower in _SENTENCE_OPENERS or lower in _DETERMINERS:
        return False
    if len(phrase) == 2 and phrase[0].lower == "the" and lower == "most":
        return False
    if len(phrase) > 1 and any(t.lower in _HEADS and n.lower == "of" for t, n in pairwise(phrase)):
        return True  # "the city's head of culture"
    abstract = _ABSTRACT_ENDING.search(lower) is not None
    if not abstract and any(can_speak(t.text) for t in phrase if t.end == noun.start - 1):
        return True
    single = abstract and sum(t.is_name for t in phrase) == 1
    return noun.is_name and not single and noun.text != "AI" and not _TIME.match(noun.text)


def is_document(phrase: Phrase) -> bool:
    """Whether the phrase names a report, a letter, a plan: a text that says what its writers say."""
    noun = head(phrase)
    return noun is not None and noun.lower in DOCUMENTS


def is_legal(phrase: Phrase) -> bool:
    """Whether the phrase names a law or another text that lays down."""
    noun = head(phrase)
    numbered = any(t.lower in LEGAL_TEXTS and phrase[i + 1].text[0].isdigit() for i, t in enumerate(phrase[:-1]))
    return noun is not None and (noun.lower in LEGAL_TEXTS or numbered)


def is_noun_phrase(phrase: Phrase) -> bool:
    """Whether words may be a whole noun phrase: a single one in small letters needs an article, unless it is a plural."""
    words = [t for t in phrase if t.is_word]
    return len(words) > 1 or any(t.is_name or t.lower.endswith("s") for t in words)


def is_abstract(phrase: Phrase) -> bool:
    """Whether the phrase is "it", "this", "what": a word that names nobody."""
    noun = head(phrase)
    return noun is None or noun.lower in _SENTENCE_OPENERS or not noun.is_word or noun.text.isdigit()


def opening(found: Phrase, documents: bool = False) -> Phrase:
    """The noun phrase that a sentence begins with, as far as its words show: names, roles and bodies."""
    start = _opens_at(found)
    taken = start
    while taken < len(found) and found[taken].is_word and (_noun_like(found[taken]) or _adjacent(found, taken)):
        taken += 2 if _of_something(found, taken) else 1
    phrase = _trimmed(found[start:taken])
    named = speaks(phrase) or (documents and is_document(phrase))
    return phrase if phrase and named else ()


def _opens_at(found: Phrase) -> int:
    """Where the first noun phrase begins: behind "As", or behind the comma of "In the Parliament, ..."."""
    start = next((i for i, t in enumerate(found) if t.is_word), len(found))
    if start < len(found) and found[start].lower in _CLAUSE_OPENERS:
        return start + 1
    if start < len(found) and found[start].lower in _PREPOSITIONS:
        return next((i + 1 for i, t in enumerate(found[:20]) if t.text == "," and i > start), start)
    return start


def _of_something(found: Phrase, position: int) -> bool:
    """ "head of culture": what stands behind "of" belongs to the phrase, whatever it is."""
    after = found[position + 1] if position + 1 < len(found) else None
    return position > 0 and found[position].lower == "of" and after is not None and after.is_word


def _adjacent(found: Phrase, position: int) -> bool:
    """An unknown word between a determiner and a noun that is known: "the outgoing secretary"."""
    following = found[position + 1] if position + 1 < len(found) else None
    return position > 0 and following is not None and can_speak(following.lower)
