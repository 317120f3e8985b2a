"""Whether two texts mean the same speaker: by name, initials, office or camp."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.words import stem
from rag.language.lexicon.camps import at_odds, camps, kin, names_people
from rag.language.lexicon.people import DOCUMENTS, PEOPLE, PLURAL_COLLECTIVES, TITLES, is_agent
from rag.language.text.places import aliases, seats
from rag.language.tokens import Token, normal, tokens
from rag.speaking.governments import governed
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report
from rag.speaking.speaker_names import name_words, proper_words
from rag.speaking.statements import Statement

_WHOSE = re.compile(r"^.*?['’]s? (?=[a-z])")  # "Ida Nunn's company" is named for its owner
_OF = re.compile(r" (?:of|for|at|from|in) ")
_DOCUMENT_STEMS = frozenset(stem(word) for word in DOCUMENTS)


def same_speaker(report: Report, statement: Statement) -> bool:
    """Whether the speaker of a claim may be that of a statement; a pronoun may be anybody."""
    if is_pronoun(report.speaker) or is_pronoun(statement.report.speaker):
        return True
    words = name_words(report.speaker)
    theirs, ours = camps(words), camps(statement.names)
    if at_odds(theirs, ours):
        return False
    if _short_for(report, statement.report) or _short_for(statement.report, report):
        return True
    proper = proper_words(report.speaker)
    if proper & statement.possible and (not statement.is_described or _of_a_kind(words, statement.names)):
        return True
    if proper and statement.proper:
        return bool(proper & statement.proper or governed(proper) & governed(statement.proper))
    return bool((words & statement.names) - TITLES or theirs & ours)


def another_speaker(report: Report, statement: Statement) -> bool:
    """Whether the speaker of a claim, who is not known to be that of a statement, is surely somebody else."""
    words = name_words(report.speaker)
    theirs, ours = camps(words), camps(statement.names)
    if at_odds(theirs, ours):
        return True
    proper = proper_words(_WHOSE.sub("", report.speaker))
    if proper:
        governs = _is_government(proper) and bool(ours & {"office"} or statement.is_described)
        return not governs and not (statement.may_be_named and _of_a_kind(words, statement.names))
    if words & DOCUMENTS:
        return bool(statement.proper) and not statement.names & DOCUMENTS and not statement.visible & _DOCUMENT_STEMS
    return _another_kind(words, statement)


def is_another_name(report: Report, statement: Statement) -> bool:
    """Whether both speakers are named, and not by the same name."""
    named = bool(proper_words(report.speaker)) and bool(statement.proper)
    return named and not same_speaker(report, statement) and another_speaker(report, statement)


def _of_a_kind(words: frozenset[str], names: frozenset[str]) -> bool:
    """Whether the roles of two speakers go together, or one has none."""
    theirs, ours = kin(words), kin(names)
    return not theirs or not ours or bool(theirs & ours)


def _another_kind(words: frozenset[str], statement: Statement) -> bool:
    """Whether people who are described are of a kind of which the speaker is surely not, and nothing tells otherwise."""
    roles, offices = _roles(words), _roles(statement.names)
    if roles & offices or kin(words) & kin(statement.names):
        return False
    if kin(words) and kin(statement.names):
        return True
    seen = any(stem(word) in statement.visible for word in roles)
    one_became_many = bool(words & PLURAL_COLLECTIVES) and not statement.names & PLURAL_COLLECTIVES
    return bool(roles and offices) and not seen and (one_became_many or not kin(words))


def _is_government(proper: frozenset[str]) -> bool:
    """Whether a name is a country's or a city's from which it is governed: "London" for its ministers."""
    return any(word in seats() or word in aliases() for word in proper)


def _roles(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in PEOPLE or is_agent(word))


def named_in(claim: str, statement: Statement) -> Sequence[Token]:
    """The words of the speaker's name that a claim has; none where it has less than half of them."""
    person = _OF.split(statement.report.speaker)[0] if _roles(statement.names) else statement.report.speaker
    name = [token for token in tokens(person) if token.normal in statement.names]
    said = tokens(claim)
    there = {token.normal: token.is_capitalised for token in said}
    met = [token for token in name if token.normal in there and (there[token.normal] or not _proper(token, name))]
    capitals = "".join(token.text[0] for token in name if token.is_capitalised)
    short = [token for token in said if token.text.isupper() and len(token.text) > 1 and token.text == capitals]
    called = [token for token in name if token.normal in statement.proper]
    half = len(met) >= 0.5 * len(name) or (called and len([t for t in met if t in called]) >= 0.5 * len(called))
    last = [token for token in _last_names(statement) if there.get(token.normal)]
    return (met if half else []) or last or short or _countries(said, statement)


def _countries(said: Sequence[Token], statement: Statement) -> Sequence[Token]:
    """The words for the country whose government speaks, but for those that it says itself: "Japan" for "Tokyo"."""
    whose = governed(statement.proper)
    return [t for t in said if t.is_capitalised and governed([t.normal]) & whose and t.stem not in statement.stems]


def _last_names(statement: Statement) -> Sequence[Token]:
    """The last name of each part of the speaker's words, owners aside: "Lindt" of "Telma's chief, Astrid Lindt"."""
    parts = re.split(r",| (?:of|for|at|from|in) ", statement.report.speaker)
    named = [[t for t in tokens(_WHOSE.sub("", part)) if t.normal in statement.proper] for part in parts]
    return [tokens_of[-1] for tokens_of in named if tokens_of]


def _short_for(one: Report, other: Report) -> bool:
    """ "NIST" for "the National Institute of Standards and Technology"."""
    capitals = "".join(word[0] for word in re.findall(r"[A-Z]\w+", other.speaker))
    short = re.sub(r"^[Tt]he ", "", one.speaker)
    return len(short) > 1 and normal(short) == capitals.lower()


def _proper(token: Token, name: Sequence[Token]) -> bool:
    """Whether a word is capitalised as a part of a name, and not because a sentence begins with it."""
    return token.is_capitalised and not (token == name[0] and names_people(token.normal))
