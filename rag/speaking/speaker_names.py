"""The words of a speaker's name, and the name as it is shown."""

from __future__ import annotations

import re

from rag.language.lexicon.camps import names_people
from rag.language.lexicon.people import DETERMINERS, TITLES, is_agent
from rag.language.tokens import Token, tokens
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report

_OWNERS = re.compile(r"\b[a-z]+s['’](?=\s)|\b[a-z]+['’]s\b")
_LINKS = frozenset("of and for in at".split())


def name_words(text: str) -> frozenset[str]:
    """The words of a name in normal form, without articles, numbers and owners ("the group's")."""
    found = tokens(_OWNERS.sub("", text))
    return frozenset(t.normal for t in found if _names(t)) or frozenset(t.normal for t in found)


def proper_words(text: str) -> frozenset[str]:
    """The words that are written as names: "Li", "Qiang" of "Premier Li Qiang"."""
    return frozenset(t.normal for t in tokens(text) if t.is_capitalised and _names(t) and not _role(t.normal))


def shown(report: Report) -> str:
    """The speaker as it is written within a sentence."""
    name = report.speaker
    if is_pronoun(name):
        return "somebody"
    common = name.split()[0].lower() in DETERMINERS or names_people(name.lower())
    return name[0].lower() + name[1:] if common else name


def _names(token: Token) -> bool:
    owner = token.text.endswith(("'s", "’s")) and not token.is_capitalised
    return not owner and token.normal not in DETERMINERS | _LINKS and not token.text[0].isdigit()


def _role(word: str) -> bool:
    return word in TITLES or names_people(word) or is_agent(word) or is_pronoun(word)
