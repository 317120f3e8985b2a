"""Units and currencies by the words that people write for them."""

from __future__ import annotations

from fractions import Fraction

CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR",
    "euros": "EUR", "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "¥": "CNY",
    "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "renminbi": "CNY", "jpy": "JPY", "yen": "JPY", "krw": "KRW", "won": "KRW",
    "inr": "INR", "rupee": "INR", "rupees": "INR", "chf": "CHF", "franc": "CHF", "francs": "CHF", "real": "BRL", "reais": "BRL",
}  # fmt: skip
_TIMES = {
    "second": ("time", Fraction(1, 86400)), "minute": ("time", Fraction(1, 1440)), "hour": ("time", Fraction(1, 24)),
    "day": ("time", Fraction(1)), "night": ("time", Fraction(1)), "week": ("time", Fraction(7)), "fortnight": ("time", Fraction(14)),
    "month": ("months", Fraction(1)), "year": ("months", Fraction(12)), "decade": ("months", Fraction(120)),
    "century": ("months", Fraction(1200)), "centuries": ("months", Fraction(1200)),
}  # fmt: skip
_PREFIXES = {
    "nano": ("n", -9), "micro": ("µ", -6), "milli": ("m", -3), "centi": ("c", -2), "": ("", 0), "hecto": ("h", 2), "kilo": ("k", 3),
    "mega": ("m", 6), "giga": ("g", 9), "tera": ("t", 12), "peta": ("p", 15), "exa": ("e", 18),
}  # fmt: skip
# A unit in words and its symbol, with what it measures.
_BASES = {
    "metre": ("m", "metre"), "meter": ("m", "metre"), "gram": ("g", "gram"), "gramme": ("g", "gram"), "litre": ("l", "litre"),
    "liter": ("l", "litre"), "watt": ("w", "watt"), "watt-hour": ("wh", "watt-hour"), "byte": ("b", "byte"), "hertz": ("hz", "hertz"),
    "volt": ("v", "volt"), "joule": ("j", "joule"), "bit": ("bit", "bit"), "flop": ("flop", "operation"),
}  # fmt: skip
_OTHERS = {
    "mile": ("mile", 0), "kilo": ("gram", 3), "tonne": ("gram", 6), "ton": ("gram", 6), "operation": ("operation", 0),
    "top": ("operation", 12), "degree": ("degree", 0), "celsius": ("degree", 0), "hectare": ("hectare", 0),
}  # fmt: skip
# Nobody measures these in parts of one, so "mb", "mhz" and "mw" are millions; the others have no symbol for millions here.
_WHOLE = frozenset({"byte", "bit", "hertz", "operation", "watt", "watt-hour"})


def _measures() -> dict[str, tuple[str, int]]:
    """Every unit with every prefix, in words and as a symbol in small letters."""
    found = dict(_OTHERS) | {"hz": ("hertz", 0)}
    for prefix, (sign, power) in _PREFIXES.items():
        for word, (symbol, dimension) in _BASES.items():
            found[prefix + word] = (dimension, power)
            if power and (power > 0 if dimension in _WHOLE else power <= 3):
                found[sign + symbol] = (dimension, power)
    return found


_MEASURES = _measures()
_UNITS = _TIMES | {word: (dimension, Fraction(10) ** power) for word, (dimension, power) in _MEASURES.items()}


def unit_of(word: str) -> tuple[str, Fraction] | None:
    """The dimension of a unit and how many of its base units the word stands for; `None` where it is no unit."""
    lower = word.lower().replace(" ", "-")
    return _UNITS.get(lower) or _UNITS.get(lower.removesuffix("s"))
