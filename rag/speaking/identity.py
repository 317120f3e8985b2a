"""Whether two texts mean the same speaker: by name, initials, office or camp."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.lexicon.camps import at_odds, camps, names_people
from rag.language.lexicon.people import DETERMINERS, DOCUMENTS, PEOPLE, PLURAL_COLLECTIVES, TITLES, is_agent
from rag.language.text.tokens import Token, content_stems, normal, tokens
from rag.records.source import Source
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report, reports
from rag.speaking.speaker import is_official

_OWNERS = re.compile(r"\b[a-z]+s['’](?=\s)|\b[a-z]+['’]s\b")
_OF = re.compile(r" (?:of|for|at|from|in) ")
_LINKS = frozenset("of and for in at".split())


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source puts in somebody's mouth.

    Attributes:
        report: where and how it says so.
        names: the words, in normal form, by which the speaker may be known.
        proper: those of them that are written as names.
        stems: of what is said.
    """

    report: Report
    names: frozenset[str]
    proper: frozenset[str]
    stems: frozenset[str]


def statements(source: Source) -> list[Statement]:
    """What a source puts in somebody's mouth; an official text speaking of itself is nobody else's mouth."""
    found = []
    for report in reports(source.text, source.before):
        if is_official(source.kind) and name_words(report.speaker) & DOCUMENTS:
            continue
        called = (report.speaker, report.mention, _office(source.text, report), source.speaker and source.speaker.name)
        names = frozenset(word for text in called if text for word in name_words(text))
        proper = frozenset(word for text in called if text for word in _proper_words(text))
        found.append(Statement(report, names, proper, content_stems(report.words_said(source.text))))
    return found


def own_voice(source: Source) -> str:
    """The text without what others say, and without the words that say who does."""
    kept = source.text
    for report in reports(source.text, source.before):
        for start, end in (*report.said, report.frame):
            kept = kept[:start] + " " * (end - start) + kept[end:]
    return kept


def name_words(text: str) -> frozenset[str]:
    """The words of a name in normal form, without articles, numbers and owners ("the group's")."""
    found = tokens(_OWNERS.sub("", text))
    return frozenset(t.normal for t in found if _names(t)) or frozenset(t.normal for t in found)


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
    proper = _proper_words(report.speaker)
    if proper and statement.proper:
        return bool(proper & statement.proper)
    return bool((words & statement.names) - TITLES or theirs & ours)


def another_speaker(report: Report, statement: Statement) -> bool:
    """Whether the speaker of a claim, who is not known to be that of a statement, is surely somebody else."""
    words = name_words(report.speaker)
    theirs, ours = camps(words), camps(statement.names)
    if at_odds(theirs, ours):
        return True
    if words & DOCUMENTS:
        return not statement.names & DOCUMENTS
    if re.findall(r"\w+", report.speaker)[-1][0].isupper():
        return True
    if words & PLURAL_COLLECTIVES and not statement.names & PLURAL_COLLECTIVES and theirs != {"office"}:
        return True
    roles, offices = _roles(words), _roles(statement.names)
    if roles and offices and not roles & offices and not theirs & ours:
        return True
    return bool(theirs and ours) and not theirs & ours


def _roles(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word in PEOPLE or is_agent(word))


def named_in(claim: str, statement: Statement) -> Sequence[Token]:
    """The words of the speaker's name that a claim has; none where it has less than half of them."""
    person = _OF.split(statement.report.speaker)[0] if _roles(statement.names) else statement.report.speaker
    name = [token for token in tokens(person) if token.normal in statement.names]
    there = {token.normal: token.is_capitalised for token in tokens(claim)}
    met = [token for token in name if token.normal in there and (there[token.normal] or not _proper(token, name))]
    return met if len(met) >= 0.5 * len(name) else []


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


def _proper_words(text: str) -> frozenset[str]:
    """The words that are written as names: "Li", "Qiang" of "Premier Li Qiang"."""
    return frozenset(t.normal for t in tokens(text) if t.is_capitalised and _names(t) and not _role(t.normal))


def _role(word: str) -> bool:
    return word in TITLES or names_people(word) or is_agent(word) or is_pronoun(word)


def _office(text: str, report: Report) -> str:
    """The words between commas behind the speaker's name."""
    behind = re.match(r"[^,;.]{0,60},([^,;.]{3,90}),", text[text.find(report.mention) + len(report.mention) :])
    return behind[1] if behind and report.mention in text else ""


def _short_for(one: Report, other: Report) -> bool:
    """ "NIST" for "the National Institute of Standards and Technology"."""
    capitals = "".join(word[0] for word in re.findall(r"[A-Z]\w+", other.speaker))
    short = re.sub(r"^[Tt]he ", "", one.speaker)
    return len(short) > 1 and normal(short) == capitals.lower()


def _proper(token: Token, name: Sequence[Token]) -> bool:
    """Whether a word is capitalised as a part of a name, and not because a sentence begins with it."""
    return token.is_capitalised and not (token == name[0] and names_people(token.normal))
