"""The quantities of a text, and the numbers in it that only name ("Article 5")."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from functools import lru_cache

from rag.language.text.bounds import Bound, bound_of, is_denied, is_extent, is_limit, is_reference
from rag.language.text.dates import dates
from rag.language.text.multiples import romans, wordy
from rag.language.text.numerals import Numeral, numerals
from rag.language.text.proportions import halves_of_units, proportions
from rag.language.text.quantity import Quantity
from rag.language.text.quantity_kinds import CURRENCY_BEFORE, is_no_quantity, kind_of, quarters
from rag.language.tokens import alike, tokens

_END_OF_NOUN = re.compile(
    r"[,;:.()\"–]|\b(?:and|or|to|by|from|in|on|for|with|that|which|who|whose|as|at|is|are|was|were|has|have|had)\b|\d"
)


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order. What belongs to a date is left to the dates."""
    plain = alike(text)
    taken = [(mention.start, mention.end) for mention in dates(plain)]
    numbers = [n for n in numerals(plain) if not any(a < n.end and n.start < b for a, b in taken)]
    read = [_quantity(plain, number) for number in numbers]
    told = _share_units(plain, [q for q in read if q is not None])
    whole = halves_of_units(plain)
    told = [q for q in told if not any(w.start <= q.start < w.end for w in whole)]
    spoken = [replace(q, nouns=_nouns(plain, q.end)) if q.kind == "vague" else q for q in wordy(plain)]
    found = told + whole + proportions(plain, told) + spoken + romans(plain)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _quantity(text: str, number: Numeral) -> Quantity | None:
    before, after = text[: number.start], text[number.end :]
    if is_no_quantity(before, after, number):
        return None
    shown = text[number.start : number.end]
    kind, value, unit, end = quarters(after, shown, number) or kind_of(before, after, number)
    currency = CURRENCY_BEFORE.search(before)
    start = currency.start() if currency else number.start
    bound = Bound.EXACT if kind in ("name", "rank") else bound_of(text[:start], text[end:])
    nouns = _nouns(text, end) if kind in ("count", "rank") else ()
    is_adverb = kind == "rank" and bool(numerals(after[:16]) and numerals(after[:16])[0].start == 1)
    compared, denied = is_reference(text[:start]), is_denied(text[:start], text[end:])
    extent = kind == "unit" and is_extent(text[:start])
    limit = is_limit(text[:start], text[end:])
    return Quantity(
        start,
        end,
        text[start:end],
        kind,
        value,
        unit,
        bound,
        nouns,
        number.is_words,
        is_adverb,
        compared,
        denied,
        extent,
        is_limit=limit,
    )


def _nouns(text: str, end: int) -> tuple[str, ...]:
    """The stems of the content words that follow, up to the next mark or number: what is counted."""
    stretch = _END_OF_NOUN.split(text[end : end + 60])[0]
    return tuple(token.stem for token in tokens(stretch) if token.is_content or token.normal.startswith("other"))[:4]


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "5 to 10 percent", "between 10 and 20 million euro": the first of a range has scale and unit of the second."""
    return [_like(q, later, text) for q, later in itertools.pairwise(found)] + found[-1:]


def _like(quantity: Quantity, later: Quantity, text: str) -> Quantity:
    if quantity.kind not in ("count", "money") or later.kind in ("rank", "name"):
        return quantity
    link = text[quantity.end : later.start]
    is_range = re.fullmatch(r"\s?(?:to|–|-|or)\s?(?:[$€£¥])?", link)
    if not is_range and not (link == " and " and re.search(r"\bbetween $", text[: quantity.start])):
        return quantity
    number = numerals(later.text)[0] if numerals(later.text) else None
    if number is None or not number.value or numerals(quantity.text)[0].scale > 1:
        return quantity
    factor = later.value / number.value * number.scale
    if quantity.kind == "money":  # "£2-3bn"
        return replace(quantity, value=quantity.value * number.scale)
    return replace(quantity, kind=later.kind, unit=later.unit, value=quantity.value * factor, nouns=later.nouns)
