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
from rag.language.text.polarity_items import denies_any
from rag.language.text.terms import terms
from rag.language.tokens import Token, content_stems, tokens

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

    A word that both sides have, or in other words ("ban", "forbid"), denies nothing that the other side affirms; a hard one ("not") still does.
    """

    def __init__(self, text: str, pairs: Sequence[tuple[Cue, Cue]], other: str) -> None:
        self.text = text
        self.words = tokens(text)
        self.terms = terms(text)
        self.stems = content_stems(text)
        answered = {cue for cue, _ in pairs}
        self.hints = [w for w in hints(text) if not any(cue.start <= w.start < cue.end for cue in answered)]
        soft = [pair for pair in pairs if Strength.HARD not in (pair[0].strength, pair[1].strength)]
        shared = {cue for cue, answer in soft if are_alike(cue.word, answer.word)}
        shared -= {cue for cue, answer in soft if denies_any(text, cue) and not denies_any(other, answer)}
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

    def has_initials(self, word: str) -> bool:
        """Whether words here have the letters of this one as their initials."""
        letters = [re.escape(letter) for letter in word if letter.isalpha()]
        return word.isupper() and bool(re.search(r"\b" + r"\w+ (?:of |the |and |for )*".join(letters), self.text))

    def says_alike(self, cue: Cue) -> bool:
        """Whether a word here means the same as a cue of the other side."""
        said = [word.normal for word in self.words] + [other.word for other in self.open]
        return any(are_alike(cue.word, other) for other in said)

    def is_plain(self) -> bool:
        """Whether nothing here denies that is not answered, or hints at it."""
        return not self.open and not self.hints

    def says(self, word: Token) -> bool:
        """Whether a word of the other side, or one that says the same, stands here."""
        return any(are_alike(word.normal, term.normal) for term in self.terms)

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
        sentences |= self._nearest(other)
        if any(self._is_elliptic(cue) for cue in self.open):
            return True
        parts = {part(self.text, place) for place in places} or sentences
        soft = [cue.start for cue in self.open if cue.strength is Strength.SOFT]
        soft += [word.start for word in self.hints if not other.says(word)]
        strong = [cue.start for cue in self.open if cue.strength is not Strength.SOFT]
        return _is_any_in(strong, sentences) or _is_any_in(soft, parts)

    def _nearest(self, other: Side) -> set[tuple[int, int]]:
        """The statement here that has most words in common with the other side."""
        parts = {_statement(self.text, word.start) for word in self.words}
        return {max(parts, key=lambda p: len(content_stems(self.text[p[0] : p[1]]) & other.stems))} if parts else set()

    def _is_elliptic(self, cue: Cue) -> bool:
        """Whether what a hard word denies stands in another clause: "where they do not"."""
        return cue.strength is Strength.HARD and not self.clause_stems(cue)

    def restates(self, other: Side, position: int) -> bool:
        """Whether the sentence of a position says much of what the other side says, or the other way round."""
        start, end = sentence_of(self.text, position)
        ours = content_stems(self.text[start:end])
        smaller = min(len(ours), len(other.stems))
        return len(ours & other.stems) >= max(min(2, smaller - 1), _RESTATED * smaller)


def _is_any_in(positions: Sequence[int], parts: Iterable[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in parts for position in positions)
