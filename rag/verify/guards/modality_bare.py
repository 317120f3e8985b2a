"""A clause that is told outright though the one that it is drawn from has a word of doubt, plan or duty."""

from __future__ import annotations

import re

from rag.language.lexicon.assertion import happened
from rag.language.lexicon.clauses import clauses, main_clauses, nearest
from rag.language.lexicon.marking import Mark
from rag.language.lexicon.realised import nominal, verbs
from rag.language.lexicon.status import ABLE, MODALS, STATUS, TO_COME, UNREAL, UNSURE, WEAK
from rag.language.tokens import content_stems

_UNLESS = re.compile(r"\b(?:if|without|but for|had|unless|otherwise)\b", re.IGNORECASE)
_REACH_START = re.compile(r"[,;:]| (?:and|that|but|which|who) ")
_REACH_END = re.compile(r"[,;:]| (?:and|that|but|which|who|although|though) ")


def bare(claim: str, text: str) -> str:
    """A clause without any word of doubt, plan or duty, drawn from a clause that has one."""
    for said in main_clauses(claim):
        clause = nearest(said, clauses(text))
        weak = _weak(clause, UNSURE if happened(said) else MODALS)
        if weak is None or weak.text.lower() in claim.lower() or _elsewhere(said, clause, text):
            continue
        if _unhedged(said, clause, weak) or (_already(said, clause) and content_stems(said) & _reach(clause, weak)):
            return f"The cited text says “{weak.text}”; the sentence leaves that out."
    return ""


def _weak(clause: str, words: frozenset[str]) -> Mark | None:
    """The first word by which a clause says that something is not, or not yet, so."""
    found = (
        mark
        for mark in STATUS.marks(clause)
        if mark.text.lower() in words and mark.text.islower() and not _counterfactual(clause, mark)
    )
    return next((mark for mark in found if not mark.denied and not _negated(clause[mark.end :])), None)


def _counterfactual(clause: str, mark: Mark) -> bool:
    """ "Would have been higher if": what did not happen tells what did."""
    perfect = mark.text.lower() == "would" and clause[mark.end :].lstrip().startswith("have ")
    return perfect and bool(_UNLESS.search(clause))


def _negated(after: str) -> bool:
    return after.lstrip().startswith(("not ", "n't"))


def _unhedged(said: str, clause: str, weak: Mark) -> bool:
    """Whether nothing said is unsure, and it lies within the reach of the weak word: its subject and the verb behind it."""
    kinds = STATUS.kinds(said)
    governed = re.match(r"\W*(\w+)", clause[weak.end :])
    if governed and nominal(said, governed[1]):
        return False
    if kinds & UNREAL or (kinds & ABLE and weak.kind in ABLE):
        return False
    shared = content_stems(said) & content_stems(clause)
    inside = shared & _reach(clause, weak)
    return len(inside) >= 2 and len(inside) > len(shared - inside)


def _reach(clause: str, weak: Mark) -> frozenset[str]:
    """The stems of the weak word's subject and of what stands behind it."""
    before, after = _REACH_START.split(clause[: weak.start])[-1], _REACH_END.split(clause[weak.end :])[0]
    return content_stems(f"{before} {after}")


def _already(said: str, clause: str) -> bool:
    """Whether it is said to have happened, and the clause that it is drawn from has nothing of the kind."""
    kinds = STATUS.kinds(said)
    done = {stem for stem, modes in verbs(said).items() if True in modes}
    # "Has seen no strike" denies; only where it is drawn from the same verb does it deny what is still to come.
    if "denying" in kinds and "denying" not in STATUS.kinds(clause) and not done & content_stems(clause):
        return False
    return happened(said) and not happened(clause) and not kinds & TO_COME


def _elsewhere(said: str, clause: str, text: str) -> bool:
    """Whether another clause, that is sure, bears out as much of what is said."""
    stems = content_stems(said)
    sure = [other for other in clauses(text) if other != clause and not STATUS.kinds(other) & WEAK]
    return any(len(stems & content_stems(other)) >= len(stems & content_stems(clause)) for other in sure)
