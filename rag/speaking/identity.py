"""Whether two texts mean the same speaker: by name, initials, office or camp."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.words import stem
from rag.language.lexicon.camps import at_odds, camps, kin, names_people
from rag.language.lexicon.judgement import OWN_VOICE
from rag.language.lexicon.people import DETERMINERS, DOCUMENTS, GROUPS, PEOPLE, PLURAL_COLLECTIVES, TITLES, is_agent
from rag.language.lexicon.saying import FACTIVE, SAYING
from rag.language.text.places import aliases, seats
from rag.language.tokens import Token, content_stems, normal, tokens
from rag.records.source import Source
from rag.speaking.governments import governed
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report, reports
from rag.speaking.speaker import is_official
from rag.speaking.tokens import in_quotation_marks, sentences

_OWNERS = re.compile(r"\b[a-z]+s['’](?=\s)|\b[a-z]+['’]s\b")
_APPOSITION = re.compile(
    r"(?: (?:of|at|for|from|in|with)\b[^,;.]{0,50}| who [^,;.]{3,60})?, "
    r"(?:(?P<office>[^,;.]{3,90}(?:, [A-Z][\w'’-]* [A-Z][^,;.]{1,60})*),|(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})[.;])"
)
_WHOSE = re.compile(r"^.*?['’]s? (?=[a-z])")  # "Ida Nunn's company" is named for its owner
_OF = re.compile(r" (?:of|for|at|from|in) ")
NEAR = 400  # characters before the cited words in which a speaker may have been named
_DOCUMENT_STEMS = frozenset(stem(word) for word in DOCUMENTS)
_LINKS = frozenset("of and for in at".split())


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source puts in somebody's mouth.

    Attributes:
        report: where and how it says so.
        names: the words, in normal form, by which the speaker may be known.
        proper: those of them that are written as names.
        stems: of what is said.
        possible: the names, in normal form, of those who may be the speaker where it is not named there and then: those beside
            the words that say who speaks and, for somebody who is only described, all that stand before.
        visible: stems of all that can be seen: the text, what stands before it, and what is known of the document.
    """

    report: Report
    names: frozenset[str]
    proper: frozenset[str]
    stems: frozenset[str]
    possible: frozenset[str] = frozenset()
    visible: frozenset[str] = frozenset()

    @property
    def is_described(self) -> bool:
        """Whether the speaker is not named: "the company", "an official", "she"."""
        return not self.proper

    @property
    def may_be_named(self) -> bool:
        """Whether it is one person or body, who has a name that may stand elsewhere in the document."""
        if is_pronoun(self.report.speaker):
            return True
        body = any(word in GROUPS and word.capitalize() in self.report.speaker.split() for word in self.names)
        return self.is_described and not body and not self.names & PLURAL_COLLECTIVES


def statements(source: Source) -> list[Statement]:
    """What a source puts in somebody's mouth; an official text speaking of itself is nobody else's mouth."""
    found: list[Statement] = []
    told = reports(source.text, before_of(source))
    for report in told:
        if _speaks_of_itself(source, report) or _is_the_writer(source.text, report):
            continue
        carried = source.speaker.name if source.speaker and is_pronoun(report.speaker) else ""
        called = (report.speaker, report.mention, _office(source.text, report), carried)
        names = frozenset(word for text in called if text for word in name_words(text))
        proper = frozenset(word for text in called if text for word in _proper_words(text))
        stems = content_stems(report.words_said(source.text))
        possible = _beside(source.text, report, [other for other in told if other.speaker != report.speaker]) | (
            frozenset() if proper else _named_before(source, report)
        )
        found.append(Statement(report, names, proper, stems, possible, content_stems(around(source))))
    return found


def around(source: Source) -> str:
    """All that can be seen of a source: its words, what stands before them, and what is known of the document."""
    speaker = source.speaker.name if source.speaker else ""
    known = (source.text, source.before[-NEAR:], source.title, source.publisher, source.heading, speaker)
    return " ".join(part for part in known if part)


def _beside(text: str, report: Report, others: Sequence[Report]) -> frozenset[str]:
    """The names in the sentence up to the words that say who speaks, but for what anybody says in it."""
    start, end = report.frame
    opens = max((a for a, b in sentences(text) if a <= start), default=0)
    mention = text.rfind(report.mention, opens, end)
    kept = text[:mention] if mention >= 0 else text[:start]
    for other in others:
        for a, b in (*other.said, other.frame):
            kept = kept[:a] + " " * (min(b, len(kept)) - a) + kept[b:] if a < len(kept) else kept
    return _proper_words(f"{kept[opens:]} {text[max(mention, opens) : end] if mention >= 0 else ''}")


def _named_before(source: Source, report: Report) -> frozenset[str]:
    known = (
        f"{before_of(source)[-NEAR:]} {source.text[: report.frame[0]]} {source.title or ''} {source.publisher or ''}"
    )
    return _proper_words(known)


def before_of(source: Source) -> str:
    """What stands before the text, its headings closed like sentences: they are nobody's name."""
    return with_closed_headings(source.before, source.heading)


def with_closed_headings(before: str, heading: str) -> str:
    """A text whose headings, given joined by " › ", end in a full stop, so that none is read as a part of a name."""
    for part in heading.split(" › "):
        before = before.replace(f"{part} ", f"{part}. ", 1) if part else before
    return before


def _speaks_of_itself(source: Source, report: Report) -> bool:
    """An official document that says what it says, and minutes or decisions in which their own body notes a fact."""
    if not is_official(source.kind):
        return False
    words = name_words(report.speaker)
    itself = words <= name_words(f"{source.publisher or ''} {source.title or ''}")
    return bool(words & DOCUMENTS) or (itself and SAYING.get(report.verb.lower(), "") in FACTIVE)


def _is_the_writer(text: str, report: Report) -> bool:
    """Whether "I" or "we", outside quotation marks, is whoever wrote the text."""
    within = any(a <= report.frame[0] < b for a, b in in_quotation_marks(text))
    return report.mention.lower() in OWN_VOICE and not within


def own_voice(source: Source) -> str:
    """The text without what others say, and without the words that say who does."""
    kept = source.text
    for report in reports(source.text, before_of(source)):
        if _is_the_writer(source.text, report):
            continue
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
    proper = _proper_words(_WHOSE.sub("", report.speaker))
    if proper:
        governs = _is_government(proper) and bool(ours & {"office"} or statement.is_described)
        return not governs and not (statement.may_be_named and _of_a_kind(words, statement.names))
    if words & DOCUMENTS:
        return bool(statement.proper) and not statement.names & DOCUMENTS and not statement.visible & _DOCUMENT_STEMS
    return _another_kind(words, statement)


def is_another_name(report: Report, statement: Statement) -> bool:
    """Whether both speakers are named, and not by the same name."""
    named = bool(_proper_words(report.speaker)) and bool(statement.proper)
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
    behind = _APPOSITION.match(text[text.find(report.mention) + len(report.mention) :])
    if behind is None or report.mention not in text or is_pronoun(report.mention):
        return ""
    words = (behind["office"] or behind["name"]).split()
    relative = words[0].lower() in {"who", "whose", "which"}
    return " ".join(word for word in words if not (relative and word[0].isupper()))


def _short_for(one: Report, other: Report) -> bool:
    """ "NIST" for "the National Institute of Standards and Technology"."""
    capitals = "".join(word[0] for word in re.findall(r"[A-Z]\w+", other.speaker))
    short = re.sub(r"^[Tt]he ", "", one.speaker)
    return len(short) > 1 and normal(short) == capitals.lower()


def _proper(token: Token, name: Sequence[Token]) -> bool:
    """Whether a word is capitalised as a part of a name, and not because a sentence begins with it."""
    return token.is_capitalised and not (token == name[0] and names_people(token.normal))
