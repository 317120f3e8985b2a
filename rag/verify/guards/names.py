"""Names of a claim are in the cited text, or stand for what is: a surname, an acronym, "Chinese" for China."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.lexicon.honorifics import HONORIFICS
from rag.language.text.agents import deeds
from rag.language.text.bodies import other_body
from rag.language.text.counterparts import exchanged
from rag.language.text.known_names import KnownNames, has_acronym_of, has_place, has_word, known_names
from rag.language.text.name_parts import broken_name
from rag.language.text.name_slots import displaced
from rag.language.text.names import Name, names
from rag.language.text.offices_held import other_holder
from rag.language.text.open_references import can_fill, leaves_open, leaves_person_open, refers_to_somebody
from rag.language.text.place_words import other_country
from rag.language.text.places import alias_pattern
from rag.language.text.units import unit_of
from rag.language.tokens import Token, alike
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict

# A sentence that opens so leans on the ones before it: "It also", "In their statement", "The measures". Not "The Commission".
# Without that, whoever acts or speaks in a claim must be named by the text itself.
_REFERS_BACK = re.compile(
    r"^(?:\W*\w+\W+){0,5}?(?:he|she|it|they|him|her|them|his|its|their|this|these|those|such)\b|^\W*(?:the|that|both|another|each|one|some|most) [a-z]",
)
_NEAR_SENTENCES = 3
_CALLING = re.compile(r"(?:er|or|ist|ian|man|woman|eer|smith|monger)$")
_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Names:
    """Objects to a name that neither the cited text has nor what it refers back to."""

    name: str = "names"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first name that is missing."""
        plain = alike(claim)
        known = [known_names(_visible(source)) for source in sources]
        here = [known_names(_visible(source, before=_refers_back(source))) for source in sources]
        covered = [m.span() for m in alias_pattern().finditer(plain)]
        for start, end in covered:
            if not any(has_place(plain[start:end], k, plain[:start]) for k in known):
                return self._missing(plain[start:end])
        fillable = sum(leaves_open(source.text, source.before) for source in sources)
        persons = sum(leaves_person_open(source.text, source.before) for source in sources)
        for name in names(plain):
            words = [w for w in name.words if len(name.words) == 1 or not _is_calling(w, name)]
            rest = [w for w in words if not any(a <= w.start and w.end <= b + 2 for a, b in covered)]
            there = here if can_fill(plain, name) else known
            if not rest or _is_known(name, rest, plain, there) or _is_unit(name, plain):
                continue
            if persons:
                persons -= 1
            elif fillable and can_fill(plain, name):
                fillable -= 1
            else:
                return self._missing(name.text)
        return self._body(plain, sources) or self._roles(plain, sources) or self._place(plain, sources)

    def _roles(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What one did to another in the cited text, the other does to the one in the claim."""
        cited = [deed for source in sources for deed in deeds(source.text)]
        told = {(deed.agent, deed.verb) for deed in cited}
        for ours in deeds(claim):
            for theirs in cited if (ours.agent, ours.verb) not in told else ():
                if ours.verb == theirs.verb and ours.agent in theirs.others and theirs.agent in ours.others:
                    return Finding(Verdict.CONTRADICTED, "In the cited text it is the other way round.", self.name)
        return None

    def _place(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """A name where the cited text has another: in its place, or behind its first word."""
        texts = [alike(source.text) for source in sources]
        visible = "\n".join(_visible(source) for source in sources)
        pair = (
            displaced(claim, texts)
            or broken_name(claim, visible)
            or exchanged(claim, texts, visible)
            or other_holder(claim, visible)
            or other_country(claim, texts)
        )
        if pair is None:
            return None
        shown, other = (name.removesuffix(_POSSESSIVE) for name in pair)
        return Finding(Verdict.CONTRADICTED, f'The cited text has "{other}" there, not "{shown}".', self.name)

    def _body(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """A ministry, court or office of another kind than the cited one."""
        pair = other_body(claim, " ".join(_visible(source) for source in sources))
        if pair is None:
            return None
        return Finding(Verdict.CONTRADICTED, f'The cited text has "{pair[1]}", not "{pair[0]}".', self.name)

    def _missing(self, shown: str) -> Finding:
        reason = f"{alike(shown).removesuffix(_POSSESSIVE)} is not named in the cited text."
        return Finding(Verdict.UNSUPPORTED, reason, self.name)


def _is_known(name: Name, rest: Sequence[Token], claim: str, known: Sequence[KnownNames]) -> bool:
    """Whether the texts have the words of a name, its acronym, or a surname for the full name."""
    if any(has_acronym_of(claim, name, k) for k in known):
        return True
    if all(any(has_word(word, k, claim) for k in known) for word in rest):
        return True
    return len(name.words) == 2 and any(name.words[-1].normal in k.alone for k in known)


def _is_calling(word: Token, name: Name) -> bool:
    """A title, or the word for what somebody does that opens a sentence before the name: "Baker Ada Lund"."""
    opens = not name.is_certain and word == name.words[0]
    return word.normal in HONORIFICS or (opens and len(name.words) > 2 and bool(_CALLING.search(word.normal)))


def _is_unit(name: Name, claim: str) -> bool:
    """The symbol of a unit behind a number: "120 MHz"."""
    return unit_of(name.text) is not None and bool(re.search(r"\d[ -]?$", claim[: name.start]))


def _refers_back(source: Source) -> bool:
    opening = source.text.strip()[:1].lower() + source.text.strip()[1:]
    return bool(_REFERS_BACK.search(opening)) or refers_to_somebody(source.text)


def _visible(source: Source, before: bool = True) -> str:
    """The cited words, what stands above and before them, and what is known of their document."""
    speaker = source.speaker.name if source.speaker else ""
    near = " ".join(re.split(r"(?<=[.!?])\s+", source.before.strip())[-_NEAR_SENTENCES:])
    author = source.author or ""
    around = (source.heading, source.title or "", speaker, author, source.publisher or "", near if before else "")
    return alike("\n".join((source.text, *around)))
