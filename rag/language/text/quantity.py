"""`Quantity`: a number with what it counts, its unit and its bound."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from rag.language.text.bounds import Bound


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at `text[start:end]`.

    `kind`: "count", "share" (of a whole; 1 is all of it), "points", "money", "unit", "rank" (ordinals), "times", "name" (a label),
    "rate" (per year), or "vague" (dozens). `unit`: the currency, dimension, label or unit of time. `nouns`: the stems that follow.
    `is_adverb`: a rank of another number ("the first six months"). `is_reference`: something is compared to it. `is_denied`: its
    sentence denies something. `is_extent`: its "over" or "within" may only tell how far or how long something goes.
    `is_passing`: it is an article ("a day ahead of"), so that it counts only against another number of its kind.
    `is_limit`: its sentence speaks of a limit, so that it may be one without a word for a bound beside it.
    """

    start: int
    end: int
    text: str
    kind: str
    value: Fraction
    unit: str = ""
    bound: Bound = Bound.EXACT
    nouns: tuple[str, ...] = ()
    is_words: bool = False
    is_adverb: bool = False
    is_reference: bool = False
    is_denied: bool = False
    is_extent: bool = False
    is_passing: bool = False
    is_limit: bool = False

    @property
    def bounds(self) -> tuple[Bound, ...]:
        """The bounds that it can have: where something is denied, "more than three days" may mean "at most"."""
        return (self.bound, self.bound.complement) if self.is_denied else (self.bound,)
