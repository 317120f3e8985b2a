"""Every answer sentence, whoever wrote it, against what it cites: structure, then claims, guards and the support model.

The writer's own word counts for nothing. A sentence is as good as its worst claim. One that its own citations do not bear out
is tried against the other evidence before it is rejected, and its citations are corrected where another text bears it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rag.answers import AnswerSentence, CheckedClaim, Citation
from rag.drafts import DraftSentence, Numbered
from rag.verdict import Finding, Verdict, worst
from rag.verify import repair, structure
from rag.verify.grounds import Ground, GroundCheck, Judged, Record
from rag.verify.phrases import says_there_is_no_answer, states_nothing
from rag.verify.source import Guard
from rag.verify.support.port import SupportModel
from rag.verify.verbatim import is_verbatim

Split = Callable[[str], Sequence[str]]
"""A sentence to the claims that it makes."""

VERBATIM = Finding(Verdict.SUPPORTED, "These are the words of the cited text.", "verbatim")
CITES_NOTHING = Finding(Verdict.UNSUPPORTED, "It cites nothing.", "citation")
CITES_UNKNOWN = Finding(Verdict.UNSUPPORTED, "It cites a number that no text has.", "citation")


@dataclass(slots=True)
class _Work:
    """A draft sentence on its way: what it cites, and what each of its claims came to."""

    draft: DraftSentence
    cited: tuple[Numbered, ...]
    unknown: tuple[int, ...]
    claims: list[str]
    uncited: Finding
    judged: list[Judged] = field(default_factory=list)
    added: dict[int, Numbered] = field(default_factory=dict)  # by the place of the claim


class Checker:
    """Checks the sentences of one answer after another. Keeps nothing between calls; as safe to share as its support model.

    Args:
        guards: deterministic checks, in the order in which they are asked.
        support: judges what the guards let pass; `None`: nothing is ever called supported but verbatim sentences.
        documents: looks a document up by its id, to see that quotes are still there; `None`: citations are taken as sound.
        split: a sentence to its claims; by default a sentence is one claim.
        record: told of every judgement of the support model.
    """

    def __init__(
        self,
        guards: Sequence[Guard],
        support: SupportModel | None,
        *,
        documents: structure.Documents | None = None,
        split: Split | None = None,
        record: Record | None = None,
    ) -> None:
        self._check = GroundCheck(guards, support, record)
        self._documents = documents
        self._split = split or _whole

    def check(self, drafts: Iterable[DraftSentence], evidence: Sequence[Numbered]) -> list[AnswerSentence]:
        """The sentences with their findings, in order.

        Sentences that state nothing, and those that say that the documents do not tell, are left out: there is nothing to
        bear out, and nothing is shown without a citation. `rag.verify.phrases` tells which those are.
        """
        sound, broken = self._sound(evidence)
        done: dict[int, AnswerSentence] = {}
        works: dict[int, _Work] = {}
        for place, draft in enumerate(drafts):
            cited = tuple(sound[number] for number in dict.fromkeys(draft.numbers) if number in sound)
            if word_for_word := _verbatim(draft, cited, sound):
                done[place] = word_for_word
            elif not states_nothing(draft.text) and not says_there_is_no_answer(draft.text):
                works[place] = self._work(draft, cited, broken)
        self._judge(list(works.values()))
        self._repair(list(works.values()), sound)
        done |= {place: _sentence(work) for place, work in works.items()}
        return [done[place] for place in sorted(done)]

    def check_one(self, draft: DraftSentence, evidence: Sequence[Numbered]) -> AnswerSentence | None:
        """One sentence, as it comes from a writer; `None` where `check` leaves it out."""
        return next(iter(self.check([draft], evidence)), None)

    def _sound(self, evidence: Sequence[Numbered]) -> tuple[dict[int, Numbered], dict[int, Finding]]:
        """The evidence whose quotes are where they should be, by number, and what is wrong with the rest."""
        broken = {one.number: wrong for one in evidence if (wrong := self._wrong(one.citation))}
        return {one.number: one for one in evidence if one.number not in broken}, broken

    def _wrong(self, citation: Citation) -> Finding | None:
        if self._documents is None:
            return structure.broken(citation)
        return structure.check(citation, self._documents(citation.document_id))

    def _work(self, draft: DraftSentence, cited: tuple[Numbered, ...], broken: dict[int, Finding]) -> _Work:
        known = {one.number for one in cited}
        unknown = tuple(dict.fromkeys(n for n in (*draft.numbers, *draft.unknown) if n not in known))
        defect = next((broken[number] for number in unknown if number in broken), None)
        uncited = defect or (CITES_UNKNOWN if unknown else CITES_NOTHING)
        claims = [claim for claim in self._split(draft.text) if claim.strip()] or [draft.text]
        return _Work(draft, cited, unknown, claims, uncited)

    def _judge(self, works: Sequence[_Work]) -> None:
        """Each claim by the sentence's own citations, all of them in one call."""
        citing = [work for work in works if work.cited]
        judged = iter(self._check.judge([Ground(claim, work.cited) for work in citing for claim in work.claims]))
        for work in works:
            work.judged = [next(judged) if work.cited else Judged(work.uncited) for _ in work.claims]

    def _repair(self, works: Sequence[_Work], sound: dict[int, Numbered]) -> None:
        """Correct the citations of sentences that another text bears out; all claims in one call."""
        failing = [(work, i) for work in works for i, own in enumerate(work.judged) if _fails(own, work)]
        wanted = [(work.claims[i], [one for one in sound.values() if one not in work.cited]) for work, i in failing]
        found = repair.others_that_support(wanted, self._check)
        for work in works:
            own = {i: other for (owner, i), other in zip(failing, found, strict=True) if owner is work}
            if own and all(other is not None for other in own.values()):
                for i, other in own.items():
                    if other is not None:
                        work.added[i], work.judged[i] = other


def _fails(judged: Judged, work: _Work) -> bool:
    """Whether a claim needs another text. One that could not be judged does not: a second try would not fare better."""
    verdict = judged.finding.verdict
    return not verdict.stands and (verdict is not Verdict.UNCHECKED or not work.cited)


def _verbatim(draft: DraftSentence, cited: Sequence[Numbered], sound: dict[int, Numbered]) -> AnswerSentence | None:
    """The finished sentence where it is the words of a text: one that it cites, or else another."""
    same = tuple(one for one in cited if is_verbatim(draft.text, one.source.text))
    if same:
        told = repair.in_words(_citations(cited), (), draft.unknown)
        return AnswerSentence(draft.text, _citations(cited), finding=VERBATIM, repaired=told)
    other = next((one for one in sound.values() if is_verbatim(draft.text, one.source.text)), None)
    if other is None:
        return None
    corrected = repair.in_words(_citations(cited), _citations([other]), ())
    return AnswerSentence(draft.text, _citations([other]), finding=VERBATIM, repaired=corrected)


def _sentence(work: _Work) -> AnswerSentence:
    own_count = any(i not in work.added for i in range(len(work.claims)))
    kept = work.cited if own_count else ()
    added = tuple(dict.fromkeys(work.added.values()))
    corrected = _citations(added)
    finding = worst(judged.finding for judged in work.judged)
    told = repair.in_words(_citations(work.cited), corrected, work.unknown) if finding.verdict.stands else ""
    several = len(work.claims) > 1
    claims = tuple(CheckedClaim(c, j.finding) for c, j in zip(work.claims, work.judged, strict=True)) if several else ()
    return AnswerSentence(work.draft.text, _citations([*kept, *added]), (), finding, claims, told)


def _citations(evidence: Iterable[Numbered]) -> tuple[Citation, ...]:
    return tuple({one.citation.key: one.citation for one in evidence}.values())


def _whole(sentence: str) -> list[str]:
    return [sentence]
