"""Words of certainty, stage and duty that a claim may hold, each against those of its source."""

from __future__ import annotations

import re

from rag.language.lexicon.assertion import depends, hedged
from rag.language.lexicon.clauses import last_part, main_clauses
from rag.language.lexicon.licences import LICENCES, OUTRIGHT, Licence
from rag.language.lexicon.marking import Mark, Marker
from rag.language.lexicon.modal_reach import softened
from rag.language.lexicon.realised import verbs
from rag.language.lexicon.status import STATUS
from rag.language.tokens import content_stems
from rag.speaking.reports import reports

_ROWS = tuple((row, Marker({"claim": row.words})) for row in LICENCES)
_ASKED = re.compile(
    r"\b(?:whether|if)\b(?! not\b)[^.;]*$|(?:^|[,;.] )should\b[^,.;]*$"
    r"|\b(?:open|question\w*|unclear|unknown|undecided|uncertain|ask\w*|say|know\w*|decid\w*|tell|debat\w*)(?: \w+){0,2}"
    r" (?:who|what|how|when|where|which|why)\b[^,.;]*$",
    re.IGNORECASE,
)
_PERMITTING = frozenset({"may", "might", "could"})
# "May go no faster than", "may be sold only to": a duty and no permission or doubt.
_LIMITED = re.compile(r"[^,.;]{0,40}?\b(?:only|no|not|at most)\b", re.IGNORECASE)
_LACKING = re.compile(
    r"\s*(?:\w+ ){0,3}(?:is|are|was|were) (?:still )?(?:needed|required|missing|outstanding|pending|awaited)\b"
)
_PLEDGED = frozenset({"intended", "proposed"})
_BY_TITLE = frozenset({"proposed", "pending", "discussed"})
_ALREADY = frozenset({"as settled", "as done already", "as done since"})
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“'‘(])")
_PLAIN = frozenset({"as voluntary", "as permitted", "as a possibility", "as final"})
_NOUNS = ("ation", "ations")


def unlicensed(claim: str, text: str, around: str) -> str:
    """A word of the claim that makes more, or less, of it than any word of the source, or of what stands around it."""
    for row, marker in _ROWS:
        for mark in marker.marks(claim):
            if (
                _stated(mark, claim, row, text)
                and not _as_done(claim[mark.end :], row, text)
                and (objection := _against(mark, row, claim, text, around))
            ):
                return objection
    return ""


def _as_done(behind: str, row: Licence, text: str) -> bool:
    """Whether what is said to be done already is told as done, though without such a word: "now that they have listened"."""
    if row.says not in _ALREADY:
        return False
    said = verbs(re.split(r"[,;:.]", behind)[0])
    told = verbs(text)
    return any(True in modes and True in told.get(verb, ()) for verb, modes in said.items())


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
    told_later |= word == "will" and softened(last_part(claim[: mark.start]))
    return (
        outright and not told_later and not (word.startswith("take") and depends(after)) and not _LACKING.match(after)
    )


def _against(mark: Mark, row: Licence, claim: str, text: str, around: str) -> str:
    """What the source says against the claim's word; empty where it bears it out, or has nothing to say of it."""
    in_source = STATUS.marks(text)
    if _same_word(mark, row, text):
        return ""
    if any(other.kind in row.by and _bears_out(other, row, text) for other in in_source):
        return ""
    if not row.against:
        if row.by & STATUS.kinds(around) & _BY_TITLE:
            return ""
        return f"The sentence presents this {row.says} (“{mark.text}”); the cited text does not."
    nearby = STATUS.marks(_about(mark, claim, text))
    denied = next((other for other in nearby if other.kind in row.by and other.denied), None)
    against = denied or next((other for other in nearby if other.kind in row.against), None)
    if against is None:
        return ""
    return f"The cited text says “{against.text}”; the sentence presents it {row.says} (“{mark.text}”)."


def _about(mark: Mark, claim: str, text: str) -> str:
    """The sentence of the source from which the claim's clause with this word is drawn; empty where none shares words enough."""
    said = content_stems(next((clause for clause in main_clauses(claim) if mark.text in clause), claim))
    best = max(_SENTENCES.split(text), key=lambda sentence: len(said & content_stems(sentence)))
    return best if len(said & content_stems(best)) >= min(2, len(said) // 2) else ""


def _same_word(mark: Mark, row: Licence, text: str) -> bool:
    """Whether the source has the same modal, denied or not, or the same event as a thing: "make ratification conditional"."""
    word = mark.text.lower()
    plain = row.says in _PLAIN or word.endswith(_NOUNS)
    return plain and re.search(rf"\b{re.escape(word)}\b", text) is not None


def _bears_out(mark: Mark, row: Licence, text: str) -> bool:
    if row.says in OUTRIGHT and hedged(last_part(text[: mark.start])):
        return False
    return mark.kind == "denying" or not mark.denied
