"""How the page writes text that came from elsewhere, details that must not break, and places in a document."""

from __future__ import annotations

import re
from html import escape as escape_html

from rag import wording
from rag.exports.formats import below_title

_DATE = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})")


def escape(text: str) -> str:
    """`text` as HTML that shows it and does nothing else; safe in an element and in a quoted attribute."""
    return escape_html(wording.clean(text), quote=True)


def escape_line(text: str) -> str:
    """`escape` for a line of details: a date is not broken, and no line begins with the dot between two of them."""
    return escape(_DATE.sub("\\1\u00a0\\2\u00a0\\3", text).replace(" · ", "\u00a0· "))


def place(page: int | None, heading: str | None, label: str) -> str:
    """Where in the document: `p. 2 · under “Seat and members”`; empty where neither is known.

    `heading` may be a path, outermost first; a first step that only repeats the document's `label` is left out.
    """
    under = below_title(heading, label)
    return wording.place(page, f"under “{under}”" if under else None)
