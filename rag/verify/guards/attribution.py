"""What the source puts in somebody's mouth stays in that mouth."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.lexicon.camps import PARTIES, camps, names_people
from rag.language.lexicon.clauses import repeats
from rag.language.lexicon.marking import Marker
from rag.language.lexicon.people import DETERMINERS, PEOPLE, PLURAL_COLLECTIVES, TITLES
from rag.language.lexicon.saying import SAYING, attributes
from rag.language.text.known_names import is_of_a_place
from rag.language.text.names import OPENERS
from rag.language.text.tokens import content_stems, tokens
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.speaking.identity import (
    Statement,
    another_speaker,
    named_in,
    own_voice,
    same_speaker,
    shown,
    statements,
)
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report, reports
from rag.speaking.speaker import judgements, judges

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
_WRITINGS = frozenset(
    "analysis article author writer column columnist commentary editorial essay opinion paper piece source text".split()
)
_OFFICES = TITLES | PEOPLE - PLURAL_COLLECTIVES - frozenset(
    "spokesman spokeswoman spokesperson official source".split()
)
_NEAR = 400  # characters before the cited words in which a speaker may have been named


class Attribution:
    """Whose statement it is: kept, and kept with the same speaker."""

    name = "attribution"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with whose statement the claim says it is."""
        if any(repeats(claim, source.text) for source in sources):
            return None
        said = [one for source in sources for one in statements(source)]
        told = reports(claim)
        return (
            _made_up(told, sources)
            or _another_office(told, said, sources)
            or _exchanged(claim, told, said)
            or _unkept(claim, told, said, sources)
            or _strengthened(told, said)
            or _opinion(claim, told, sources)
        )


def _finding(reason: str) -> Finding:
    return Finding(Verdict.UNSUPPORTED, reason, Attribution.name)


def _made_up(told: Sequence[Report], sources: Sequence[Source]) -> Finding | None:
    """A speaker by name whom nothing in or around the cited words names."""
    around = " ".join(_around(source) for source in sources)
    known = {token.normal for token in tokens(around)}
    for report in told:
        words = tokens(report.speaker)
        names = [t.normal for t in words if t.is_capitalised and t.normal not in DETERMINERS | TITLES]
        if is_pronoun(report.speaker):
            continue
        common = not words or names_people(words[0].normal) or all(_opens(name) for name in names)
        if names and not common and not _is_among(names, known) and not _abbreviated(report.speaker, around):
            return _finding(f"The sentence says that {shown(report)} said this; the cited text does not name them.")
    return None


def _another_office(told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> Finding | None:
    """A person by office, of whom nothing in or around the cited words speaks, while a body by name is all that speaks there."""
    if not said or not all(re.match(r"[Tt]he [A-Z]", one.report.speaker) for one in said):
        return None
    known = content_stems(" ".join(_around(source) for source in sources))
    for report in told:
        words = [token for token in tokens(report.speaker) if token.is_content]
        named = any(token.is_capitalised and not report.speaker.startswith(token.text) for token in words)
        holds_office = bool(words) and words[-1].normal in _OFFICES
        if holds_office and not named and not known & {token.stem for token in words}:
            return _gives(said[0], report)
    return None


def _opens(word: str) -> bool:
    """Whether a word has its capital only from the sentence that it opens: "Yearly", "Nonetheless"."""
    return word in OPENERS or word.endswith("ly")


def _is_among(names: Sequence[str], known: set[str]) -> bool:
    """Whether a name is known, or that of the place whose people are."""
    return bool(known & set(names)) or any(is_of_a_place(name, known) for name in names)


def _around(source: Source) -> str:
    speaker = source.speaker.name if source.speaker else ""
    known = (source.text, source.before[-_NEAR:], source.title, source.publisher, source.heading, speaker)
    return " ".join(part for part in known if part)


def _abbreviated(name: str, around: str) -> bool:
    """Whether a name and its abbreviation meet: "NIST" and the words that it is short for."""
    capitals = "".join(re.findall(r"\b[A-Z]", name))
    short = re.sub(r"[^A-Z]", "", name)
    written = "".join(re.findall(r"\b[A-Z]", around))
    return (len(short) > 1 and short in written) or (len(capitals) > 1 and capitals in around)


def _exchanged(claim: str, told: Sequence[Report], said: Sequence[Statement]) -> Finding | None:
    """Two speakers of the source have changed places."""
    for report in told:
        theirs = [one for one in said if same_speaker(report, one)]
        if not theirs or is_pronoun(report.speaker):
            continue
        stems = content_stems(report.words_said(claim))
        best = max(said, key=lambda one: len(stems & one.stems))
        own = max(len(stems & one.stems) for one in theirs)
        if best not in theirs and len(stems & best.stems) >= 3 * max(own, 1):
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
        if not told and not (_attributes(claim) and one.names & PLURAL_COLLECTIVES):
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
    if not met:
        there = frozenset(token.normal for token in tokens(claim))
        return bool(camps(there) & camps(one.names) & PARTIES)
    return _attributes(claim) or not any(token.stem in own | one.stems for token in met)


def _attributes(claim: str) -> bool:
    """Whether any word of the claim is one of saying or believing."""
    return any(attributes(token.normal) for token in tokens(claim)) or bool(_IMPERSONAL.marks(claim))


def _strengthened(told: Sequence[Report], said: Sequence[Statement]) -> Finding | None:
    """ "Admitted" or "denied" for "said"."""
    heard = {stance for one in said for stance in one.report.stance}
    for report in told:
        strong = _STRONG.get(SAYING.get(report.verb.lower(), ""))
        if strong and heard and strong not in heard:
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
