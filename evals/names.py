"""Measures as they are named on a command line: `citation_precision` is "citation precision"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evals.errors import UnknownMeasure


def key(name: str) -> str:
    """Lower case, every run of other characters than letters and digits made one `_`."""
    return re.sub(r"[^0-9a-z]+", "_", name.casefold()).strip("_")


def named(wanted: str, names: Iterable[str]) -> str:
    """The measure that is meant.

    Raises:
        UnknownMeasure: none of that name; the remedy lists those there are.
    """
    by_key = {key(name): name for name in names}
    if key(wanted) not in by_key:
        raise UnknownMeasure(f"There is no measure {wanted!r} in this result.", f"Measures are: {', '.join(by_key)}.")
    return by_key[key(wanted)]
