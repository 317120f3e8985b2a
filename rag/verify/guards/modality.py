"""A claim may not be surer, further along or more binding than its source, nor the other way about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.speaking.reports import reports
from rag.verdict import Finding, Verdict
from rag.verify.lexicon.marking import Mark, Marker
from rag.verify.lexicon.realised import verbs
from rag.verify.lexicon.status import LICENCES, STATUS, WEAK, Licence
from rag.verify.source import Source
from rag.verify.text.tokens import content_stems

_ROWS = tuple((row, Marker({"claim": row.words})) for row in LICENCES)
_BLANKS = re.compile(r"\s+")


class Modality:
    """Proposed against adopted, may against will, asked against obliged, to be done against done."""

    name = "modality"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with how sure, how far along or how binding the claim says it is."""
        text = " ".join(source.text for source in sources)
        if not text.strip() or _same(claim, text):
            return None
        return _unlicensed(claim, text) or _realised(claim, text) or _bare(claim, text)


def _same(claim: str, text: str) -> bool:
    return _BLANKS.sub(" ", claim).strip() in _BLANKS.sub(" ", text)


def _unlicensed(claim: str, text: str) -> Finding | None:
    """A word of the claim that makes more, or less, of it than any word of the source."""
    in_source = STATUS.marks(text)
    for row, marker in _ROWS:
        for mark in marker.marks(claim):
            if _stated(mark, claim, row, text) and (against := _speaks_against(row, in_source, text)) is not None:
                return _objection(mark, against, row)
    return None


def _stated(mark: Mark, claim: str, row: Licence, text: str) -> bool:
    """Whether the claim says so outright: not denied, and for what is to be done, not under "if", "would" or "to"."""
    after = claim[mark.end :].lstrip().lower()
    if mark.denied or after.startswith(("not ", "no ")):
        return False
    clause = re.split(r"[,;:.]", claim[: mark.start])[-1]
    still_to_come = mark.text.lower().startswith("take") and _THEN.match(after)
    backshift = mark.text.lower() == "will" and reports(claim) and "would" in text.lower()
    outright = row.says not in _OUTRIGHT or not _hedged(clause)
    return outright and not still_to_come and not backshift


def _hedged(clause: str) -> bool:
    return bool(_HEDGED.search(clause)) and not _FIRM.search(clause)


_OUTRIGHT = frozenset(
    {"as decided", "as begun", "as in force", "as ratified", "as ended", "as established", "as final"}
)
_HEDGED = re.compile(
    r"\b(?:if|unless|once|when|until|whether|before|provided)\b(?:\W+\w+){0,8}\W*$"
    r"|\b(?:would|could|may|might|should|must|will|can|expected)\b(?:\W+\w+){0,3}\W*$"
    r"|(?<!according )\b(?:to|to be|be)\W+(?:\w+\W+)?$|\bentry\W+$"
    r"|\b(?:wants?|wanted|demand\w*|urg\w+|ask\w*|plan\w*|propos\w*|intend\w*|seek\w*|promis\w*|pledg\w*|expect\w*|call\w* for)\b"
    r"(?:\W+\w+){0,4}\W*$",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?:only )?(?:after|once|when|if|upon|as soon as)\b")
_FIRM = re.compile(r"\b(?:already|now)\W*$", re.IGNORECASE)


def _speaks_against(row: Licence, in_source: Sequence[Mark], text: str) -> Mark | str | None:
    """The source's word against the claim's; an empty string where it has no word that bears the claim's out."""
    if any(mark.kind in row.by and _bears_out(mark, row, text) for mark in in_source):
        return None
    if not row.against:
        return ""
    denied = next((m for m in in_source if m.kind in row.by and m.denied), None)
    return denied or next((m for m in in_source if m.kind in row.against), None)


def _bears_out(mark: Mark, row: Licence, text: str) -> bool:
    clause = re.split(r"[,;:.]", text[: mark.start])[-1]
    hedged = row.says in _OUTRIGHT and _hedged(clause)
    return not hedged and not (mark.denied and mark.kind != "denying")


def _objection(mark: Mark, against: Mark | str, row: Licence) -> Finding:
    if isinstance(against, str) or not against.text:
        reason = f"The sentence presents this {row.says} (“{mark.text}”); the cited text does not."
    else:
        reason = f"The cited text says “{against.text}”; the sentence presents it {row.says} (“{mark.text}”)."
    return Finding(Verdict.UNSUPPORTED, reason, Modality.name)


def _realised(claim: str, text: str) -> Finding | None:
    """A verb of both that says "done" in one and "to be done" in the other."""
    said, wanted = verbs(claim), verbs(text)
    for stem in sorted(said.keys() & wanted.keys()):
        if said[stem] == {True} and wanted[stem] == {False}:
            reason = "The cited text says that this may, should or will happen; the sentence says that it did."
            return Finding(Verdict.UNSUPPORTED, reason, Modality.name)
        if said[stem] == {False} and wanted[stem] == {True} and "conditional" not in STATUS.kinds(claim):
            reason = "The cited text says that this happened; the sentence says that it may, should or will."
            return Finding(Verdict.UNSUPPORTED, reason, Modality.name)
    return None


def _bare(claim: str, text: str) -> Finding | None:
    """A clause without any word of doubt, plan or duty, drawn from a clause that has one."""
    for said in _clauses(claim, _CLAUSE_ENDS):
        happened = _happened(said)
        if STATUS.kinds(said) & _UNREAL and not happened:
            continue
        clause = _nearest(said, _clauses(text))
        weak = _weak(clause, _UNSURE if happened else _MODALS)
        if weak is None or weak.text.lower() in said.lower() or _counted_elsewhere(said, clause, text):
            continue
        able = _ABLE & STATUS.kinds(said) and weak.kind in _ABLE
        if (_governed(said, clause, weak) and not able and not STATUS.kinds(said) & _UNREAL) or (
            happened and not _happened(clause) and not STATUS.kinds(said) & _STILL_TO_COME
        ):
            reason = f"The cited text says “{weak.text}”; the sentence leaves that out."
            return Finding(Verdict.UNSUPPORTED, reason, Modality.name)
    return None


def _weak(clause: str, words: frozenset[str]) -> Mark | None:
    """The first word by which a clause says that something is not, or not yet, so."""
    return next(
        (mark for mark in STATUS.marks(clause) if mark.text.lower() in words and not _undone(mark, clause)), None
    )


def _undone(mark: Mark, text: str) -> bool:
    return mark.denied or text[mark.end :].lstrip().startswith(("not ", "n't"))


def _happened(text: str) -> bool:
    return bool(_HAPPENED.search(text))


_UNREAL = (WEAK - {"able"}) | {"future", "must", "denying"}
_ABLE = frozenset({"able", "may", "open", "told", "possible"})
_MODALS = frozenset(
    "may might could would should will must tentatively provisionally possibly perhaps meant_to aims aim intends pledged promised "
    "asks asked".split()
)


_STILL_TO_COME = frozenset({"expected", "future", "conditional", "pending"})
_UNSURE = _MODALS | frozenset(
    "expects expect expected plans plan planned proposes propose proposing considering demanded hopes wants ready if unless "
    "provided_that goal aim pledge pledges promise promises draft intends intend seeks due call called".split()
)
_VERB_SOON = r"(?= (?:\w+ ){1,6}?(?:is|are|was|were|has|have|had|will|would|may|can|could|should|must|shall|might)\b)"
_JOINTS = rf"[;:.]\s|,? (?:and|but|while|whereas|though|although){_VERB_SOON}|,? (?:but|while|whereas|though|although) "
_CLAUSE_ENDS = re.compile(_JOINTS)
_RELATIVE_TOO = re.compile(rf"{_JOINTS}|,? (?:which|who) ")


def _clauses(text: str, ends: re.Pattern[str] = _RELATIVE_TOO) -> list[str]:
    return [clause for clause in ends.split(text) if clause and len(content_stems(clause)) >= 2] or [text]


def _nearest(said: str, clauses: Sequence[str]) -> str:
    """The clause that shares most with what is said; empty where none shares enough."""
    stems = content_stems(said)
    best = max(clauses, key=lambda clause: len(stems & content_stems(clause)))
    shared = len(stems & content_stems(best))
    return best if shared >= 2 and shared >= 0.4 * min(len(stems), len(content_stems(best))) else ""


def _counted_elsewhere(said: str, clause: str, text: str) -> bool:
    """Whether another clause, without such a word, bears most of it out."""
    others = [c for c in _clauses(text) if c != clause and not STATUS.kinds(c) & WEAK]
    stems = content_stems(said)
    return any(len(stems & content_stems(other)) >= len(stems & content_stems(clause)) for other in others)


_HAPPENED = re.compile(
    r"\b(?:has|have|had)\s+(?:(?:\w+ly|already|now|since|also|been|together|just)\s+)*"
    r"(?:\w+(?:ed|en|wn|ne)|led|made|set|put|paid|sold|told|sent|spent|built|brought|cut|kept|lost|met|won|run|held|found|come)\b"
    r"|\balready\b|\b(?:are|is)\s+now\b|\bnow\s+(?:\w+s|know|have|has|are|is)\b",
    re.IGNORECASE,
)


def _governed(said: str, clause: str, weak: Mark) -> bool:
    """Whether what is said lies within the reach of the weak word: its subject and the verb phrase behind it."""
    before = _REACH_START.split(clause[: weak.start])[-1]
    behind = _REACH_END.split(clause[weak.end :])[0]
    shared = content_stems(said) & content_stems(clause)
    inside = shared & content_stems(f"{before} {behind}")
    return len(inside) >= 2 and len(inside) > len(shared - inside)


_REACH_START = re.compile(r"[,;:]| (?:and|that|but|which|who) ")
_REACH_END = re.compile(r"[,;:]| (?:and|that|but|which|who|although|though) ")
