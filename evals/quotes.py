"""Where a quote stands in a document, whatever the white space between its words.

Text taken from PDF and HTML breaks its lines elsewhere than a reader who copies it.
"""

from __future__ import annotations

import re

from corpus.document import Document
from evals.spans import Stretch


def occurrences(quote: str, document: Document) -> list[Stretch]:
    """All stretches of the document that hold the quote, in order. None for a quote without words."""
    words = quote.split()
    if not words:
        return []
    pattern = r"\s+".join(map(re.escape, words))
    return [Stretch(document.id, found.start(), found.end()) for found in re.finditer(pattern, document.text)]
