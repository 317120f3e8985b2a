"""Names of a claim are in the cited text, or stand for what is: a surname, an acronym, "Chinese" for China."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.lexicon.people import TITLES
from rag.language.text.agents import deeds
from rag.language.text.bodies import other_body
from rag.language.text.known_names import KnownNames, has_acronym_of, has_place, has_word, known_names
from rag.language.text.names import Name, names
from rag.language.text.places import alias_pattern
from rag.language.text.tokens import Token, alike
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict

# A sentence that opens so leans on the ones before it: "It also", "In their statement", "The measures". Not "The Commission".
_REFERS_BACK = re.compile(
    r"^(?:\W*\w+\W+){0,5}?(?:he|she|it|they|him|her|them|his|its|their|this|these|those|such)\b|^\W*(?:the|that|both|another|each|one|some|most) [a-z]",
)
_NEAR_SENTENCES = 3
_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Names:
    """Objects to a name that neither the cited text has nor what it refers back to."""

    name: str = "names"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first name that is missing."""
        plain = alike(claim)
        known = [known_names(_visible(source)) for source in sources]
        covered = [m.span() for m in alias_pattern().finditer(plain)]
        for start, end in covered:
            if not any(has_place(plain[start:end], k, plain[:start]) for k in known):
                return self._missing(plain[start:end])
        for name in names(plain):
            words = [w for w in name.words if len(name.words) == 1 or w.normal not in TITLES]
            rest = [w for w in words if not any(a <= w.start and w.end <= b + 2 for a, b in covered)]
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


def _visible(source: Source) -> str:
    """The cited words, what stands above them, and what stands before them where they refer back."""
    speaker = source.speaker.name if source.speaker else ""
    opening = source.text.strip()[:1].lower() + source.text.strip()[1:]
    near = " ".join(re.split(r"(?<=[.!?])\s+", source.before.strip())[-_NEAR_SENTENCES:])
    before = near if _REFERS_BACK.search(opening) else ""
    return alike("\n".join((source.text, source.heading, source.title or "", speaker, source.publisher or "", before)))
