"""Every answer sentence, whoever wrote it, against what it cites: structure, then claims, guards and the support model.

The writer's own word counts for nothing. A sentence is as good as its worst claim. One that its own citations do not bear out
is tried against the other evidence before it is rejected, and its citations are corrected where another text bears it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from rag.language.phrases import says_there_is_no_answer, states_nothing
from rag.records.answers import AnswerSentence, CheckedClaim, Citation
from rag.records.drafts import DraftSentence, Numbered
from rag.records.source import Guard
from rag.records.verdict import Finding, Verdict, worst
from rag.verify import repair, spare, structure
from rag.verify.grounds import Ground, GroundCheck, Judged, Record
from rag.verify.support.port import SupportModel
from rag.verify.verbatim import is_verbatim

Split = Callable[[str], Sequence[str]]
"""A sentence to the claims that it makes."""

VERBATIM = Finding(Verdict.SUPPORTED, "These are the words of the cited text.", "verbatim")
LONGEST_CHECKED = 1_000
"""Characters of a sentence that the guards are asked about; nobody writes longer ones, and rules take long over them."""
TOO_LONG = Finding(Verdict.UNSUPPORTED, "It is too long to be checked.", "length")
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
    repeated: tuple[Numbered, ...] = ()  # the cited evidence whose words it repeats
    judged: list[Judged] = field(default_factory=list)
    added: dict[int, Numbered] = field(default_factory=dict)  # by the place of the claim
    spare: tuple[Numbered, ...] = ()

    @property
    def kept(self) -> tuple[Numbered, ...]:
        """The sentence's own evidence, unless all its claims found other."""
        own_count = any(i not in self.added for i in range(len(self.claims)))
        return tuple(one for one in self.cited if one not in self.spare) if own_count else ()


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
        self._guards, self._support = guards, support
        self._check = GroundCheck(guards, support, record)
        self._documents = documents
        self._split = split or _whole

    @property
    def support(self) -> SupportModel | None:
        """What judges support, if anything does."""
        return self._support

    def recording(self, record: Record) -> Checker:
        """The same checks, for one answer, telling `record` of each judgement of the support model."""
        return Checker(self._guards, self._support, documents=self._documents, split=self._split, record=record)

    def check(self, drafts: Iterable[DraftSentence], evidence: Sequence[Numbered]) -> list[AnswerSentence]:
        """The sentences with their findings, in order.

        Sentences that state nothing, and those that say that the documents do not tell, are left out: there is nothing to
        bear out, and nothing is shown without a citation. `rag.language.phrases` tells which those are.
        """
        sound, broken = self._sound(evidence)
        works = [work for draft in drafts if (work := self._work(draft, sound, broken))]
        self._judge(works)
        self._repair(works, sound)
        self._spare(works)
        return [_sentence(work) for work in works]

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

    def _work(self, draft: DraftSentence, sound: dict[int, Numbered], broken: dict[int, Finding]) -> _Work | None:
        """The beginning of the way; its end for the words of a text: those that it cites, or else another's."""
        cited = tuple(sound[number] for number in dict.fromkeys(draft.numbers) if number in sound)
        unknown = tuple(dict.fromkeys(n for n in (*draft.numbers, *draft.unknown) if n not in sound))
        defect = next((broken[number] for number in unknown if number in broken), None)
        work = _Work(draft, cited, unknown, [draft.text], defect or (CITES_UNKNOWN if unknown else CITES_NOTHING))
        same = [
            one for one in sound.values() if _may_be_verbatim(draft, one) and is_verbatim(draft.text, one.source.text)
        ]
        if same:
            work.repeated = tuple(one for one in same if one in cited)
            work.added = {} if work.repeated else {0: same[0]}
            work.judged = [Judged(VERBATIM, 1.0)]
            return work
        if len(draft.text) > LONGEST_CHECKED:
            work.judged = [Judged(TOO_LONG)]
            return work
        if states_nothing(draft.text) or says_there_is_no_answer(draft.text):
            return None
        work.claims = [claim for claim in self._split(draft.text) if claim.strip()] or work.claims
        return work

    def _judge(self, works: Sequence[_Work]) -> None:
        """Each claim by the sentence's own citations, all of them in one call."""
        open_works = [work for work in works if not work.judged]
        citing = [work for work in open_works if work.cited]
        judged = iter(self._check.judge([Ground(claim, work.cited) for work in citing for claim in work.claims]))
        for work in open_works:
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

    def _spare(self, works: Sequence[_Work]) -> None:
        """Take away what adds nothing to supported sentences of several citations; all of them in one call."""
        several = [work for work in works if len(work.cited) > 1 and not work.added and _supported(work)]
        if not self._check.has_model or not several:
            return
        sentences = [
            spare.Cited(tuple(work.claims), tuple(j.chance for j in work.judged), work.cited, work.repeated)
            for work in several
        ]
        for work, kept in zip(several, spare.needed(sentences, self._check), strict=True):
            work.spare = tuple(one for one in work.cited if one not in kept)


def _may_be_verbatim(draft: DraftSentence, one: Numbered) -> bool:
    return len(draft.text) <= 2 * len(one.source.text) + 100


def _fails(judged: Judged, work: _Work) -> bool:
    """Whether a claim needs another text. One that could not be judged does not: a second try would not fare better."""
    verdict = judged.finding.verdict
    tried = verdict is Verdict.UNCHECKED and work.cited
    return not verdict.stands and not tried and judged.finding is not TOO_LONG


def _supported(work: _Work) -> bool:
    return all(judged.finding.verdict is Verdict.SUPPORTED for judged in work.judged)


def _sentence(work: _Work) -> AnswerSentence:
    added = tuple(dict.fromkeys(work.added.values()))
    finding = worst(judged.finding for judged in work.judged)
    changed = repair.Change(_citations(work.cited), _citations(added), _citations(work.spare), work.unknown)
    told = repair.in_words(changed) if finding.verdict.stands else ""
    several = len(work.claims) > 1
    claims = tuple(CheckedClaim(c, j.finding) for c, j in zip(work.claims, work.judged, strict=True)) if several else ()
    return AnswerSentence(work.draft.text, _citations([*work.kept, *added]), (), finding, claims, told)


def _citations(evidence: Iterable[Numbered]) -> tuple[Citation, ...]:
    return tuple({one.citation.key: one.citation for one in evidence}.values())


def _whole(sentence: str) -> list[str]:
    return [sentence]
