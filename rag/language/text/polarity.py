"""What denies in a text, and what it denies there."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.words import stem
from rag.language.text.clauses import STRONG_BREAK, clause_of
from rag.language.text.denial_words import (
    ATTITUDES,
    JUDGEMENTS,
    NO_DENIAL,
    NOUN_DENIALS,
    PHRASES,
    Strength,
    reach_of,
    strength_of,
)
from rag.language.text.opposites import DENYING_PREFIX
from rag.language.tokens import Token, alike, tokens

_LIST = re.compile(r",(?: [\w'-]+){1,6}?,? or(?: [\w'-]+){1,5}")
_PHRASE_REACH = 7
_NOR_REACH = 60


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that denies, at `text[start:end]`, and the clause it stands in.

    `word` is the normal form of the word that says the same, `stem` its stem; it denies at most `ahead` words after it and `back` words before it.
    """

    start: int
    end: int
    text: str
    strength: Strength
    clause: tuple[int, int]
    stem: str
    word: str
    ahead: int
    back: int

    @property
    def denies_by_itself(self) -> bool:
        """Whether a text that leaves it out says the opposite: "not", "refused"; not "dropped"."""
        return self.strength is Strength.HARD or self.stem in ATTITUDES

    @property
    def is_judgement(self) -> bool:
        """Whether it is one's view of a thing, which need not be told with such a word: "dismissed", not "refused"."""
        return self.stem in JUDGEMENTS

    @property
    def denies_nouns(self) -> bool:
        """Whether nouns follow it, so that what it denies stands further on: "no", "none of", "without"; not "not"."""
        return self.text.lower() in NOUN_DENIALS


@lru_cache(maxsize=4096)
def cues(text: str) -> tuple[Cue, ...]:
    """What denies in a text, in order; a phrase counts once."""
    plain = alike(text)
    harmless = [m.span() for m in NO_DENIAL.finditer(plain)]
    words = [_word(plain, token) for token in tokens(plain) if not any(a <= token.start < b for a, b in harmless)]
    found = [cue for cue in words if cue is not None] + _phrases(plain)
    found = [cue for cue in found if not (cue.word == "nor" and _goes_on(cue, found))]
    whole = [cue for cue in found if not any(o.start <= cue.start and cue.end <= o.end and o is not cue for o in found)]
    return tuple(sorted(whole, key=lambda cue: cue.start))


def _goes_on(nor: Cue, found: Sequence[Cue]) -> bool:
    """Whether "nor" goes on with a denial shortly before it: "neither bread nor salt" denies once."""
    return any(cue.strength is Strength.HARD and 0 < nor.start - cue.start <= _NOR_REACH for cue in found)


def _word(text: str, token: Token) -> Cue | None:
    strength = strength_of(token)
    if strength is None or _is_in_name(text, token):
        return None
    ahead, back = reach_of(token, strength)
    clause = clause_of(text, token.start)
    return Cue(token.start, token.end, token.text, strength, clause, token.stem, token.normal, ahead, back)


def _is_in_name(text: str, token: Token) -> bool:
    """Whether a word is part of a title or name: "Never" in the middle of "I Will Never Row Again"."""
    before, after = text[: token.start].rstrip(), text[token.end :]
    opens = not before or before[-1] in ".!?:;\"'("
    return token.is_capitalised and not opens and bool(re.match(r" [A-Z]", after))


def _phrases(text: str) -> list[Cue]:
    return [
        Cue(
            match.start(),
            match.end(),
            match.group(),
            Strength.REVERSING,
            clause_of(text, match.start()),
            stem(same),
            same,
            _PHRASE_REACH,
            _PHRASE_REACH if back else 0,
        )
        for pattern, same, back in PHRASES
        for match in pattern.finditer(text)
    ]


def unpaired(text: str, found: Sequence[Cue]) -> list[Cue]:
    """The cues without those that undo each other: a hard word right before a reversing one ("did not refuse")."""
    undone: set[int] = set()
    for i, (cue, following) in enumerate(itertools.pairwise(found)):
        between = text[cue.end : following.start]
        if (
            cue.strength is Strength.HARD
            and (following.strength is Strength.REVERSING or DENYING_PREFIX.search(following.word))
            and re.fullmatch(r"(?:\s\w+){0,2}\s", between)
        ):
            undone |= {i, i + 1}
    return [cue for i, cue in enumerate(found) if i not in undone]


def scope(text: str, cue: Cue, most: int = 4) -> tuple[Token, ...]:
    """The content words that a cue denies: those after it in its clause up to the next such word or "and"; else those before.

    A list goes on to its last member: "cannot fund, create or bind".
    """
    end = _end_of_scope(text, cue)
    after = [t for t in tokens(text) if cue.end <= t.start < end and t.is_content]
    before = [t for t in tokens(text) if cue.clause[0] <= t.start and t.end <= cue.start and t.is_content]
    return tuple(after[: most if end <= cue.clause[1] else 3 * most]) or tuple(before[-most:])


def _end_of_scope(text: str, cue: Cue) -> int:
    following = next((c.start for c in cues(text) if c.start >= cue.end and c.strength is Strength.HARD), len(text))
    listed = _LIST.match(text[cue.clause[1] :])
    conjunction = re.search(r"\band\b", text[cue.end : cue.clause[1]])
    if listed:
        return min(following, cue.clause[1] + listed.end())
    return min(following, cue.end + conjunction.start() if conjunction else cue.clause[1])


def is_denied(text: str, start: int, by: Sequence[Cue]) -> bool:
    """Whether one of these cues stands in the clause of a position, or reaches over a list to it."""
    return any(_reaches(text, cue, start) for cue in by)


def _reaches(text: str, cue: Cue, start: int) -> bool:
    ahead = start >= cue.end
    between = text[cue.end : start] if ahead else text[start : cue.start]
    if cue.strength is Strength.REVERSING and cue.clause[0] <= start < cue.clause[1]:
        return True
    if STRONG_BREAK.search(between) or (not ahead and re.search(r"\b(?:that|who|which)\b", between)):
        return False
    return len(between.split()) <= (cue.ahead if ahead else cue.back)
