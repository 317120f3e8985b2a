"""A claim may not be surer, further along or more binding than its source, nor the other way about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.lexicon.assertion import depends, happened, hedged
from rag.language.lexicon.clauses import clauses, last_part, main_clauses, nearest, repeats
from rag.language.lexicon.marking import Mark, Marker
from rag.language.lexicon.realised import verbs
from rag.language.lexicon.status import ABLE, LICENCES, MODALS, OUTRIGHT, STATUS, TO_COME, UNREAL, UNSURE, WEAK, Licence
from rag.language.text.tokens import content_stems
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.speaking.reports import reports

_UNLESS = re.compile(r"\b(?:if|without|but for|had|unless|otherwise)\b", re.IGNORECASE)
_ROWS = tuple((row, Marker({"claim": row.words})) for row in LICENCES)
_REACH_START = re.compile(r"[,;:]| (?:and|that|but|which|who) ")
_REACH_END = re.compile(r"[,;:]| (?:and|that|but|which|who|although|though) ")
_ASKED = re.compile(r"\b(?:whether|if)\b(?! not\b)[^.;]*$", re.IGNORECASE)
_PERMITTING = frozenset({"may", "might", "could"})
# "May go no faster than", "may be sold only to": a duty and no permission or doubt.
_LIMITED = re.compile(r"[^,.;]{0,40}?\b(?:only|no|not|at most)\b", re.IGNORECASE)
_LACKING = re.compile(r"\s*(?:is|are|was|were) (?:still )?(?:needed|required|missing|outstanding|pending|awaited)\b")
_PLEDGED = frozenset({"intended", "proposed"})
_LATER = "The cited text says that this may, should or will happen; the sentence says that it did."
_EARLIER = "The cited text says that this happened; the sentence says that it may, should or will."


class Modality:
    """Proposed against adopted, may against will, asked against obliged, to be done against done."""

    name = "modality"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with how sure, how far along or how binding the claim says it is."""
        text = " ".join(source.text for source in sources)
        if not text.strip() or repeats(claim, text):
            return None
        reason = _unlicensed(claim, text) or _realised(claim, text) or _bare(claim, text)
        return Finding(Verdict.UNSUPPORTED, reason, self.name) if reason else None


def _unlicensed(claim: str, text: str) -> str:
    """A word of the claim that makes more, or less, of it than any word of the source."""
    for row, marker in _ROWS:
        for mark in marker.marks(claim):
            if _stated(mark, claim, row, text) and (objection := _against(mark, row, text)):
                return objection
    return ""


def _stated(mark: Mark, claim: str, row: Licence, text: str) -> bool:
    """Whether the claim says so outright: not denied, and for what is to be done, not under "if", "would" or "to"."""
    after = claim[mark.end :]
    if mark.denied or after.lstrip().lower().startswith(("not ", "no ")) or _ASKED.search(claim[: mark.start]):
        return False
    word = mark.text.lower()
    # "He said that it would" is fairly told as "It will, he said".
    told_later = word == "will" and "would" in text.lower() and bool(reports(claim))
    if word in _PERMITTING and _LIMITED.match(after):
        return False
    told_later |= word == "will" and bool(STATUS.kinds(claim) & _PLEDGED & STATUS.kinds(text))
    outright = row.says not in OUTRIGHT or not hedged(last_part(claim[: mark.start]))
    return (
        outright and not told_later and not (word.startswith("take") and depends(after)) and not _LACKING.match(after)
    )


def _against(mark: Mark, row: Licence, text: str) -> str:
    """What the source says against the claim's word; empty where it bears it out, or has nothing to say of it."""
    in_source = STATUS.marks(text)
    if any(other.kind in row.by and _bears_out(other, row, text) for other in in_source):
        return ""
    if not row.against:
        return f"The sentence presents this {row.says} (“{mark.text}”); the cited text does not."
    denied = next((other for other in in_source if other.kind in row.by and other.denied), None)
    against = denied or next((other for other in in_source if other.kind in row.against), None)
    if against is None:
        return ""
    return f"The cited text says “{against.text}”; the sentence presents it {row.says} (“{mark.text}”)."


def _bears_out(mark: Mark, row: Licence, text: str) -> bool:
    if row.says in OUTRIGHT and hedged(last_part(text[: mark.start])):
        return False
    return mark.kind == "denying" or not mark.denied


def _realised(claim: str, text: str) -> str:
    """A verb of both that says "done" in one and "to be done" in the other."""
    said, wanted = verbs(claim), verbs(text)
    for stem in sorted(said.keys() & wanted.keys()):
        if said[stem] == {True} and wanted[stem] == {False}:
            return _LATER
        if said[stem] == {False} and wanted[stem] == {True} and "conditional" not in STATUS.kinds(claim):
            return _EARLIER
    return ""


def _bare(claim: str, text: str) -> str:
    """A clause without any word of doubt, plan or duty, drawn from a clause that has one."""
    for said in main_clauses(claim):
        clause = nearest(said, clauses(text))
        weak = _weak(clause, UNSURE if happened(said) else MODALS)
        if weak is None or weak.text.lower() in said.lower() or _elsewhere(said, clause, text):
            continue
        if _unhedged(said, clause, weak) or _already(said, clause):
            return f"The cited text says “{weak.text}”; the sentence leaves that out."
    return ""


def _weak(clause: str, words: frozenset[str]) -> Mark | None:
    """The first word by which a clause says that something is not, or not yet, so."""
    found = (mark for mark in STATUS.marks(clause) if mark.text.lower() in words and not _counterfactual(clause, mark))
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
    if kinds & UNREAL or (kinds & ABLE and weak.kind in ABLE):
        return False
    reach = f"{_REACH_START.split(clause[: weak.start])[-1]} {_REACH_END.split(clause[weak.end :])[0]}"
    shared = content_stems(said) & content_stems(clause)
    inside = shared & content_stems(reach)
    return len(inside) >= 2 and len(inside) > len(shared - inside)


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
