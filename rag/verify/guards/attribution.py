"""What the source puts in somebody's mouth stays in that mouth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.lexicon.camps import PARTIES, camps, kin, names_people
from rag.language.lexicon.clauses import repeats
from rag.language.lexicon.marking import Marker
from rag.language.lexicon.people import DETERMINERS, PEOPLE, PLURAL_COLLECTIVES, TITLES, is_agent
from rag.language.lexicon.saying import PERFORMATIVE, SAYING, attributes, stances
from rag.language.text.known_names import is_of_a_place
from rag.language.text.names import OPENERS
from rag.language.text.numerals import numerals
from rag.language.text.places import aliases, seats
from rag.language.tokens import content_stems, tokens
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.speaking.identity import (
    Statement,
    another_speaker,
    around,
    is_another_name,
    named_in,
    own_voice,
    same_speaker,
    shown,
    statements,
)
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report, reports
from rag.speaking.speaker import is_opinion, judgements, judges
from rag.speaking.viewpoints import is_viewpoint

_IMPERSONAL = Marker(
    {
        "said": "reportedly allegedly purportedly supposedly said_to believed_to thought_to understood_to seen_as regarded_as viewed_as "
        "considered_to described_as reported alleged it_(?:is|was)_(?:said|reported|claimed|argued|believed|feared|thought|hoped)"
    }
)
_STRONG = {
    "admit": "concede",
    "concede": "concede",
    "confess": "concede",
    "deny": "deny",
    "refute": "deny",
    "confirm": "confirm",
}
_SAME_STRENGTH = {
    "concede": frozenset({"concede", "confirm"}),
    "confirm": frozenset({"concede", "confirm"}),
    "deny": frozenset({"deny", "criticise"}),
}
_NEGATING = frozenset("not no never none nothing without neither nor untrue false wrong".split())
_CLEAR_VERBS = frozenset("put see find expect estimate hold call treat view".split())
_WILLING = frozenset(
    "want wants wanted wish wishes rule rules ruled rule deem deems deemed know knows decide decides decided".split()
)
_BE = frozenset("is are was were be been being".split())
_PERSON = 3  # names that a person's name has at most
_PARTICIPLE = ("ed", "ld", "id", "en", "wn", "st", "un", "ut", "nd", "ught")
_PRONOUNS = frozenset("he she they his her their hers theirs".split())
_WRITINGS = frozenset(
    "analysis article author writer column columnist commentary editorial essay opinion paper piece source text".split()
)
_OFFICES = TITLES | PEOPLE - PLURAL_COLLECTIVES - frozenset(
    "spokesman spokeswoman spokesperson official source".split()
)


class Attribution:
    """Whose statement it is: kept, and kept with the same speaker."""

    name = "attribution"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with whose statement the claim says it is."""
        if any(repeats(claim, source.text) for source in sources):
            return None
        said = [one for source in sources for one in statements(source)]
        told = [report for report in reports(claim) if not _writes(report, sources)]
        return (
            _made_up(told, said, sources)
            or _another_office(told, said, sources)
            or _stranger(claim, told, said, sources)
            or _exchanged(claim, told, said)
            or _unkept(claim, told, said, sources)
            or _strengthened(told, said, sources)
            or _opinion(claim, told, sources)
        )


def _writes(report: Report, sources: Sequence[Source]) -> bool:
    """Whether somebody is the writer ("Finch writes that ..."), or may be: nobody is to be seen of that name in a text that argues."""
    words = tokens(report.speaker)
    names = {token.normal for token in words if token.is_capitalised and token.normal not in DETERMINERS | TITLES}
    authors = {token.normal for source in sources for token in tokens(source.author or "")}
    if not names or not words[0].is_capitalised or len(names) > _PERSON:
        return False
    if names & authors:
        return True
    known = {token.normal for source in sources for token in tokens(f"{around(source)} {source.before}")}
    return any(is_opinion(source.kind) and not source.author for source in sources) and not known & names


def _finding(reason: str) -> Finding:
    return Finding(Verdict.UNSUPPORTED, reason, Attribution.name)


def _made_up(told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> Finding | None:
    """A speaker by name whom nothing in or around the cited words names."""
    everything = " ".join(around(source) for source in sources)
    known = {token.normal for token in tokens(everything)}
    for report in told:
        words = tokens(report.speaker)
        names = [t.normal for t in words if t.is_capitalised and t.normal not in DETERMINERS | TITLES]
        if is_pronoun(report.speaker):
            continue
        common = (
            _only_opens(report, claim_names=names)
            or not words
            or names_people(words[0].normal)
            or all(_opens(name) for name in names)
        )
        named_elsewhere = any(one.may_be_named and not another_speaker(report, one) for one in said)
        if (
            names
            and not common
            and not named_elsewhere
            and not _is_among(names, known)
            and not _abbreviated(report.speaker, everything)
        ):
            return _finding(f"The sentence says that {shown(report)} said this; the cited text does not name them.")
    return None


def _only_opens(report: Report, claim_names: Sequence[str]) -> bool:
    """Whether the only capital is that of a sentence's first word, a number or a noun for people: "Forty scientists"."""
    first = tokens(report.speaker)[:1]
    alone = len(claim_names) == 1 and bool(first) and first[0].normal == claim_names[0]
    return alone and (is_agent(claim_names[0]) or bool(numerals(first[0].text)) or report.speaker[-1:] == "s")


def _another_office(told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> Finding | None:
    """A person by office, of whom nothing in or around the cited words speaks, while a body by name is all that speaks there."""
    if not said or not all(re.match(r"[Tt]he [A-Z]", one.report.speaker) for one in said):
        return None
    known = content_stems(" ".join(around(source) for source in sources))
    for report in told:
        words = [token for token in tokens(report.speaker) if token.is_content]
        named = any(token.is_capitalised and not report.speaker.startswith(token.text) for token in words)
        holds_office = bool(words) and words[-1].normal in _OFFICES
        related = any(kin(frozenset(token.normal for token in words)) & kin(one.names) for one in said)
        if holds_office and not named and not related and not known & {token.stem for token in words}:
            return _gives(said[0], report)
    return None


def _opens(word: str) -> bool:
    """Whether a word has its capital only from the sentence that it opens: "Yearly", "Nonetheless"."""
    return word in OPENERS or word.endswith("ly")


def _is_among(names: Sequence[str], known: set[str]) -> bool:
    """Whether a name is known, or that of the place whose people are; what places there are is looked at elsewhere."""
    if all(name in aliases() or name in seats() for name in names):
        return True
    return bool(known & set(names)) or any(is_of_a_place(name, known) for name in names)


def _abbreviated(name: str, around: str) -> bool:
    """Whether a name and its abbreviation meet: "NIST" and the words that it is short for."""
    capitals = "".join(re.findall(r"\b[A-Z]", name))
    short = re.sub(r"[^A-Z]", "", name)
    written = "".join(re.findall(r"\b[A-Z]", around))
    return (len(short) > 1 and short in written) or (len(capitals) > 1 and capitals in around)


def _stranger(
    claim: str, told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]
) -> Finding | None:
    """Somebody by name of whom the cited words have nothing, while all who speak there are named and are others."""
    if not said or any(one.is_described or is_pronoun(one.report.mention) for one in said):
        return None
    text = " ".join(f"{source.text} {source.title or ''} {source.publisher or ''}" for source in sources)
    here = {token.normal for token in tokens(text)}
    for report in told:
        best = max(said, key=lambda one: len(one.stems & content_stems(report.words_said(claim))))
        drawn = len(best.stems & content_stems(report.words_said(claim))) >= 2
        others = all(is_another_name(report, one) for one in said)
        if drawn and others and not here & {token.normal for token in tokens(report.speaker) if token.is_capitalised}:
            return _gives(best, report)
    return None


def _exchanged(claim: str, told: Sequence[Report], said: Sequence[Statement]) -> Finding | None:
    """Two speakers of the source have changed places."""
    for report in told:
        theirs = [one for one in said if same_speaker(report, one)]
        if not theirs or is_pronoun(report.speaker):
            continue
        stems = content_stems(report.words_said(claim))
        best = max(said, key=lambda one: len(stems & one.stems))
        own = max(len(stems & one.stems) for one in theirs)
        drawn = stems & best.stems
        others = [other for other in told if other is not report]
        shared = any(
            same_speaker(other, best) and 2 * len(drawn & content_stems(other.words_said(claim))) >= len(drawn)
            for other in others
        )
        if best not in theirs and not shared and len(stems & best.stems) >= 3 * max(own, 1):
            return _gives(best, report)
    return None


def _unkept(claim: str, told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> Finding | None:
    """What the claim takes from somebody's statement has nobody, or somebody else, to say it."""
    own = content_stems(" ".join(own_voice(source) for source in sources))
    kept = [one for one in said if any(same_speaker(report, one) for report in told)]
    for one in _drawn_upon(claim, said, own, kept):
        if _mentioned(claim, one, own):
            continue
        wrong = [report for report in told if another_speaker(report, one)]
        if told and not kept and len(wrong) == len(told):
            return _gives(one, wrong[0])
        excused = _one_of_a_kind(claim, one) or (_attributes(claim) and one.names & PLURAL_COLLECTIVES)
        if not told and not excused and not _without_agent(claim) and not _done_by_saying(one):
            return _finding(f"The source says that {shown(one.report)} said this; the sentence states it as fact.")
        if told and kept:
            return _finding(f"The source says that {shown(one.report)} said this; the sentence leaves that out.")
    return None


def _gives(statement: Statement, report: Report) -> Finding:
    whose = shown(statement.report)
    return _finding(f"The source says that {whose} said this; the sentence gives it to {shown(report)}.")


def _drawn_upon(
    claim: str, said: Sequence[Statement], own: frozenset[str], kept: Sequence[Statement]
) -> list[Statement]:
    """The statements that the claim takes its content from, and not from elsewhere in the sources; the most used first."""
    stems = content_stems(claim)
    elsewhere = own.union(*(one.stems for one in kept))
    drawn = []
    for one in said:
        shared, outside = stems & one.stems, (stems & elsewhere) - one.stems
        much = len(shared) >= max(2, 0.3 * len(stems)) and len(shared - elsewhere) > len(outside)
        whole = len(shared - elsewhere) >= 3 and len(shared) >= 0.7 * len(one.stems)
        if one not in kept and (much or whole):
            drawn.append(one)
    return sorted(drawn, key=lambda one: -len(stems & one.stems))


def _mentioned(claim: str, one: Statement, own: frozenset[str]) -> bool:
    """Whether the claim names the speaker, and so may attribute in words that are not known here."""
    met = named_in(claim, one)
    if not met and is_pronoun(one.report.mention) and _speaks_for_itself(claim):
        return True
    if is_viewpoint(claim) and _has_name(claim, one.proper | one.possible):
        return True
    if not met:
        there = frozenset(token.normal for token in tokens(claim))
        return bool(camps(there) & camps(one.names) & PARTIES)
    return _attributes(claim) or not any(token.stem in own | one.stems for token in met)


def _has_name(claim: str, names: frozenset[str]) -> bool:
    return any(token.is_capitalised and token.normal in names for token in tokens(claim))


def _without_agent(claim: str) -> bool:
    """Whether the claim keeps that something is said or believed, but not by whom: "is expected", "was held to be"."""
    words = [token.text.lower() for token in tokens(claim)]
    return any(
        word in SAYING and word.endswith(_PARTICIPLE) and _BE & set(words[max(0, place - 3) : place])
        for place, word in enumerate(words)
    )


def _done_by_saying(one: Statement) -> bool:
    """Whether saying it makes it so, or is the finding itself: what a court holds, members agree and patients report."""
    verb = SAYING.get(one.report.verb.lower(), "")
    return verb in PERFORMATIVE or (verb == "report" and not one.proper)


def _one_of_a_kind(claim: str, one: Statement) -> bool:
    """Whether the claim has people or a body of the speaker's kind before a verb that may be one of saying."""
    words = [token.normal for token in tokens(claim)]
    rows = kin(one.names)
    return any(kin([word]) & rows and _says_soon(words[place + 1 : place + 5]) for place, word in enumerate(words))


def _says_soon(words: Sequence[str]) -> bool:
    return any(SAYING.get(word) in _CLEAR_VERBS or word in _WILLING or attributes(word) for word in words)


def _speaks_for_itself(claim: str) -> bool:
    """Whether a claim has somebody by pronoun, and a word of saying in any use: "her judgment faulted the plan"."""
    words = {token.normal for token in tokens(claim)}
    return bool(words & _PRONOUNS) and any(word in SAYING or attributes(word) for word in words)


def _attributes(claim: str) -> bool:
    """Whether any word of the claim is one of saying or believing."""
    return any(attributes(token.normal) for token in tokens(claim)) or bool(_IMPERSONAL.marks(claim))


def _strengthened(told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> Finding | None:
    """ "Admitted" or "denied" for "said", where nothing in the source admits, confirms, denies or rejects."""
    text = " ".join(source.text for source in sources)
    words = {token.normal for token in tokens(text)}
    heard = {stance for word in words for stance in stances(word)}
    for report in told:
        strong = _STRONG.get(SAYING.get(report.verb.lower(), ""))
        borne = heard & _SAME_STRENGTH.get(strong or "", frozenset()) or (strong == "deny" and _NEGATING & words)
        if strong and said and not borne:
            return _finding(f"The source says “{said[0].report.verb}”; the sentence says “{report.verb}”.")
    return None


def _opinion(claim: str, told: Sequence[Report], sources: Sequence[Source]) -> Finding | None:
    """A judgement of the writer of an opinion or analysis, repeated as if it were a fact."""
    if told or _attributes(claim) or {token.normal for token in tokens(claim)} & _WRITINGS:
        return None
    words = judgements(claim)
    for source in sources:
        shared = words & judgements(source.text) if judges(source.text, source.kind) else frozenset()
        if shared and not reports(source.text, source.before):
            reason = f"The writer of the source judges this (“{min(shared)}”); the sentence states it as fact."
            return Finding(Verdict.PARTIAL, reason, Attribution.name)
    return None
