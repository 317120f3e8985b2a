"""Which words are of opposite meaning, by the rows of the word list and by prefixes that deny."""

from __future__ import annotations

import re
from functools import lru_cache

from index.words import stem
from rag.language.text.antonyms import AFFIRMED, COMPARED
from rag.language.text.word_forms import forms_of
from rag.language.tokens import normal

# The rows from this one on compare; those before it affirm and deny.
FIRST_DEGREE_ROW = len(AFFIRMED.strip().splitlines())

_PREFIXES = ("un", "non", "in", "im", "ir", "il", "dis")
DENYING_PREFIX = re.compile(
    r"^non[a-z]{3,}|^un(?!der|ion|it|til|less|iv|iq|if|ear)[a-z]{3,}"
    r"|^(?:in|im|ir|il)(?:[a-z]{3,}[ai]ble|adequate|sufficient|complete|consistent|effective|accurate|secure|active|formal|eligible|"
    r"correct|appropriate|direct|valid|legal|legitimate|regular|relevant|proper|mature|perfect)(?:ly)?$"
    r"|^dis(?:approv|agree|allow|regard|satisf|trust|qualif|honest|favor|like|advantage|prove|continu|appear|appoint|incentiv)\w*"
)


@lru_cache(maxsize=1)
def _poles() -> dict[str, tuple[tuple[int, int], ...]]:
    """Normal form -> the rows and poles (0 or 1) in which it stands."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for row, line in enumerate([*AFFIRMED.strip().splitlines(), *COMPARED.strip().splitlines()]):
        for pole, words in enumerate(line.split("|")):
            for form in {normal(form) for word in words.split() for form in _forms(word)}:
                found[form] = (*found.get(form, ()), (row, pole))
    return found


def _forms(word: str) -> frozenset[str]:
    return frozenset({word[1:]}) if word.startswith("=") else forms_of(word)


def poles(word: str) -> tuple[tuple[int, int], ...]:
    """The rows of opposites in which a normal form stands, each with its pole."""
    return _poles().get(word, ())


@lru_cache(maxsize=50_000)
def opposite_rows(one: str, other: str) -> frozenset[int]:
    """The rows in which two normal forms stand at opposite poles; none where they share a pole anywhere."""
    ours, theirs = set(poles(one)), set(poles(other))
    if ours & theirs:
        return frozenset()
    return frozenset(row for row, pole in ours if (row, 1 - pole) in theirs)


def are_opposite(one: str, other: str) -> bool:
    """Whether two normal forms stand at opposite poles of a row and at no common pole."""
    return bool(opposite_rows(one, other))


def unprefixed(word: str) -> tuple[str, ...]:
    """What may be left of a word without a prefix that denies."""
    return tuple(word.removeprefix(p) for p in _PREFIXES if word.startswith(p) and len(word) >= len(p) + 4)


def is_negated_form(one: str, other: str) -> bool:
    """Whether one word is the other with a prefix that denies: "unfair", "non-binding", "disapprove"."""
    if {one.removesuffix("less"), one.removesuffix("free")} & {other} or {
        other.removesuffix("less"),
        other.removesuffix("free"),
    } & {one}:
        return one != other
    return (other in unprefixed(one) and bool(DENYING_PREFIX.search(one))) or (
        one in unprefixed(other) and bool(DENYING_PREFIX.search(other))
    )


def are_alike(one: str, other: str) -> bool:
    """Whether two normal forms are the same word or stand at the same pole of a row."""
    return stem(one) == stem(other) or bool(set(poles(one)) & set(poles(other)))
