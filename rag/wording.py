"""How dates, counts and what is unknown are written, and how text from elsewhere is made harmless."""

from __future__ import annotations

import re
from collections.abc import Sequence

ABSTAINED = "This collection does not answer that."
UNSURE = "This collection may not answer that."
# Of 26 tuning questions with less confidence one has an answer, of 166 with more, and too little for one, a third have.
_NO_ANSWER_BELOW = 0.2
NEAREST = "Nearest sentences, to read yourself:"
UNKNOWN = "unknown"

# Notes below an answer.
THIN = "The evidence is thin: read the passages before relying on it."
NOTHING_IN_SCOPE = "The filters leave no document to search."
FALLEN_BACK = "The language model gave no answer ({reason}). These are sentences of the documents instead."
NO_ANSWER_WRITTEN = "The language model found no answer in the sentences that it was given."
NOT_JUDGED = "The support model gave no usable judgement of what was written, so none of that could be checked."
ORPHAN = "What its first word stands for was removed."
NOTHING_STOOD = "Nothing that the language model wrote stood the checks."


def abstention(confidence: float) -> str:
    """What an abstention opens with: as sure that there is no answer as the confidence (0 to 1, that there is one) allows."""
    return ABSTAINED if confidence < _NO_ANSWER_BELOW else UNSURE


def left_out(number: int) -> str:
    """What an overview says of the sentences that it has no room for."""
    return f"An overview of what stands out, not of everything: {number} more sentence{'' if number == 1 else 's'} came close."


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Characters that a reader does not see, that change how the text after them is read or drawn, or that a terminal obeys: a
# quote could be made to look like another one, or to say something else to a program. The signs of category Cf that are
# drawn, which are those of Arabic, Syriac and Kaithi numbers, stay.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_NEEDS_JOINERS = "\u0600-\u1cff\ua800-\uabff"  # Arabic, the scripts of India and South-East Asia, Mongolian
_STRAY_JOINERS = re.compile(f"(?<![{_NEEDS_JOINERS}])[\u200c\u200d]|[\u200c\u200d](?![{_NEEDS_JOINERS}])")


def clean(text: str) -> str:
    """`text` as it may be shown: without control characters, marks that turn the reading direction, and unseen ones."""
    return _STRAY_JOINERS.sub("", _UNSEEN.sub("", text))


def one_line(text: str) -> str:
    """`clean`, with every run of white space made one space."""
    return " ".join(clean(text).split())


def without_login(url: str) -> str:
    """An address without what may give access: the name and password before its host, and the query behind it."""
    before, _, rest = url.rpartition("@")  # a password may hold any character, so the last one counts
    scheme = re.match(r"\w+://", before)
    return ((scheme[0] if scheme else "") + rest).partition("?")[0]


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


def place(page: int | None, heading: str | None) -> str:
    """Where in the document: `p. 2 · Seat and members`; empty where neither is known."""
    return " · ".join(part for part in (f"p. {page}" if page is not None else "", heading or "") if part)


def not_named(names: Sequence[str]) -> str:
    """What an abstention says of names that none of the passages holds."""
    return f"None of the passages found names {' or '.join(names)}."
