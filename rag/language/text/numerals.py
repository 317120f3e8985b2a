"""Numerals of a text, in digits or in words, with their exact value: "1,215", "two thirds", "35 million", "10^26"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_ONES = {w: i for i, w in enumerate("zero one two three four five six seven eight nine".split())}
_TEENS = {
    w: i + 10
    for i, w in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
    )
}
_TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALES = {
    "dozen": 12, "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12,
}  # fmt: skip
_ORDINAL_ONES = {
    w: i for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth".split(), start=1)
}
_ORDINAL_TEENS = {
    w: i + 10
    for i, w in enumerate(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
    )
}
_ORDINAL_TENS = {
    w: 10 * i
    for i, w in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), start=2
    )
}
_ORDINAL_SCALES = {"hundredth": 10**2, "thousandth": 10**3, "millionth": 10**6}
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_VALUES = _ONES | _TEENS | _TENS | _SCALES
_ORDINALS = _ORDINAL_ONES | _ORDINAL_TEENS | _ORDINAL_TENS | _ORDINAL_SCALES
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def _any(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_BIG = "(?:hundred|thousand|million|billion|trillion|dozen)"
_BELOW_100 = rf"(?:{_any(_TENS)}(?:[- ]{_any(_ONES)})?|{_any(_TEENS)}|{_any(_ONES)})"
_WORDS = rf"(?:{_BELOW_100}(?:[- ]{_BIG}(?:(?:\ and)?\ {_BELOW_100})?)+|{_BELOW_100})"
_ORDINAL = rf"(?:(?:{_any(_TENS)}[- ])?{_any(_ORDINAL_ONES)}|{_any(_ORDINALS)})"
_DIGITS = r"(?:\d{1,3}(?:\ \d{3}){2,}|\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SHORT = "(?:k|m|mn|mln|bn|b|tn)"
_NUMERAL = re.compile(
    rf"""
    (?P<power>(?:(?P<times>\d+(?:\.\d+)?)\ ?[x×*·]\ ?)?\b10\ ?(?:\^|\*\*)\ ?[({{]?(?P<exponent>-?\d+)[)}}]?
        |(?:(?P<times2>\d+(?:\.\d+)?)\ ?[x×*·]\ ?)?\b10(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)
        |\b(?:10|ten)\ to\ the\ (?:power\ (?:of\ )?)?(?P<spoken>\d+(?:st|nd|rd|th)?|{_ORDINAL}|{_WORDS})\b
        |\b\d+(?:\.\d+)?e\+?(?P<e>\d{{1,3}})\b)
    |(?P<half_scale>\bhalf\ an?\ (?P<half_of>{_BIG})\b)
    |(?P<part>\b(?:(?P<top>an?|one|two|three|four|five|six|seven|eight|nine|\d+)[- ])?
        (?P<bottom>half|halves|thirds?|quarters?|fourths|fifths?|sixths?|sevenths|eighths|ninths|tenths?|twentieths?|hundredths?|thousandths?)\b)
    |(?P<slash>[½⅓⅔¼¾⅕⅛]|\b\d{{1,2}}/\d{{1,2}}\b(?!/))
    |(?P<halves>\b(?:{_DIGITS}|{_WORDS})\ and\ a\ half(?:\ (?P<halves_scale>{_BIG}))?\b)
    |(?P<rank>\b\d+(?:st|nd|rd|th)\b|\b{_ORDINAL}\b)
    |(?P<a_scale>\ban?\ (?P<a_of>{_BIG}(?:[- ]{_BIG})?)\b)
    |(?P<digits>(?<![\w.,])-?{_DIGITS}(?:(?:[- ])?(?P<scale>{_BIG}(?:[- ]{_BIG})?)\b|\ ?(?P<short>{_SHORT})\b(?!-)(?<!\d\ m))?)
    |(?P<words>\b{_WORDS}\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AFTER_PART = re.compile(
    r" (?:of|off|more|less|fewer|as|the|may|might|can|could|will|would|shall|should|must|is|are|was|were|has|have|had|do|did|in|to|from|by|and|or)\b"
    r"|[.,;:!?)]|$"
)
_ARTICLES = ("", "a", "an")
_QUARTER_OF_A_YEAR = re.compile(r"\b(?:first|second|third|fourth|last|this|next|[1-4](?:st|nd|rd|th))[ -]$")
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at `text[start:end]`. `form`: "cardinal", "ordinal", or "part" (of a whole: half, two thirds).

    `scale` is what a following word such as "million" multiplied it by; `is_words` says that it is spelt out.
    """

    start: int
    end: int
    value: Fraction
    form: str = "cardinal"
    scale: int = 1
    is_words: bool = False


def numerals(text: str) -> list[Numeral]:
    """The numerals in order of place. Years, dates and names such as GPT-4 are not told apart here."""
    found = (_read(match, text) for match in _NUMERAL.finditer(text))
    return [numeral for numeral in found if numeral is not None]


def _read(match: re.Match[str], text: str) -> Numeral | None:
    start, end = match.span()
    if match["power"]:
        return Numeral(start, end, _power(match))
    if match["part"]:
        return _part(match, text)
    if match["slash"]:
        top, bottom = _VULGAR.get(match["slash"]) or tuple(int(p) for p in match["slash"].split("/"))
        return Numeral(start, end, Fraction(top, bottom), "part") if 0 < top < bottom else None
    if match["halves"]:
        whole = _plain(match["halves"].lower().split(" and a half")[0]) + Fraction(1, 2)
        return Numeral(start, end, whole * _scale(match["halves_scale"]), is_words=True)
    if match["rank"]:
        if re.search(r"\bat $", text[:start]):
            return None
        return Numeral(start, end, _rank(match["rank"].lower()), "ordinal", is_words=not match["rank"][0].isdigit())
    if match["half_scale"]:
        return Numeral(start, end, Fraction(_scale(match["half_of"]), 2), is_words=True)
    if match["a_scale"]:
        return Numeral(start, end, Fraction(_scale(match["a_of"])), is_words=True)
    if match["digits"]:
        scale = _scale(match["scale"] or match["short"])
        number = re.match(r"-?\d[\d.,\u00a0\u2009\u202f]*(?: \d{3})*", match["digits"])
        return Numeral(start, end, _digits(number.group() if number else "0") * scale, scale=scale)
    return Numeral(start, end, _plain(match["words"].lower()), is_words=True)


def _power(match: re.Match[str]) -> Fraction:
    if match["e"]:
        return Fraction(match["power"].lower().replace("+", ""))
    times = Fraction(match["times"] or match["times2"] or 1)
    if match["raised"]:
        return times * Fraction(10) ** int(match["raised"].translate(_SUPERSCRIPT))
    if match["exponent"]:
        return times * Fraction(10) ** int(match["exponent"])
    return times * Fraction(10) ** int(_rank(match["spoken"].lower()))


def _part(match: re.Match[str], text: str) -> Numeral | None:
    """A part of a whole, or the rank that the same word can be ("a third party")."""
    start, end = match.span()
    word, top = match["bottom"].lower(), (match["top"] or "").lower()
    single = "half" if word == "halves" else word.removesuffix("s")
    is_plural = word != single
    if (is_plural and top in _ARTICLES) or (
        single == "quarter" and (not top or _QUARTER_OF_A_YEAR.search(text[:start]))
    ):
        return None
    if is_plural or single in ("half", "quarter") or _is_share(match, text, top):
        count = 1 if top in _ARTICLES else int(_plain(top))
        return Numeral(start, end, Fraction(count, _PARTS[single]), "part", is_words=True)
    return Numeral(end - len(word), end, Fraction(_ORDINALS.get(single, 4)), "ordinal", is_words=True)


def _is_share(match: re.Match[str], text: str, top: str) -> bool:
    """Whether "third" after "a" or a number is a part: "one third", "cut by a third", "a third of them"; not "a third party"."""
    if top not in _ARTICLES:
        return True
    by_part = re.search(r"\b(?:by|than|over|under|about|nearly|almost) $", text[: match.start()])
    return bool(top) and bool(by_part or _AFTER_PART.match(text[match.end() :]))


def _rank(word: str) -> Fraction:
    digits = re.match(r"\d+", word)
    if digits:
        return Fraction(digits.group())
    return Fraction(sum(_ORDINALS.get(w, _VALUES.get(w, 0)) for w in re.split(r"[- ]", word)))


def _scale(words: str | None) -> int:
    product = 1
    for word in re.split(r"[- ]", (words or "").lower()):
        product *= _SCALES.get(word, 1)
    return product


def _digits(digits: str) -> Fraction:
    return Fraction(re.sub(r"[, \u00a0\u2009\u202f]", "", digits).rstrip("."))


def _plain(words: str) -> Fraction:
    """The value of digits or of a cardinal in words: "three hundred and five"."""
    if words[0].isdigit():
        return _digits(words)
    total = current = 0
    for word in re.split(r"[- ]", words):
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
        else:
            current += _VALUES.get(word, 0)
    return Fraction(total + current)
