"""Figures as people read them: shares with three decimals, tokens with one, money with five."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DECIMALS = {"share": 3, "tokens": 1, "money": 5}


def unit_of(figure: Mapping[str, Any]) -> str:
    """The unit of a figure; result files of old have shares alone and do not say so."""
    return str(figure.get("unit", "share"))


def shown(value: float | None, unit: str = "share") -> str:
    """A dash where there is nothing."""
    return "-" if value is None else f"{value:,.{_DECIMALS[unit]}f}"


def bounds(low: float | None, high: float | None, unit: str = "share") -> str:
    """An interval; nothing where there is none."""
    return "" if low is None or high is None else f"{shown(low, unit)}-{shown(high, unit)}"
