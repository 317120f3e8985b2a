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
_MEASURES = {
    "nm": ("metre", -9), "nanometre": ("metre", -9), "nanometer": ("metre", -9), "mm": ("metre", -3), "cm": ("metre", -2),
    "metre": ("metre", 0), "meter": ("metre", 0), "km": ("metre", 3), "kilometre": ("metre", 3), "kilometer": ("metre", 3),
    "mile": ("mile", 0), "mg": ("gram", -3), "gram": ("gram", 0), "kg": ("gram", 3), "kilogram": ("gram", 3), "kilo": ("gram", 3),
    "tonne": ("gram", 6), "ton": ("gram", 6), "litre": ("litre", 0), "liter": ("litre", 0),
    "watt": ("watt", 0), "kw": ("watt", 3), "kilowatt": ("watt", 3), "mw": ("watt", 6), "megawatt": ("watt", 6), "gw": ("watt", 9),
    "gigawatt": ("watt", 9), "kwh": ("watt-hour", 3), "mwh": ("watt-hour", 6), "gwh": ("watt-hour", 9), "twh": ("watt-hour", 12),
    "byte": ("byte", 0), "kb": ("byte", 3), "mb": ("byte", 6), "gb": ("byte", 9), "tb": ("byte", 12), "pb": ("byte", 15),
    "megabyte": ("byte", 6), "gigabyte": ("byte", 9), "terabyte": ("byte", 12), "petabyte": ("byte", 15),
    "flop": ("operation", 0), "operation": ("operation", 0), "top": ("operation", 12), "hertz": ("hertz", 0),
    "mhz": ("hertz", 6), "ghz": ("hertz", 9), "degree": ("degree", 0), "celsius": ("degree", 0),
}  # fmt: skip
_UNITS = _TIMES | {word: (dimension, Fraction(10) ** power) for word, (dimension, power) in _MEASURES.items()}


def unit_of(word: str) -> tuple[str, Fraction] | None:
    """The dimension of a unit and how many of its base units the word stands for; `None` where it is no unit."""
    lower = word.lower()
    return _UNITS.get(lower) or _UNITS.get(lower.removesuffix("s"))
