"""What the gold evidence and the citations of a question share, character by character."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from evals.spans import Ranges, Stretch, merged, shared

Row = Mapping[str, Any]
_SYMBOLS = {"supported": "✓", "partial": "◐", "unsupported": "✕", "contradicted": "≠", "unchecked": "–"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quote that is in both, or in one only."""

    text: str
    in_both: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document. `pieces` are empty in a result without texts; `in_both` counts its shared characters."""

    document: str
    start: int
    end: int
    in_both: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of the answer. `text` is `None` where its quotes say the same, or where there are no texts.

    `checked`: the verdict of this project's checks where the assistant gave none; `judged`: what the support model said that
    judged it afterwards, in words; empty where none did.
    """

    text: str | None
    verdict: str | None
    symbol: str
    reason: str | None
    quotes: tuple[Quote, ...]
    checked: str | None = None
    judged: str = ""


def gold_of(row: Row) -> list[Quote]:
    """The gold evidence, with what of it was cited."""
    cited = _ranges(citation for sentence in row["sentences"] for citation in sentence["citations"])
    return [_quote(gold, cited) for gold in row["gold"]]


def answer_of(row: Row) -> list[Spoken]:
    """The answer's sentences and their citations, with what of those is gold."""
    gold = _ranges(row["gold"])
    return [_spoken(sentence, gold) for sentence in row["sentences"]]


def _spoken(sentence: Row, gold: Mapping[str, Ranges]) -> Spoken:
    quotes = tuple(_quote(citation, gold) for citation in sentence["citations"])
    quoted = {_spaced(citation["quote"]) for citation in sentence["citations"] if citation["quote"]}
    text = sentence["text"] if sentence["text"] and _spaced(sentence["text"]) not in quoted else None
    verdict = sentence["verdict"]
    symbol = _SYMBOLS.get(verdict or "", "·")
    return Spoken(
        text, verdict, symbol, sentence["reason"], quotes, sentence.get("checked"), _judged(sentence.get("support"))
    )


def _judged(support: Row | None) -> str:
    if support is None:
        return ""
    if not support["together"]:
        return "not borne out by what it cites"
    idle = sum(not one["alone"] and one["without"] for one in support["citations"]) + support["unusable"]
    rest = f"; {idle} of its citations add nothing" if idle else ""
    return f"borne out by what it cites{rest}"


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _ranges(rows: Iterable[Row]) -> dict[str, Ranges]:
    return merged(Stretch(row["document"], row["start"], row["end"]) for row in rows)


def _quote(row: Row, others: Mapping[str, Ranges]) -> Quote:
    start, end, text = row["start"], row["end"], row["quote"]
    ranges = others.get(row["document"], [])
    pieces = _pieces(text, start, ranges) if text and len(text) == end - start else _whole(text)
    return Quote(row["document"], start, end, shared(ranges, start, end), tuple(pieces))


def _whole(text: str | None) -> list[Piece]:
    return [Piece(text, False)] if text else []


def _pieces(text: str, start: int, ranges: Ranges) -> list[Piece]:
    pieces, position = [], 0
    for left, right in ((max(0, left - start), min(len(text), right - start)) for left, right in ranges):
        if left < right:
            pieces += [Piece(text[position:left], False), Piece(text[left:right], True)]
            position = right
    return [piece for piece in [*pieces, Piece(text[position:], False)] if piece.text]
