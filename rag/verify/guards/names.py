"""Names of a claim are in the cited text, or stand for what is: a surname, an acronym, "Chinese" for China."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.words import stem
from rag.verdict import Finding, Verdict
from rag.verify.source import Source
from rag.verify.text.agents import deeds
from rag.verify.text.names import Name, names
from rag.verify.text.places import alias_pattern, aliases, seat_pattern, seats
from rag.verify.text.tokens import FUNCTION_WORDS, Token, alike, normal, tokens
from rag.verify.text.units import CURRENCIES

# A sentence that opens so leans on the ones before it: "It also", "In their statement", "The measures". Not "The Commission".
_REFERS_BACK = re.compile(
    r"^(?:\W*\w+\W+){0,5}?(?:he|she|it|they|him|her|them|his|its|their|this|these|those|such)\b|^\W*(?:the|that|both|another|each|one|some|most) [a-z]",
)
_NEAR_SENTENCES = 3
# Kinds of text that name one another: "the Act", "the regulation", "the law".
_TEXTS = frozenset(
    stem(normal(w))
    for w in "act law regulation convention treaty agreement rule directive order measure guideline principle framework plan initiative report "
    "declaration statement resolution recommendation code bill draft proposal package strategy document text paper communique pledge "
    "provision standard".split()
)
_SMALL = frozenset("of the and for on in to a an de la du".split())
# Bodies and offices that a lower-case word tells apart: "the commerce ministry"; minister and ministry count as one.
_BODY = re.compile(
    r"\b([a-z]{3,}) (ministr(?:y|ies)|ministers?|departments?|secretary|courts?|agency|agencies|regulators?|authority|committee|commissioner|bank)\b"
)
_ANY_BODY = re.compile(
    r"^(?:the|its|their|his|her|this|that|same|own|other|another|new|one|each|any|every|some|two|three|former|current|outgoing|incoming|senior|"
    r"junior|deputy|prime|national|local|federal|central|state|public|relevant|competent|responsible|independent|special|and|for|with|from|which|"
    r"all|both|many|several|our|general|under|first|supervisory|government|regulatory|administrative|\w+ed|\w+ing)$"
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the cited text and its surroundings hold.

    Stems; what the names of places and of seats of government stand for; the initials of its words in order; its acronyms;
    and the names that stand `alone`, as surnames do.
    """

    stems: frozenset[str]
    places: frozenset[str]
    seats: frozenset[str]
    initials: str
    acronyms: frozenset[str]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Names:
    """Objects to a name that neither the cited text has nor what it refers back to."""

    name: str = "names"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first name that is missing."""
        plain = alike(claim)
        known = [_known(_visible(source)) for source in sources]
        covered = [m.span() for m in alias_pattern().finditer(plain)]
        for start, end in covered:
            if not any(_has_place(plain[start:end], k, plain[:start]) for k in known):
                return self._missing(plain[start:end])
        for name in names(plain):
            rest = [w for w in name.words if not any(a <= w.start and w.end <= b + 2 for a, b in covered)]
            if rest and not _is_known(name, rest, plain, known):
                return self._missing(name.text)
        return self._body(plain, sources) or self._roles(plain, sources)

    def _roles(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What one did to another in the cited text, the other does to the one in the claim."""
        cited = [deed for source in sources for deed in deeds(source.text)]
        told = {(deed.agent, deed.verb) for deed in cited}
        for ours in deeds(claim):
            for theirs in cited if (ours.agent, ours.verb) not in told else ():
                if ours.verb == theirs.verb and ours.agent in theirs.others and theirs.agent in ours.others:
                    return Finding(Verdict.CONTRADICTED, "In the cited text it is the other way round.", self.name)
        return None

    def _body(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """A ministry, court or office of another kind than the cited one."""
        visible = " ".join(_visible(source) for source in sources)
        cited = [_head(m) for m in _BODY.finditer(visible)]
        stems = {stem(w.normal) for w in tokens(visible)}
        for match in _BODY.finditer(claim):
            kind, rivals = (
                stem(normal(match.group(1))),
                [m for m in _BODY.finditer(visible) if _head(m) == _head(match)],
            )
            if _head(match) in cited and kind not in stems and not _is_any(match.group(1)):
                reason = f'The cited text has "{rivals[0].group()}", not "{match.group()}".'
                return Finding(Verdict.CONTRADICTED, reason, self.name)
        return None

    def _missing(self, shown: str) -> Finding:
        return Finding(
            Verdict.UNSUPPORTED, f"{shown.removesuffix(chr(39) + 's')} is not named in the cited text.", self.name
        )


def _is_known(name: Name, rest: Sequence[Token], claim: str, known: Sequence[_Known]) -> bool:
    """Whether the texts have the words of a name, its acronym, or a surname for the full name."""
    if any(_has_acronym_of(claim, name, k) for k in known):
        return True
    if all(any(_has_word(word, k, claim) for k in known) for word in rest):
        return True
    return len(name.words) == 2 and any(name.words[-1].normal in k.alone for k in known)


def _visible(source: Source) -> str:
    """The cited words, what stands above them, and what stands before them where they refer back."""
    speaker = source.speaker.name if source.speaker else ""
    opening = source.text.strip()[:1].lower() + source.text.strip()[1:]
    near = " ".join(re.split(r"(?<=[.!?])\s+", source.before.strip())[-_NEAR_SENTENCES:])
    before = near if _REFERS_BACK.search(opening) else ""
    return alike("\n".join((source.text, source.heading, source.title or "", speaker, source.publisher or "", before)))


@lru_cache(maxsize=1024)
def _known(text: str) -> _Known:
    words = tokens(text)
    found = frozenset(aliases()[m.group().lower()] for m in alias_pattern().finditer(text))
    cities = frozenset(seats()[m.group().lower()] for m in seat_pattern().finditer(text))
    return _Known(
        frozenset(stem(w.normal) for w in words),
        found,
        cities,
        " " + " ".join(w.normal[0] for w in words if w.normal and w.normal not in _SMALL).replace(" ", "") + " ",
        frozenset(w.text.replace(".", "") for w in words if w.text.isupper() and len(w.text) > 1),
        frozenset(n.words[0].normal for n in names(text) if len(n.words) == 1),
    )


def _has_place(shown: str, known: _Known, before: str) -> bool:
    """A place by any of its names; its capital may stand for its government."""
    named = aliases()[shown.lower()]
    if named in known.places or named in known.seats:
        return True
    parts = [stem(normal(w)) for w in shown.split() if w.lower() not in _SMALL]
    if not before.strip() and not shown.isupper() and parts[0] in known.stems:
        return True
    return _is_short_form(named) and parts[-1] in known.stems and not _confused(named, known)


def _is_short_form(named: str) -> bool:
    """Bodies that are called by their last word once they are known: "the Commission"."""
    return named in ("European Commission", "European Parliament", "Council of the European Union")


def _confused(named: str, known: _Known) -> bool:
    return named == "Council of the European Union" and bool(known.places & {"Council of Europe", "European Council"})


def _has_word(word: Token, known: _Known, claim: str) -> bool:
    shown = alike(word.text).removesuffix("'s").removesuffix("'")
    if shown.isupper() and len(shown.replace(".", "")) > 1 and shown.lower() not in CURRENCIES:
        return _has_acronym(shown.replace(".", ""), known)
    if stem(word.normal) in known.stems or word.normal in CURRENCIES:
        return True
    city = seats().get(word.normal)
    if city and not re.search(r"\b(?:in|at|from|to|near|outside)\s+$", claim[: word.start]):
        return city in known.places
    return stem(word.normal) in _TEXTS and bool(known.stems & _TEXTS)


def _has_acronym(shown: str, known: _Known) -> bool:
    if shown in known.acronyms or stem(shown.lower()) in known.stems:
        return True
    return len(shown) > 1 and shown.lower() in known.initials


def _has_acronym_of(claim: str, name: Name, known: _Known) -> bool:
    """Whether the cited text has the acronym of a long name: the initials from its first word on."""
    rest = [w for w in tokens(claim) if w.start >= name.start][:9]
    letters = ""
    for word in rest:
        if word.normal in _SMALL:
            continue
        letters += word.text[0].upper()
        if word.end >= name.end and letters in known.acronyms and len(letters) > 1:
            return True
    return False


def _head(match: re.Match[str]) -> str:
    return match.group(2)[:6]


def _is_any(word: str) -> bool:
    return word in FUNCTION_WORDS or bool(_ANY_BODY.match(word))
