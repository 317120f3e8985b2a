"""Whether a sentence is the cited text itself, or whole sentences of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

# Writers straighten these; the words stay what they are.
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "…": "..."}
)


def is_verbatim(text: str, cited: str) -> bool:
    """Whether `text` equals the cited words, or a run of whole sentences of them; white space and typography aside.

    A part of a sentence is not verbatim: "the plan is dead" stands in "Nobody says the plan is dead."
    """
    wanted, held = _bare(text), _bare(cited)
    if not re.search(r"\w", wanted):
        return False
    if wanted == held or wanted == held.removesuffix("."):
        return True
    if wanted not in held:
        return False
    starts, ends = _boundaries(held)
    return any(at in starts and at + len(wanted) in ends for at in _places(wanted, held))


def _bare(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).split())


def _boundaries(text: str) -> tuple[set[int], set[int]]:
    starts, ends = set(), set()
    for found in sentencex.get_sentence_boundaries("en", text):
        start, end = found["start_index"], found["end_index"]
        piece = text[start:end]
        starts.add(start + len(piece) - len(piece.lstrip()))
        ends.add(start + len(piece.rstrip()))
    return starts, ends


def _places(wanted: str, held: str) -> Iterator[int]:
    at = held.find(wanted)
    while at >= 0:
        yield at
        at = held.find(wanted, at + 1)
