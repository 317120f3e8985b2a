"""How many things a text lists: "the United States, Canada and Japan" are three."""

from __future__ import annotations

import re

from rag.language.text.names import names
from rag.language.tokens import alike

_LINK = re.compile(r"^(?:'s)?(?:,|;)?(?: and| or|,? as well as| along with)? ?(?:the |its )?$")
_ITEMS = re.compile(r"((?:[^,;:.()]{2,60}, )+[^,;:.()]{2,60}?,? (?:and|or) [^,;:.()]{2,80})")
_MOST = 5


def list_lengths(text: str) -> frozenset[int]:
    """How many things stand in each list of a text: runs of names, and short phrases between commas.

    Of phrases the first may belong to what leads to the list, so that one fewer counts too.
    """
    plain = alike(text)
    return frozenset(_of_names(plain)) | frozenset(n for count in _of_phrases(plain) for n in (count, count - 1))


def _of_names(text: str) -> list[int]:
    lengths, last = [0], None
    for name in names(text):
        linked = last is not None and last < name.start and bool(_LINK.match(text[last : name.start]))
        if linked:
            lengths[-1] += 1
        else:
            lengths.append(1)
        last = name.end
    return [length for length in lengths if length > 1]


def _of_phrases(text: str) -> list[int]:
    """The items of lists, a phrase of more words than a few being none."""
    found = []
    for match in _ITEMS.finditer(text):
        items = re.split(r", (?:and |or )?| and | or ", match.group())
        if all(len(item.split()) <= _MOST for item in items[1:-1]):
            found.append(len(items))
    return found
