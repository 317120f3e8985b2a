"""Countries that speak by the name of the country, of its people or of its capital: "Turkey", "Turkish", "Ankara"."""

from __future__ import annotations

from collections.abc import Iterable

from rag.language.text.places import aliases, seats


def governed(names: Iterable[str]) -> frozenset[str]:
    """The countries or bodies for which names (in small letters) can stand."""
    table = aliases() | seats()
    return frozenset(table[name] for name in names if name in table)
