"""What kind of quantity a numeral is, by the words around it: a share, money, a measure, a rank, a label or a count."""

from __future__ import annotations

import re
from fractions import Fraction

from rag.language.text.numerals import Numeral
from rag.language.text.units import CURRENCIES, unit_of

LABELS = frozenset(
    "article art section sec annex chapter title recital paragraph para clause point principle pillar rule order resolution no number "
    "regulation directive decree phase stage level tier category class step part option page table figure fig version law act round track "
    "appendix schedule item question group module priority".split()
)
_LABEL = re.compile(
    r"\b(" + "|".join(LABELS) + r")s?\.?\s*(?:#|no\.?\s*|\(\w{1,4}\)\s*|\w{2,10}[./])?\(?$", re.IGNORECASE
)
CURRENCY_BEFORE = re.compile(r"(?:(?:\b(?:US|A|C|HK|CA|AU))?\$|[€£¥]|\b(?:EUR|USD|GBP|CNY|RMB|JPY|KRW|INR|CHF)\b)\s?$")
_CURRENCY_AFTER = re.compile(
    r"^[\s-]?(?:US |American |Canadian )?(" + "|".join(w for w in CURRENCIES if w.isalpha()) + r")\b", re.IGNORECASE
)
_PERCENT = re.compile(r"^(?:\s?%|[\s-]?per ?cent(?!age point)\b|[\s-]?pct\b)", re.IGNORECASE)
_POINTS = re.compile(r"^[\s-](?:percentage[\s-])?points?\b", re.IGNORECASE)
_BASIS_POINTS = re.compile(r"^[\s-]basis points?\b", re.IGNORECASE)
_PART_OF_A_POINT = re.compile(r"[ -](?:(?:of )?an? )?(?:percentage )?points?\b")
_SPACED = (
    "integer|full|more|calendar|consecutive|working|business|additional|further|long|short|floating[- ]point|"
    "integer or floating[- ]point"
)
_MEASURE = re.compile(rf"[\s-]?(?:(?:{_SPACED})[\s-]){{0,2}}([A-Za-z]*watt[- ]hours?|[A-Za-z]+)")
_MODEL_AFTER = re.compile(r"[A-Z](?= [a-z]{3})")
_IS_ONE = re.compile(r"\b(?:no|any|every|some|the|this|that|each|another|which)[ -]$", re.IGNORECASE)


def is_no_quantity(before: str, after: str, number: Numeral) -> bool:
    """Digits glued to letters or to other numbers ("GPT-4", "910C chips", "78/311"), the "one" of "no one", "second-to-last".

    What has letters is compared as a code (`rag.language.text.multiples.codes`).
    """
    if not number.is_words and number.value >= 100 and _MODEL_AFTER.match(after):
        return True
    if not number.is_words and re.search(r"[A-Za-z][-/.]?$", before):
        return not CURRENCY_BEFORE.search(before)
    if re.search(r"\d/$", before) or re.match(r"/\d|-(?:to|from)-last|[ -]to[ -]last", after):
        return True
    return number.value == 1 and number.form == "cardinal" and bool(_IS_ONE.search(before))


def kind_of(before: str, after: str, number: Numeral) -> tuple[str, Fraction, str, int]:
    """Its kind, its value in base units, its unit or label, and where it ends with its unit."""
    if number.form == "ordinal":
        return "rank", number.value, "", number.end
    label = _LABEL.search(before)
    if label and number.form == "cardinal" and not re.match(r"\s?%", after):
        return "name", number.value, label.group(1).lower(), number.end
    if number.form == "part":
        return _part(after, number)
    if found := _PERCENT.match(after):
        return "share", number.value / 100, "", number.end + found.end()
    if points := _points(after, number):
        return points
    if found := CURRENCY_BEFORE.search(before):
        return "money", number.value, CURRENCIES.get(found.group().strip().lower(), found.group().strip()), number.end
    if found := _CURRENCY_AFTER.match(after):
        return "money", number.value, CURRENCIES[found.group(1).lower()], number.end + found.end()
    return _measured(after, number)


def _points(after: str, number: Numeral) -> tuple[str, Fraction, str, int] | None:
    """Percentage points; a hundred basis points are one."""
    if found := _BASIS_POINTS.match(after):
        return "points", number.value / 100, "", number.end + found.end()
    found = _POINTS.match(after)
    return ("points", number.value, "", number.end + found.end()) if found else None


def quarters(after: str, shown: str, number: Numeral) -> tuple[str, Fraction, str, int] | None:
    """ "Two quarters" of a year, where nothing else is quartered."""
    if not shown.endswith("quarters") or re.match(r" of\b(?! (?:a |the )?year)", after):
        return None
    return "unit", number.value * 12, "months", number.end


def _part(after: str, number: Numeral) -> tuple[str, Fraction, str, int]:
    if found := re.match(r" an? per ?cent\b(?!age)", after):
        return "share", number.value / 100, "", number.end + found.end()
    if point := _PART_OF_A_POINT.match(after):
        return "points", number.value, "", number.end + point.end()
    found = re.match(r"[ -](?:(?:of )?an? )?(day|hour|year|century|decade|month)\b", after)
    unit = unit_of(found.group(1)) if found else None
    if found and unit:
        return "unit", number.value * unit[1], unit[0], number.end + found.end()
    return "share", number.value, "", number.end


def _measured(after: str, number: Numeral) -> tuple[str, Fraction, str, int]:
    if found := re.match(r"[\s-](?:fold|times)\b", after):
        return "times", number.value, "", number.end + found.end()
    word = _MEASURE.match(after)
    unit = unit_of(word.group(1)) if word else None
    if word and unit:
        return "unit", number.value * unit[1], unit[0], number.end + word.end()
    return "count", number.value, "", number.end
