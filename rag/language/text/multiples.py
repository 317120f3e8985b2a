"""Quantities without a numeral: "doubled", "dozens", "a year", "both"; and numerals of other kinds: "Annex III", "GPT-4"."""

from __future__ import annotations

import re
from fractions import Fraction

from rag.language.text.bounds import bound_of
from rag.language.text.dates import dates
from rag.language.text.quantity import Quantity
from rag.language.text.quantity_kinds import LABELS
from rag.language.text.units import unit_of
from rag.language.tokens import Token, alike, tokens

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
    r"\b(?!(?:[QqHh][1-4]|FY\d*)\b)(?:[A-Za-z]{1,12}-?\d+(?:[.-]\d+)*[A-Za-z]{0,3}\d*|\d+[A-Za-z]\d+\w*|\d{3,}[A-Z](?= [a-z]{3})|[A-Z]+/\w+(?:/\w+)*|\d{2,4}/\d{2,5})\b"
)
_RATE_UNITS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ONE_UNIT = re.compile(
    r"\ban? (minute|day|week|fortnight|month|year|decade|century) "
    r"(?:ahead|before|after|later|earlier|ago|prior|apart|sooner)\b"
)
_ROMAN_AFTER = re.compile(r"\b(" + "|".join(LABELS) + r")s?\.? ([IVXL]+)\b", re.IGNORECASE)
_FIRST_UNIT = re.compile(r"\bfirst (day|week|month|year|decade)\b")


def wordy(text: str) -> list[Quantity]:
    """Multiples, vague counts, rates and "both", in no order."""
    return [*_told(text), *_first_units(text), *_one_units(text), *_rates(text)]


def _told(text: str) -> list[Quantity]:
    found = []
    for token in tokens(text):
        word = token.text.lower()
        if word in _FACTORS:
            found.append(_factor(text, token))
        elif word in _VAGUE:
            least = Fraction(_VAGUE[word][0])
            found.append(Quantity(token.start, token.end, token.text, "vague", least, word, is_words=True))
        elif word == "both":
            found.append(Quantity(token.start, token.end, token.text, "both", Fraction(2), is_words=True))
    return found


def _factor(text: str, token: Token) -> Quantity:
    """ "Doubled", with the bound of "more than doubled"."""
    bound = bound_of(text[: token.start], "")
    value = Fraction(_FACTORS[token.text.lower()])
    return Quantity(token.start, token.end, token.text, "times", value, bound=bound, is_words=True)


def _first_units(text: str) -> list[Quantity]:
    """ "The first year" is one year."""
    found = []
    for match in _FIRST_UNIT.finditer(text):
        dimension, value = unit_of(match.group(1)) or ("", Fraction(1))
        found.append(Quantity(match.start(), match.end(), match.group(), "unit", value, dimension, is_words=True))
    return found


def _one_units(text: str) -> list[Quantity]:
    """ "A day ahead of" is one day."""
    found = []
    for match in _ONE_UNIT.finditer(text):
        dimension, value = unit_of(match.group(1)) or ("", Fraction(1))
        start, end = match.start(), match.end(1)
        found.append(Quantity(start, end, text[start:end], "unit", value, dimension, is_words=True, is_passing=True))
    return found


def _rates(text: str) -> list[Quantity]:
    found = []
    for match in _RATE.finditer(text):
        unit = (match.group(1) or _RATE_UNITS.get(match.group(2).lower(), "year")).lower()
        found.append(Quantity(match.start(), match.end(), match.group(), "rate", Fraction(1), unit, is_words=True))
    return found


def romans(text: str) -> list[Quantity]:
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


def codes(text: str) -> dict[str, re.Pattern[str]]:
    """Names with digits in them ("GPT-4", "H20", "78/311") as they stand, each with what finds it however it is spaced."""
    plain = alike(text)
    dated = [(mention.start, mention.end) for mention in dates(plain)]
    found = (m for m in _CODE.finditer(plain) if not any(a < m.end() and m.start() < b for a, b in dated))
    return {m.group(): _code_pattern(m.group()) for m in found}


def _code_pattern(code: str) -> re.Pattern[str]:
    parts = re.findall(r"[a-z]+|\d+|/", code.lower())
    return re.compile(r"(?<![a-z\d])" + r"[-\s.]?".join(map(re.escape, parts)) + r"(?!\d)", re.IGNORECASE)
