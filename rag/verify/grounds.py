"""One claim against the texts it cites: the guards first, then the support model, all claims in one call."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from index.words import STOP_WORDS, stem, words
from rag.records.drafts import Numbered
from rag.records.source import Guard, Source
from rag.records.verdict import FROM_BEST, Finding, Verdict, worst
from rag.verify.context import in_context, surroundings
from rag.verify.support.findings import finding_of
from rag.verify.support.port import Pair, Support, SupportModel

_log = logging.getLogger(__name__)

Record = Callable[[Pair, Support], None]
"""Told of every judgement of the support model, for whoever keeps a trace."""

MOST_TOGETHER = 3
"""How many texts may bear a claim out together. With more of them nearly every word of any claim stands somewhere."""

_REMEMBERED = 500  # judgements: the pairs of one answer meet more than once
_ONLY_GUARDS = Finding(Verdict.UNCHECKED, "No support model is set; the other checks object to nothing.", "none")


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim and the evidence that it is tried against, taken together."""

    claim: str
    evidence: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found, and the chance (0 to 1) of support that the model gave; 0 where it was not asked."""

    finding: Finding
    chance: float = 0.0


class GroundCheck:
    """Judges claims against evidence. Without a support model only the guards speak."""

    def __init__(self, guards: Sequence[Guard], support: SupportModel | None, record: Record | None = None) -> None:
        self._guards = tuple(guards)
        self._support = support
        self._record = record
        self._remembered: OrderedDict[Pair, Support] = OrderedDict()
        self._lock = Lock()

    @property
    def has_model(self) -> bool:
        """Whether anything can be called supported."""
        return self._support is not None

    def judge(self, grounds: Sequence[Ground], *, outweighing: bool = True) -> list[Judged]:
        """One judgement a ground, in order. The support model is asked once for all whose objections it may outweigh.

        A claim stands if one of its texts bears it out, or the likeliest few together do. The model is believed against a
        guard only about a single text, and with `outweighing`: each further text would be one more chance to get past it.
        """
        tries = [_tries(ground) for ground in grounds]
        judged = iter(self._each([one for own in tries for one in own], outweighing))
        return [min((next(judged) for _ in own), key=_from_best) for own in tries]

    def _each(self, grounds: Sequence[Ground], outweighing: bool) -> list[Judged]:
        found = [self._objections(ground) for ground in grounds]
        cuts = [self._cuts if outweighing and len(ground.evidence) == 1 else {} for ground in grounds]
        asked = [i for i, own in enumerate(found) if all(_may_yield(one, cuts[i]) for one in own)]
        supports = dict(zip(asked, self._supports([grounds[i] for i in asked]), strict=True))
        return [self._judged(own, cuts[i], supports.get(i)) for i, own in enumerate(found)]

    def _objections(self, ground: Ground) -> list[Finding]:
        return objections(self._guards, ground.claim, [one.source for one in ground.evidence])

    @property
    def _cuts(self) -> Mapping[str, float]:
        return self._support.outweighs if self._support else {}

    def _supports(self, grounds: Sequence[Ground]) -> list[Support | None]:
        if self._support is None:
            return [None] * len(grounds)
        pairs = [Pair(ground.claim, reading(ground), known_besides(ground)) for ground in grounds]
        given = self._given(self._support, list(dict.fromkeys(pairs)))
        return [given[pair] for pair in pairs]

    def _given(self, model: SupportModel, pairs: Sequence[Pair]) -> dict[Pair, Support]:
        """Judgements of the model, which is not asked again for what it has just judged."""
        with self._lock:
            known = {pair: self._remembered[pair] for pair in pairs if pair in self._remembered}
        new = [pair for pair in pairs if pair not in known]
        judged = dict(zip(new, model.judge(new) if new else [], strict=True))
        for pair, support in judged.items():
            if self._record:
                self._record(pair, support)
        with self._lock:
            self._remembered.update((pair, support) for pair, support in judged.items() if not support.failed)
            while len(self._remembered) > _REMEMBERED:
                self._remembered.popitem(last=False)
        return known | judged

    def _judged(self, objecting: Sequence[Finding], cuts: Mapping[str, float], support: Support | None) -> Judged:
        if self._support is None or support is None:
            return Judged(worst(objecting) if objecting else _ONLY_GUARDS)
        finding = finding_of(support, self._support)
        chance = 0.0 if support.failed else support.supported
        sure = finding.verdict is Verdict.SUPPORTED
        kept = [one for one in objecting if not (sure and one.check in cuts and chance >= cuts[one.check])]
        return Judged(worst([*kept, finding]), chance)


def _may_yield(objection: Finding, cuts: Mapping[str, float]) -> bool:
    """Whether a judgement of the model can make good for an objection. Not for a check that could not be made: those bear
    a name of their own."""
    return objection.verdict.stands or objection.check in cuts


def objections(guards: Sequence[Guard], claim: str, sources: Sequence[Source]) -> list[Finding]:
    """What the guards have against a claim, in their order."""
    return [finding for guard in guards if (finding := _asked(guard, claim, sources))]


def _asked(guard: Guard, claim: str, sources: Sequence[Source]) -> Finding | None:
    """What a guard says. One that fails on a hostile text leaves the claim unchecked: nothing passes by breaking a check."""
    try:
        return guard.check(claim, sources)
    except Exception:  # a hostile text may break any rule; the log gets the details
        _log.exception("the guard %s failed", guard.name)
        return Finding(Verdict.UNCHECKED, "One of the checks could not be made.", f"{guard.name} failed")


def _from_best(judged: Judged) -> tuple[int, float]:
    return FROM_BEST.index(judged.finding.verdict), -judged.chance


def _tries(ground: Ground) -> list[Ground]:
    """What a claim is tried against: the likeliest texts together, since it may need several, and each alone."""
    if len(ground.evidence) == 1:
        return [ground]
    wanted = _stems(ground.claim)
    nearest = sorted(ground.evidence, key=lambda one: -len(wanted & _stems(in_context(one.source))))[:MOST_TOGETHER]
    together = tuple(one for one in ground.evidence if one in nearest)
    return [Ground(ground.claim, together), *(Ground(ground.claim, (one,)) for one in ground.evidence)]


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in STOP_WORDS)


def reading(ground: Ground) -> str:
    """The text that a support model is given: the cited ones, each in its context, joined."""
    return " ".join(dict.fromkeys(in_context(one.source) for one in ground.evidence))


def known_besides(ground: Ground) -> str:
    """What a support model is told besides: the surroundings of the cited texts, joined."""
    return " ".join(dict.fromkeys(filter(None, (surroundings(one.source) for one in ground.evidence))))
