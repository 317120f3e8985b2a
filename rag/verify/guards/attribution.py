"""What the source puts in somebody's mouth stays in that mouth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report, reports
from rag.speaking.speaker import is_official
from rag.verdict import Finding, Verdict
from rag.verify.lexicon.camps import PARTIES, at_odds, camps, names_people
from rag.verify.lexicon.marking import Marker
from rag.verify.lexicon.people import DOCUMENTS, PLURAL_COLLECTIVES, TITLES
from rag.verify.lexicon.saying import attributes
from rag.verify.source import Source
from rag.verify.text.tokens import Token, content_stems, normal, tokens

_BLANKS = re.compile(r"\s+")
_IMPERSONAL = Marker(
    {
        "said": "reportedly allegedly purportedly supposedly said_to believed_to thought_to understood_to seen_as regarded_as viewed_as "
        "considered_to described_as reported alleged it_(?:is|was)_(?:said|reported|claimed|argued|believed|feared|thought|hoped)"
    }
)
_STRONG = frozenset({"concede", "deny"})
_NEAR = 400  # characters before the cited words in which a speaker may have been named
_DETERMINERS = frozenset(
    "the a an some many most several few both one two three four five his her its their other another".split()
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A report of a source: whose it is, in all the words that may name them, and the stems of what they said."""

    report: Report
    names: frozenset[str]
    stems: frozenset[str]


class Attribution:
    """Whose statement it is: kept, and kept with the same speaker."""

    name = "attribution"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with whose statement the claim says it is."""
        if any(_same(claim, source.text) for source in sources):
            return None
        said = [one for source in sources for one in _said(source)]
        told = reports(claim)
        return (
            _made_up(told, sources)
            or _exchanged(claim, told, said)
            or _unkept(claim, told, said, sources)
            or _strengthened(told, said)
        )


def _same(claim: str, text: str) -> bool:
    return _BLANKS.sub(" ", claim).strip() in _BLANKS.sub(" ", text)


def _said(source: Source) -> list[_Said]:
    found = []
    for report in reports(source.text, source.before):
        if is_official(source.kind) and _words(report.speaker) & DOCUMENTS:
            continue
        names = _words(report.speaker) | _words(report.mention) | _beside(source.text, report)
        if source.speaker is not None:
            names |= _words(source.speaker.name)
        found.append(_Said(report, names, content_stems(report.words_said(source.text))))
    return found


def _beside(text: str, report: Report) -> frozenset[str]:
    """The words between commas by the speaker's name: their office."""
    behind = re.match(r"\s*,([^,;.]{3,90}),", text[text.find(report.mention) + len(report.mention) :])
    return _words(behind[1]) if behind and report.mention in text else frozenset()


def _words(text: str) -> frozenset[str]:
    """The words of a name, without articles and titles."""
    return frozenset(t.normal for t in tokens(text) if _names(t))


def _names(token: Token) -> bool:
    owner = token.text.endswith(("'s", "’s")) and not token.is_capitalised
    return (
        not owner
        and token.normal not in _DETERMINERS | {"of", "and", "for", "in", "at"}
        and not token.text[0].isdigit()
    )


def _unkept(claim: str, told: Sequence[Report], said: Sequence[_Said], sources: Sequence[Source]) -> Finding | None:
    """What the claim takes from somebody's statement has nobody, or somebody else, to say it."""
    own = content_stems(" ".join(_own_voice(source) for source in sources))
    kept = [one for one in said if any(_matches(report, one) for report in told)]
    for one in _drawn_upon(claim, said, own, kept):
        if told and (found := _given_away(claim, told, one, own)):
            return found
        if not told and (found := _dropped(claim, one, own)):
            return found
        if told and kept and not _mentioned(claim, one, own):
            return _finding(f"The source says that {_name(one.report)} said this; the sentence leaves that out.")
    return None


def _drawn_upon(claim: str, said: Sequence[_Said], own: frozenset[str], kept: Sequence[_Said]) -> list[_Said]:
    """The reports that the claim takes its content from, and not from elsewhere in the sources."""
    stems = content_stems(claim)
    elsewhere = own.union(*(one.stems for one in kept))
    drawn = []
    for one in said:
        shared = stems & one.stems
        outside = (stems & elsewhere) - one.stems
        much = len(shared) >= 2 and len(shared) >= 0.3 * len(stems) and len(shared - elsewhere) > len(outside)
        whole = len(shared - elsewhere) >= 3 and len(shared) >= 0.7 * len(one.stems)
        if one not in kept and (much or whole):
            drawn.append(one)
    return sorted(drawn, key=lambda one: -len(stems & one.stems))


def _made_up(told: Sequence[Report], sources: Sequence[Source]) -> Finding | None:
    """A speaker by name whom nothing in the sources names."""
    around = " ".join(
        " ".join(
            part
            for part in (s.text, s.before[-_NEAR:], s.title, s.publisher, s.heading, s.speaker and s.speaker.name)
            if part
        )
        for s in sources
    )
    known = {t.normal for t in tokens(around)} | set(re.findall(r"[a-z]+", around.lower()))
    for report in told:
        names = [t.normal for t in tokens(report.speaker) if t.is_capitalised and t.normal not in _DETERMINERS | TITLES]
        if names and not any(name in known for name in names) and not _abbreviated(report.speaker, around):
            common = any(names_people(t.normal) for t in tokens(report.speaker)[:1])
            if not common:
                return _finding(f"The sentence says that {_name(report)} said this; the cited text does not name them.")
    return None


def _abbreviated(name: str, around: str) -> bool:
    """Whether a name and its abbreviation meet: "NIST" and the words that it is short for."""
    capitals = "".join(re.findall(r"\b[A-Z]", name))
    short = re.sub(r"[^A-Z]", "", name)
    written = "".join(re.findall(r"\b[A-Z]", around))
    return (len(short) > 1 and short in written) or (len(capitals) > 1 and capitals in around)


def _exchanged(claim: str, told: Sequence[Report], said: Sequence[_Said]) -> Finding | None:
    """Two speakers of the source have changed places."""
    for report in told:
        stems = content_stems(report.words_said(claim))
        ranked = sorted(said, key=lambda one: -len(stems & one.stems))
        theirs = [one for one in said if _matches(report, one)]
        if not theirs or not ranked or is_pronoun(report.speaker):
            continue
        best, own = len(stems & ranked[0].stems), max(len(stems & one.stems) for one in theirs)
        if ranked[0] not in theirs and best >= 3 and best >= 3 * max(own, 1):
            reason = (
                f"The source says that {_name(ranked[0].report)} said this; the sentence gives it to {_name(report)}."
            )
            return _finding(reason)
    return None


def _own_voice(source: Source) -> str:
    """The text without what others say, and without the words that say who does."""
    kept = source.text
    for report in reports(source.text, source.before):
        for start, end in (*report.said, report.frame):
            kept = kept[:start] + " " * (end - start) + kept[end:]
    return kept


def _dropped(claim: str, one: _Said, own: frozenset[str]) -> Finding | None:
    """No one speaks in the claim."""
    if _mentioned(claim, one, own) or (_attributes(claim) and _collective(one)):
        return None
    return _finding(f"The source says that {_name(one.report)} said this; the sentence states it as fact.")


def _attributes(claim: str) -> bool:
    """Whether any word of the claim is one of saying or believing."""
    return any(attributes(token.normal) for token in tokens(claim)) or bool(_IMPERSONAL.marks(claim))


def _mentioned(claim: str, one: _Said, own: frozenset[str]) -> bool:
    """Whether the claim names the speaker, and so may attribute in words that are not known here."""
    names = [t for t in tokens(one.report.speaker) if t.normal in one.names]
    there = {t.normal: t.is_capitalised for t in tokens(claim)}
    met = [t for t in names if t.normal in there and (there[t.normal] or not _proper(t, names))]
    if not met or len(met) < 0.5 * len(names):
        return bool(camps(frozenset(there)) & camps(one.names) & PARTIES)
    return _attributes(claim) or not any(t.stem in own | one.stems for t in met)


def _collective(one: _Said) -> bool:
    return bool(one.names & PLURAL_COLLECTIVES)


def _name(report: Report) -> str:
    return (
        "somebody"
        if is_pronoun(report.speaker)
        else report.speaker[0].lower() + report.speaker[1:]
        if (report.speaker.split()[0].lower() in _DETERMINERS or names_people(report.speaker.lower()))
        else report.speaker
    )


def _proper(token: Token, name: Sequence[Token]) -> bool:
    """Whether a word is capitalised as a part of a name, and not because a sentence begins with it."""
    return token.is_capitalised and not (token == name[0] and names_people(token.normal))


def _given_away(claim: str, told: Sequence[Report], one: _Said, own: frozenset[str]) -> Finding | None:
    """The claim has a speaker, and it is somebody else."""
    wrong = [report for report in told if _somebody_else(report, one)]
    if len(wrong) < len(told) or _mentioned(claim, one, own):
        return None
    return _finding(f"The source says that {_name(one.report)} said this; the sentence gives it to {_name(wrong[0])}.")


def _matches(report: Report, one: _Said) -> bool:
    words = _words(report.speaker)
    if is_pronoun(report.speaker) or is_pronoun(one.report.speaker):
        return True
    theirs, ours = camps(words), camps(one.names)
    if at_odds(theirs, ours):
        return False
    return (
        bool(words & one.names - TITLES)
        or bool(theirs & ours)
        or _initials(report.speaker, one)
        or _initials(one.report.speaker, report)
    )


def _initials(name: str, other: _Said | Report) -> bool:
    full = other.report.speaker if isinstance(other, _Said) else other.speaker
    capitals = "".join(word[0] for word in re.findall(r"[A-Z]\w+", full))
    return len(name) > 1 and normal(name.removeprefix("the ").removeprefix("The ")) == capitals.lower()


def _somebody_else(report: Report, one: _Said) -> bool:
    """Whether a speaker of the claim, who is not known to be the source's, is surely another one."""
    words = _words(report.speaker)
    theirs, ours = camps(words), camps(one.names)
    if at_odds(theirs, ours):
        return True
    if words & DOCUMENTS:
        return not one.names & DOCUMENTS
    if re.findall(r"\w+", report.speaker)[-1][0].isupper():
        return True
    if words & PLURAL_COLLECTIVES and not one.names & PLURAL_COLLECTIVES and theirs != {"office"}:
        return True
    return bool(theirs and ours) and not theirs & ours


def _strengthened(told: Sequence[Report], said: Sequence[_Said]) -> Finding | None:
    """ "Admitted" or "denied" for "said"."""
    heard = {stance for one in said for stance in one.report.stance}
    for report in told:
        strong = set(report.stance) & _STRONG
        if strong and heard and not strong & heard:
            return _finding(f"The source says “{said[0].report.verb}”; the sentence says “{report.verb}”.")
    return None


def _finding(reason: str) -> Finding:
    return Finding(Verdict.UNSUPPORTED, reason, Attribution.name)
