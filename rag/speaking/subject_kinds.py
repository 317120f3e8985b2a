"""What a noun phrase names: somebody who can speak, a document, a law, or nobody."""

from __future__ import annotations

import re
from itertools import pairwise

from rag.language.lexicon.people import (
    DOCUMENTS,
    GROUP_PRONOUNS,
    HEAD_PARTITIVES,
    LEGAL_TEXTS,
    PERSON_PRONOUNS,
    can_speak,
)
from rag.speaking.subject_words import DETERMINERS, PREPOSITIONS, TIME
from rag.speaking.tokens import Phrase, Token

_ABSTRACT_ENDING = re.compile(r"(?:tion|ment|ness|it(?:y|ie)|ism|ance|ence|ship|ure|al|age|ing|dom)s?$")
_HEADS = frozenset("head director chief minister secretary spokesman spokeswoman spokesperson president".split())
_SENTENCE_OPENERS = frozenset(
    "it this that there what such here which who how why when where while although if as in on at by from "
    "nothing something anything everything".split()
)


def head(phrase: Phrase) -> Token | None:
    """The noun that says who is meant: "officials" of "two officials in the ministry"."""
    words = [t for t in phrase if t.is_word]
    for position, token in enumerate(words):
        boundary = token.lower in PREPOSITIONS or token.lower in {"who", "which", "that", "sympathetic", "close"}
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
    if is_legal(phrase) or lower in DOCUMENTS or lower in _SENTENCE_OPENERS or lower in DETERMINERS:
        return False
    if len(phrase) == 2 and phrase[0].lower == "the" and lower == "most":
        return False
    if len(phrase) > 1 and any(t.lower in _HEADS and n.lower == "of" for t, n in pairwise(phrase)):
        return True  # "the city's head of culture"
    abstract = _ABSTRACT_ENDING.search(lower) is not None
    if not abstract and any(can_speak(t.text) for t in phrase if t.end == noun.start - 1):
        return True
    single = abstract and sum(t.is_name for t in phrase) == 1
    return noun.is_name and not single and noun.text != "AI" and not TIME.match(noun.text)


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
