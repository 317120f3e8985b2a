"""A statement of the source that has lost its speaker on the way into the claim."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.camps import PARTIES, camps
from rag.language.lexicon.people import PLURAL_COLLECTIVES
from rag.language.lexicon.saying import PERFORMATIVE, SAYING
from rag.language.text.attributed import is_attributed, is_without_agent, one_of_a_kind_says, speaks_for_itself
from rag.language.tokens import content_stems, tokens
from rag.records.source import Source
from rag.speaking.identity import another_speaker, named_in, same_speaker
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report
from rag.speaking.speaker_names import shown
from rag.speaking.statements import Statement, own_voice
from rag.speaking.viewpoints import is_viewpoint
from rag.verify.guards.attribution_other import gives


def unkept(claim: str, told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> str:
    """What the claim takes from somebody's statement has nobody, or somebody else, to say it."""
    own = content_stems(" ".join(own_voice(source) for source in sources))
    kept = [one for one in said if any(same_speaker(report, one) for report in told)]
    for one in _drawn_upon(claim, said, own, kept):
        if _mentioned(claim, one, own):
            continue
        wrong = [report for report in told if another_speaker(report, one)]
        if told and not kept and len(wrong) == len(told):
            return gives(one, wrong[0])
        excused = one_of_a_kind_says(claim, one.names) or (is_attributed(claim) and one.names & PLURAL_COLLECTIVES)
        if not told and not excused and not is_without_agent(claim) and not _done_by_saying(one):
            return f"The source says that {shown(one.report)} said this; the sentence states it as fact."
        if told and kept:
            return f"The source says that {shown(one.report)} said this; the sentence leaves that out."
    return ""


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
    if not met and is_pronoun(one.report.mention) and speaks_for_itself(claim):
        return True
    if is_viewpoint(claim) and _has_name(claim, one.proper | one.possible):
        return True
    if not met:
        there = frozenset(token.normal for token in tokens(claim))
        return bool(camps(there) & camps(one.names) & PARTIES)
    return is_attributed(claim) or not any(token.stem in own | one.stems for token in met)


def _has_name(claim: str, names: frozenset[str]) -> bool:
    return any(token.is_capitalised and token.normal in names for token in tokens(claim))


def _done_by_saying(one: Statement) -> bool:
    """Whether saying it makes it so, or is the finding itself: what a court holds, members agree and patients report."""
    verb = SAYING.get(one.report.verb.lower(), "")
    return verb in PERFORMATIVE or (verb == "report" and not one.proper)
