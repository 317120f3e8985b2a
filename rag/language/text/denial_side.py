"""One of two texts that are compared for what they deny."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence

from rag.language.text.clauses import sentence_of
from rag.language.text.denial_words import Strength
from rag.language.text.negative_hints import hints
from rag.language.text.opposites import are_alike
from rag.language.text.polarity import Cue, cues, is_denied, scope, unpaired
from rag.language.text.tokens import Token, content_stems, tokens

_RESTATED = 0.4
_MARK = re.compile(r"[;:](?=\s)")
Part = Callable[[str, int], tuple[int, int]]


def _statement(text: str, position: int) -> tuple[int, int]:
    """The part of a sentence around a position, between its colons and semicolons."""
    start, end = sentence_of(text, position)
    marks = [start, *(start + m.start() for m in _MARK.finditer(text[start:end])), end]
    return next(((a, b) for a, b in itertools.pairwise(marks) if a <= position < b), (start, end))


class Side:
    """One text, the cues that the other side does not answer (`open`), and those that can deny a word (`active`).

    A word that both sides share ("ban") denies nothing that the other side affirms; a hard one ("not") still does.
    """

    def __init__(self, text: str, pairs: Sequence[tuple[Cue, Cue]]) -> None:
        self.text = text
        self.words = tokens(text)
        self.stems = content_stems(text)
        answered = {cue for cue, _ in pairs}
        self.hints = [w for w in hints(text) if not any(cue.start <= w.start < cue.end for cue in answered)]
        shared = {cue for cue, other in pairs if cue.stem == other.stem and cue.strength is not Strength.HARD}
        self.open = unpaired(text, [cue for cue in cues(text) if cue not in answered])
        self.active = [cue for cue in cues(text) if cue in answered - shared] + self.open

    def places(self, word: Token) -> list[Token]:
        """Where a word of the other side stands here."""
        return [t for t in self.words if t.stem == word.stem]

    def denied(self, cue: Cue) -> tuple[Token, ...]:
        """The content words that a cue denies."""
        return scope(self.text, cue)

    def clause_stems(self, cue: Cue) -> frozenset[str]:
        """What the clause of a cue says besides it."""
        return content_stems(self.text[cue.clause[0] : cue.start]) | content_stems(self.text[cue.end : cue.clause[1]])

    def says_alike(self, cue: Cue) -> bool:
        """Whether a word here means the same as a cue of the other side."""
        stems = [word.stem for word in self.words] + [other.stem for other in self.open]
        return any(are_alike(cue.stem, other) for other in stems)

    def only_in(self, word: Token, cue: Cue) -> bool:
        """Whether a word stands in the sentence of a cue alone, or is denied elsewhere too."""
        start, end = sentence_of(self.text, cue.start)
        return all(start <= place.start < end or self.denies(place) for place in self.places(word))

    def denies(self, word: Token) -> bool:
        """Whether a cue reaches a word of this side."""
        return is_denied(self.text, word.start, self.active)

    def may_deny(self, words: Sequence[Token]) -> bool:
        """Whether a word of the other side is denied where it stands here."""
        return any(self.denies(place) for word in words for place in self.places(word))

    def hints_beyond(self, other: Side, near: Sequence[Token], part: Part = _statement) -> bool:
        """Whether this side may deny something in other words, near one of these words of the other side."""
        places = [place.start for word in near for place in self.places(word)]
        sentences = {_statement(self.text, place) for place in places} or {(0, len(self.text))}
        parts = {part(self.text, place) for place in places} or sentences
        soft = [cue.start for cue in self.open if cue.strength is Strength.SOFT]
        soft += [word.start for word in self.hints if not other.places(word)]
        strong = [cue.start for cue in self.open if cue.strength is not Strength.SOFT]
        return _is_any_in(strong, sentences) or _is_any_in(soft, parts)

    def restates(self, other: Side, position: int) -> bool:
        """Whether the sentence of a position says much of what the other side says, or the other way round."""
        start, end = sentence_of(self.text, position)
        ours = content_stems(self.text[start:end])
        smaller = min(len(ours), len(other.stems))
        return len(ours & other.stems) >= max(min(2, smaller - 1), _RESTATED * smaller)


def _is_any_in(positions: Sequence[int], parts: Iterable[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in parts for position in positions)
