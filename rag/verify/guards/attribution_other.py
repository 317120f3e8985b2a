"""A statement of the source that the claim gives to somebody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.lexicon.camps import kin
from rag.language.lexicon.people import PEOPLE, PLURAL_COLLECTIVES, TITLES
from rag.language.tokens import content_stems, tokens
from rag.records.source import Source
from rag.speaking.identity import is_another_name, same_speaker
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report
from rag.speaking.speaker_names import shown
from rag.speaking.statements import Statement, around

_OFFICES = TITLES | PEOPLE - PLURAL_COLLECTIVES - frozenset(
    "spokesman spokeswoman spokesperson official source".split()
)


def given_to_another(claim: str, told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> str:
    """Somebody else than the source has it says what the source reports: an office, a stranger, or another of its speakers."""
    return (
        _another_office(told, said, sources) or _stranger(claim, told, said, sources) or _exchanged(claim, told, said)
    )


def _another_office(told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> str:
    """A person by office, of whom nothing in or around the cited words speaks, while a body by name is all that speaks there."""
    if not said or not all(re.match(r"[Tt]he [A-Z]", one.report.speaker) for one in said):
        return ""
    known = content_stems(" ".join(around(source) for source in sources))
    for report in told:
        words = [token for token in tokens(report.speaker) if token.is_content]
        named = any(token.is_capitalised and not report.speaker.startswith(token.text) for token in words)
        holds_office = bool(words) and words[-1].normal in _OFFICES
        related = any(kin(frozenset(token.normal for token in words)) & kin(one.names) for one in said)
        if holds_office and not named and not related and not known & {token.stem for token in words}:
            return gives(said[0], report)
    return ""


def _stranger(claim: str, told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> str:
    """Somebody by name of whom the cited words have nothing, while all who speak there are named and are others."""
    if not said or any(one.is_described or is_pronoun(one.report.mention) for one in said):
        return ""
    text = " ".join(f"{source.text} {source.title or ''} {source.publisher or ''}" for source in sources)
    here = {token.normal for token in tokens(text)}
    for report in told:
        best = max(said, key=lambda one: len(one.stems & content_stems(report.words_said(claim))))
        drawn = len(best.stems & content_stems(report.words_said(claim))) >= 2
        others = all(is_another_name(report, one) for one in said)
        if drawn and others and not here & {token.normal for token in tokens(report.speaker) if token.is_capitalised}:
            return gives(best, report)
    return ""


def _exchanged(claim: str, told: Sequence[Report], said: Sequence[Statement]) -> str:
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
            return gives(best, report)
    return ""


def gives(statement: Statement, report: Report) -> str:
    """The objection that the claim gives a statement to this speaker."""
    whose = shown(statement.report)
    return f"The source says that {whose} said this; the sentence gives it to {shown(report)}."
