"""A claim may not be surer, further along or more binding than its source, nor the other way about."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
            if not mark.denied and (against := _speaks_against(row, in_source)) is not None:
                return _objection(mark, against, row)
    return None


def _speaks_against(row: Licence, in_source: Sequence[Mark]) -> Mark | str | None:
    """The source's word against the claim's; an empty string where it has no word that bears the claim's out."""
    if any(mark.kind in row.by and not (mark.denied and mark.kind != "denying") for mark in in_source):
        return None
    if not row.against:
        return ""
    denied = next((m for m in in_source if m.kind in row.by and m.denied), None)
    return denied or next((m for m in in_source if m.kind in row.against), None)


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
    """A claim without any word of doubt, plan or condition, from a sentence that has nothing but those."""
    if STATUS.kinds(claim) & (WEAK | {"future", "must", "denying"}):
        return None
    weak = next(
        (m for m in STATUS.marks(text) if m.kind in {"possible", "conditional", "proposed"} and _modal(m)), None
    )
    if weak is None or not _draws_on(claim, text, weak):
        return None
    reason = f"The cited text says “{weak.text}”; the sentence leaves that out."
    return Finding(Verdict.UNSUPPORTED, reason, Modality.name)


def _modal(mark: Mark) -> bool:
    return mark.text.lower() in {
        "may",
        "might",
        "could",
        "would",
        "tentatively",
        "provisionally",
        "possibly",
        "perhaps",
    }


def _draws_on(claim: str, text: str, weak: Mark) -> bool:
    """Whether most of what the claim says stands in the clause behind the weak word."""
    behind = re.split(r"[;.]|, (?:and|but|while|which|who|whereas|although)\b", text[weak.end :])[0]
    before = re.split(r"[;.,]|\b(?:and|but|while|that|which)\b", text[: weak.start])[-1]
    said = content_stems(claim)
    return (
        bool(said)
        and len(said & content_stems(behind)) >= 2
        and len(said & content_stems(f"{before} {behind}")) >= 0.4 * len(said)
    )
