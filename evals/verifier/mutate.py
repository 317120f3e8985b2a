"""Breaks true claims by rule, one way a function. Knows nothing of the checks and shares no word list with them.

A mutant may now and then still be true (a neighbour that says the same); hand-written ones stand beside these for that reason.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence

from evals.verifier.pairs import Mutant, TrueClaim

Breaker = Callable[[str, "Surroundings", random.Random], str | None]

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_DIGITS = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?![\w-]|[.,]\d)")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|may|must|should|does|did)\b(?! not\b)", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:no|nor|neither|never|none|nobody|nothing|without|cannot|unable|hardly)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+(?: (?:of |the |and )?[A-Z][\w’'-]+)*")
_QUOTED = re.compile(r"[\"“]([^\"”]{6,})[\"”]")
_WORD = re.compile(r"[a-z]{5,}")
_WIDER = {
    "some": "all",
    "several": "all",
    "many": "all",
    "most": "all",
    "a few": "all",
    "certain": "all",
    "about half": "all",
    "often": "always",
    "usually": "always",
    "sometimes": "always",
    "mainly": "only",
    "mostly": "only",
    "partly": "wholly",
    "in part": "in full",
    "at least": "exactly",
    "more than": "exactly",
    "nearly": "exactly",
    "high-risk": "all",
}
_FIRMER = {
    "proposed": "adopted",
    "proposes": "adopts",
    "proposal": "law",
    "draft": "final",
    "planned": "completed",
    "plans to": "did",
    "tentatively": "definitively",
    "tentative": "final",
    "provisional": "final",
    "provisionally": "finally",
    "expected": "certain",
    "may": "will",
    "might": "will",
    "could": "will",
    "should": "must",
    "voluntary": "binding",
    "recommended": "required",
    "aims to": "does",
    "intended to": "certain to",
    "under consideration": "decided",
    "not yet": "already",
}
_SAYS = (
    r"said|says|argued|argues|warned|warns|claimed|claims|noted|notes|told [\w ]{1,30}?|added|adds|believes|believed|suggested|suggests"
    r"|stressed|wrote|writes|contends|maintains|reported|insisted|insists|stated|explained|explains|observed|observes"
)
_SPEAKING = (
    re.compile(rf"^.{{3,80}}?\b(?:{_SAYS})(?:,? that|:)? (?=.{{20}})"),
    re.compile(r"^(?:According to|In the view of|In the words of) [^,]{3,80}, (?=.{20})"),
    re.compile(r"^In [^,]{3,60}[’']s? (?:view|words|opinion|account|telling|eyes|judgement), (?=.{20})"),
    re.compile(
        rf", (?:according to [^,]{{3,80}}|[^,]{{3,60}} (?:{_SAYS})|in [^,]{{3,60}}[’'] ?s? (?:view|words|opinion))(?=\.$)"
    ),
    re.compile(r",? (?:according to|as told by|as reported by) [^,.]{3,80}(?:,|(?=\.$))"),
    re.compile(rf", (?:he|she|they|it|[A-Z][\w’' ]{{2,40}}) (?:{_SAYS}),"),
)


class Surroundings:
    """What a breaker may borrow from: the names and words of the claims of the same document."""

    def __init__(self, claims: Iterable[TrueClaim]) -> None:
        texts = [claim.cited for claim in claims]
        self.names = sorted({m[0] for text in texts for m in _NAME.finditer(text)})
        self.words = sorted({m[0] for text in texts for m in _WORD.finditer(text)})


def mutants(
    claims: Sequence[TrueClaim], neighbours: Callable[[TrueClaim], Sequence[str]], seed: int
) -> dict[str, list[Mutant]]:
    """Every way of breaking each claim that applies, by the claim's id. `neighbours` gives the sentences beside the cited one."""
    around = {name: Surroundings(c for c in claims if c.document == name) for name in {c.document for c in claims}}
    made: dict[str, list[Mutant]] = {}
    for claim in claims:
        rng = random.Random(f"{seed}-{claim.id}")
        broken = [(kind, breaker(claim.claim, around[claim.document], rng)) for kind, breaker in BREAKERS]
        kept = {text: kind for kind, text in broken if text and text != claim.claim and text not in claim.cited}
        made[claim.id] = [Mutant(kind, text, claim.cited, "code") for text, kind in kept.items()]
        made[claim.id] += _recited(claim, claims, neighbours(claim), rng)
    return made


def _recited(claim: TrueClaim, claims: Sequence[TrueClaim], beside: Sequence[str], rng: random.Random) -> list[Mutant]:
    """The true claim with a citation that is not its own: another document's sentence, and the neighbours."""
    elsewhere = [other.cited for other in claims if other.document != claim.document]
    found = [
        Mutant("swap_citation", claim.claim, cited, "code") for cited in rng.sample(elsewhere, min(2, len(elsewhere)))
    ]
    return found + [Mutant("cite_neighbour", claim.claim, cited, "code") for cited in beside]


def _negate(text: str, _: Surroundings, rng: random.Random) -> str | None:
    if re.search(r"\bnot\b", text):
        return re.sub(r"\s*\b(?:(?:do|does|did)\s+)?not\b\s*", " ", text, count=1).strip()
    found = list(_AUXILIARY.finditer(text))
    if not found or _DENIES.search(text):  # a second "not" beside these would say the same again
        return None
    chosen = rng.choice(found)
    return f"{text[: chosen.end()]} not{text[chosen.end() :]}"


def _number(text: str, _: Surroundings, rng: random.Random) -> str | None:
    found = [*_DIGITS.finditer(text), *_MONTH.finditer(text)]
    if not found:
        return None
    chosen = rng.choice(found)
    return f"{text[: chosen.start()]}{_shifted(chosen[0], rng)}{text[chosen.end() :]}"


def _shifted(written: str, rng: random.Random) -> str:
    if written in _MONTHS:
        return rng.choice([month for month in _MONTHS if month != written])
    number = int(written.replace(",", ""))
    year = 1900 <= number <= 2100 and "," not in written
    other = number + rng.choice([-2, -1, 1, 2]) if year else number + rng.choice([1, 2, 3, max(4, number // 3)])
    return f"{other:,}" if "," in written else str(other)


def _name(text: str, around: Surroundings, rng: random.Random) -> str | None:
    found = [m for m in _NAME.finditer(text) if m[0] not in _MONTHS]
    if not found:
        return None
    chosen = rng.choice(found)
    others = [name for name in around.names if name not in text and chosen[0] not in name and name not in _MONTHS]
    return f"{text[: chosen.start()]}{rng.choice(others)}{text[chosen.end() :]}" if others else None


def _speaker(text: str, _: Surroundings, __: random.Random) -> str | None:
    for pattern in _SPEAKING:
        if found := pattern.search(text):
            rest = (text[: found.start()] + text[found.end() :]).strip()
            return rest[0].upper() + rest[1:]
    return None


def _other_speaker(text: str, around: Surroundings, rng: random.Random) -> str | None:
    found = next((m for pattern in _SPEAKING if (m := pattern.search(text))), None)
    names = list(_NAME.finditer(f" {found[0]}")) if found else []
    others = [name for name in around.names if name not in text and name not in _MONTHS]
    if not found or not names or not others:
        return None
    old = names[-1][0]
    return text[: found.start()] + found[0].replace(old, rng.choice(others)) + text[found.end() :]


def _swapped(table: dict[str, str]) -> Breaker:
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(table, key=len, reverse=True))})\b")

    def swap(text: str, _: Surroundings, rng: random.Random) -> str | None:
        found = list(pattern.finditer(text))
        if not found:
            return None
        chosen = rng.choice(found)
        return f"{text[: chosen.start()]}{table[chosen[0]]}{text[chosen.end() :]}"

    return swap


def _quotation(text: str, around: Surroundings, rng: random.Random) -> str | None:
    quoted = _QUOTED.search(text)
    words = list(_WORD.finditer(quoted[1])) if quoted else []
    others = [word for word in around.words if word not in text]
    if not quoted or not words or not others:
        return None
    chosen = rng.choice(words)
    start = quoted.start(1)
    return f"{text[: start + chosen.start()]}{rng.choice(others)}{text[start + chosen.end() :]}"


BREAKERS: tuple[tuple[str, Breaker], ...] = (
    ("negate", _negate),
    ("number_date", _number),
    ("number_date", _number),
    ("name", _name),
    ("name", _name),
    ("drop_speaker", _speaker),
    ("drop_speaker", _other_speaker),
    ("widen_scope", _swapped(_WIDER)),
    ("status", _swapped(_FIRMER)),
    ("quotation", _quotation),
    ("quotation", _quotation),
)
"""How a claim is broken, by kind. A kind that stands twice is tried twice, with other choices."""
