"""How the page writes things: dates, counts, what is unknown, and text that came from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape as escape_html

UNKNOWN = "unknown"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Characters that change how the text after them is read or drawn: a quote could be made to look like another one.
_DIRECTION_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """`text` as it may be shown: without control characters and without marks that turn the reading direction."""
    return _CONTROL_CHARACTERS.sub("", _DIRECTION_MARKS.sub("", text))


def escape(text: str) -> str:
    """`text` as HTML that shows it and does nothing else; safe in an element and in a quoted attribute."""
    return escape_html(clean(text), quote=True)


def escape_line(text: str) -> str:
    """`escape` for a line of details: a date is not broken, and no line begins with the dot between two of them."""
    dates = re.sub(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", "\\1\u00a0\\2\u00a0\\3", text)
    return escape(dates.replace(" · ", "\u00a0· "))


def show_date(date: str | None) -> str | None:
    """`2025-07-28` as `28 Jul 2025`; a year and month as `Jul 2025`; anything else as it is."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", date or "")
    if not match or not 1 <= int(match[2]) <= len(_MONTHS):
        return date
    month = f"{_MONTHS[int(match[2]) - 1]} {match[1]}"
    return f"{int(match[3])} {month}" if match[3] else month


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 source`, `3 sources`, `12,000 documents`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def about(kind: str | None, publisher: str | None, date: str | None) -> str:
    """What is known of a source in one line, and what is not: `analysis · 28 Jul 2025 · unknown publisher`."""
    values = {"kind": kind, "publisher": publisher, "date": show_date(date)}
    known = [value for value in values.values() if value]
    missing = [name for name, value in values.items() if not value]
    return " · ".join([*known, f"{UNKNOWN} {listed(missing)}"] if missing else known)


def place(page: int | None, heading: str | None, label: str = "") -> str:
    """Where in the document: `p. 2 · under “Seat and members”`; empty where neither is known.

    `heading` may be a path, outermost first; a first step that only repeats the document's `label` is left out.
    """
    under = (heading or "").removeprefix(label).removeprefix(" › ")
    parts = (f"p. {page}" if page is not None else "", f"under “{under}”" if under else "")
    return " · ".join(part for part in parts if part)
