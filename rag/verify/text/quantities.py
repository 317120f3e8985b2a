"""Quantities of a text: a number with what it counts, its unit and its bound; and numbers that only name ("Article 5")."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from rag.verify.text.bounds import Bound, bound_of
from rag.verify.text.dates import dates
from rag.verify.text.numerals import Numeral, numerals
from rag.verify.text.tokens import alike, tokens
from rag.verify.text.units import CURRENCIES, unit_of

LABELS = frozenset(
    "article art section sec annex chapter title recital paragraph para clause point principle pillar rule order resolution no number "
    "regulation directive decree phase stage level tier category class step part option page table figure fig version law act round track "
    "appendix schedule item question group module priority".split()
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ROMAN_AFTER = re.compile(r"\b(" + "|".join(LABELS) + r")s?\.? ([IVXL]+)\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(" + "|".join(LABELS) + r")s?\.?\s*(?:#|no\.?\s*|\(\w{1,4}\)\s*|\w{2,10}[./])?\(?$", re.IGNORECASE
)
_CURRENCY_BEFORE = re.compile(r"(?:(?:\b(?:US|A|C|HK|CA|AU))?\$|[€£¥]|\b(?:EUR|USD|GBP|CNY|RMB|JPY|KRW|INR|CHF)\b)\s?$")
_CURRENCY_AFTER = re.compile(
    r"^[\s-]?(?:US |American |Canadian )?(" + "|".join(w for w in CURRENCIES if w.isalpha()) + r")\b", re.IGNORECASE
)
_PERCENT = re.compile(r"^(?:\s?%|[\s-]?per ?cent(?!age point)\b|[\s-]?pct\b)", re.IGNORECASE)
_POINTS = re.compile(r"^[\s-](?:percentage )points?\b", re.IGNORECASE)
_FACTORS = {
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twice": 2, "twofold": 2, "triple": 3, "tripled": 3, "triples": 3,
    "tripling": 3, "thrice": 3, "threefold": 3, "quadruple": 4, "quadrupled": 4, "fourfold": 4, "fivefold": 5, "tenfold": 10,
    "halved": 2, "halve": 2, "halves": 2, "halving": 2, "treble": 3, "trebled": 3,
}  # fmt: skip
_VAGUE = {
    "dozens": (24, 200),
    "hundreds": (150, 2000),
    "thousands": (1500, 10**6),
    "millions": (2 * 10**6, 10**9),
    "billions": (2 * 10**9, 10**12),
}
_RATE = re.compile(
    r"\b(?:an?|per|each|every)\s(second|minute|hour|day|week|month|quarter|year)\b(?!\s(?:after|later|ago|before|earlier|old|long|and|of|since|in which|when))"
    r"|\b(hourly|daily|weekly|monthly|quarterly|yearly|annual|annually)\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\b(?!(?:[QqHh][1-4]|FY\d*)\b)(?:[A-Za-z]{1,12}-?\d+(?:[.-]\d+)*[A-Za-z]{0,3}\d*|\d+[A-Za-z]\d+\w*|[A-Z]+/\w+(?:/\w+)*|\d{2,4}/\d{2,5})\b"
)
_RATE_UNITS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at `text[start:end]`.

    `kind`: "count", "share" (of a whole; 1 is all of it), "points", "money", "unit", "rank" (ordinals), "times", "name" (a label),
    "rate" (per year), or "vague" (dozens). `unit`: the currency, dimension, label or unit of time. `nouns`: the stems that follow.
    `is_adverb`: a rank of another number ("the first six months").
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


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in order. What belongs to a date is left to the dates."""
    plain = alike(text)
    taken = [(mention.start, mention.end) for mention in dates(plain)]
    numbers = [n for n in numerals(plain) if not any(a < n.end and n.start < b for a, b in taken)]
    read = [_quantity(plain, number) for number in numbers]
    found = _share_units(plain, [q for q in read if q is not None]) + _words(plain) + _romans(plain)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _quantity(text: str, number: Numeral) -> Quantity | None:
    before, after = text[: number.start], text[number.end :]
    if _in_name(before, after, number):
        return None
    kind, value, unit, end = _kind(before, after, number)
    currency = _CURRENCY_BEFORE.search(before)
    start = currency.start() if currency else number.start
    bound = Bound.EXACT if kind in ("name", "rank") else bound_of(text[:start], text[end:])
    nouns = _nouns(text, end) if kind in ("count", "rank") else ()
    is_adverb = kind == "rank" and bool(numerals(after[:16]) and numerals(after[:16])[0].start == 1)
    return Quantity(start, end, text[start:end], kind, value, unit, bound, nouns, number.is_words, is_adverb)


def _in_name(before: str, after: str, number: Numeral) -> bool:
    """Digits glued to letters or to other numbers by a hyphen or slash ("GPT-4", "78/311"), the "one" of "no one"."""
    if not number.is_words and (re.search(r"[A-Za-z][-/.]?$", before) and not before.endswith(" ")):
        return not _CURRENCY_BEFORE.search(before)
    if re.search(r"\d/$", before) or re.match(r"/\d", after):
        return True
    return (
        bool(re.search(r"\b(?:no|any|every|some|the|this|that|each|another|which)[ -]$", before, re.IGNORECASE))
        and number.value == 1
        and number.form == "cardinal"
    )


def _kind(before: str, after: str, number: Numeral) -> tuple[str, Fraction, str, int]:
    if number.form == "ordinal" and not re.match(r"-(?:to|from)-last|[ -]to[ -]last", after):
        return "rank", number.value, "", number.end
    label = _LABEL.search(before)
    if label and number.form == "cardinal" and not re.match(r"\s?%", after):
        return "name", number.value, label.group(1).lower(), number.end
    if number.form == "part":
        return _part(after, number)
    if found := _PERCENT.match(after):
        return "share", number.value / 100, "", number.end + found.end()
    if found := _POINTS.match(after):
        return "points", number.value, "", number.end + found.end()
    if found := _CURRENCY_BEFORE.search(before):
        return "money", number.value, CURRENCIES.get(found.group().strip().lower(), found.group().strip()), number.end
    if found := _CURRENCY_AFTER.match(after):
        return "money", number.value, CURRENCIES[found.group(1).lower()], number.end + found.end()
    return _measured(after, number)


def _part(after: str, number: Numeral) -> tuple[str, Fraction, str, int]:
    found = re.match(r"[ -](?:(?:of )?an? )?(day|hour|year|century|decade|month)\b", after)
    unit = unit_of(found.group(1)) if found else None
    if found and unit:
        return "unit", number.value * unit[1], unit[0], number.end + found.end()
    return "share", number.value, "", number.end


def _measured(after: str, number: Numeral) -> tuple[str, Fraction, str, int]:
    if found := re.match(r"[\s-](?:fold|times)\b", after):
        return "times", number.value, "", number.end + found.end()
    word = re.match(
        r"[\s-]?(?:(?:integer|full|more|calendar|consecutive|working|business|additional|further|long|short|floating[- ]point|integer or floating[- ]point)[\s-]){0,2}([A-Za-z]+)",
        after,
    )
    unit = unit_of(word.group(1)) if word else None
    if word and unit:
        return "unit", number.value * unit[1], unit[0], number.end + word.end()
    return "count", number.value, "", number.end


def _nouns(text: str, end: int) -> tuple[str, ...]:
    """The stems of the content words that follow, up to the next mark or number: what is counted."""
    stretch = re.split(
        r"[,;:.()\"–]|\b(?:and|or|to|by|from|in|on|for|with|that|which|who|whose|as|at|is|are|was|were|has|have|had)\b|\d",
        text[end : end + 60],
    )[0]
    return tuple(token.stem for token in tokens(stretch) if token.is_content or token.normal.startswith("other"))[:4]


def _share_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """ "5 to 10 percent", "between 10 and 20 million euro": the first of a range has scale and unit of the second."""
    return [_like(q, later, text) for q, later in itertools.pairwise(found)] + found[-1:]


def _like(quantity: Quantity, later: Quantity, text: str) -> Quantity:
    if quantity.kind != "count" or later.kind in ("rank", "name"):
        return quantity
    link = text[quantity.end : later.start]
    is_range = re.fullmatch(r"\s?(?:to|–|-|or)\s?(?:[$€£¥])?", link)
    if not is_range and not (link == " and " and re.search(r"\bbetween $", text[: quantity.start])):
        return quantity
    number = numerals(later.text)[0] if numerals(later.text) else None
    if number is None or not number.value or numerals(quantity.text)[0].scale > 1:
        return quantity
    factor = later.value / number.value * number.scale
    return replace(quantity, kind=later.kind, unit=later.unit, value=quantity.value * factor, nouns=later.nouns)


def _words(text: str) -> list[Quantity]:
    """Multiples, vague counts, rates and "both", which have no numeral."""
    found: list[Quantity] = []
    for token in tokens(text):
        word = token.text.lower()
        if word in _FACTORS:
            found.append(Quantity(token.start, token.end, token.text, "times", Fraction(_FACTORS[word]), is_words=True))
        elif word in _VAGUE:
            found.append(
                Quantity(token.start, token.end, token.text, "vague", Fraction(_VAGUE[word][0]), word, is_words=True)
            )
        elif word == "both":
            found.append(Quantity(token.start, token.end, token.text, "both", Fraction(2), is_words=True))
    for match in re.finditer(r"\bfirst (day|week|month|year|decade)\b", text):
        dimension, value = unit_of(match.group(1)) or ("", Fraction(1))
        found.append(Quantity(match.start(), match.end(), match.group(), "unit", value, dimension, is_words=True))
    for match in _RATE.finditer(text):
        unit = (match.group(1) or _RATE_UNITS.get(match.group(2).lower(), "year")).lower()
        found.append(Quantity(match.start(), match.end(), match.group(), "rate", Fraction(1), unit, is_words=True))
    return found


def _romans(text: str) -> list[Quantity]:
    """ "Annex III", "Chapter V"."""
    found = []
    for match in _ROMAN_AFTER.finditer(text):
        digits = [_ROMAN[c] for c in match.group(2).upper()]
        value = sum(-d if any(d < later for later in digits[i + 1 : i + 2]) else d for i, d in enumerate(digits))
        if match.group(2).isupper():
            found.append(
                Quantity(match.start(2), match.end(2), match.group(2), "name", Fraction(value), match.group(1).lower())
            )
    return found


def vague_range(quantity: Quantity) -> tuple[int, int]:
    """The counts that a vague one ("dozens") can stand for."""
    return _VAGUE[quantity.unit]


def codes(text: str) -> dict[str, str]:
    """Names with digits in them ("GPT-4", "H20", "78/311", "2024/1689"): how to compare them, and how they stand."""
    return {re.sub(r"[-\s.]", "", m.group().lower()): m.group() for m in _CODE.finditer(alike(text))}
