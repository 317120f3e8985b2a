"""Arithmetic with stretches of documents. Pure functions; offsets are half open and count code points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Unit = tuple[str, int]
"""A sentence: the document's id and the sentence's number in it, from 0."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """`[start:end]` of the text of one document."""

    document_id: str
    start: int
    end: int


Units = Callable[[str], Sequence[Stretch]]
Ranges = list[tuple[int, int]]


def merged(stretches: Iterable[Stretch]) -> dict[str, Ranges]:
    """By document, the ranges that the stretches cover: in order, none empty, none touching another."""
    by_document: dict[str, Ranges] = defaultdict(list)
    for stretch in sorted(set(stretches)):
        ranges = by_document[stretch.document_id]
        if stretch.end <= stretch.start:
            continue
        if ranges and stretch.start <= ranges[-1][1]:
            ranges[-1] = ranges[-1][0], max(ranges[-1][1], stretch.end)
        else:
            ranges.append((stretch.start, stretch.end))
    return {document_id: ranges for document_id, ranges in by_document.items() if ranges}


def shared(ranges: Iterable[tuple[int, int]], start: int, end: int) -> int:
    """How many characters of `[start:end]` lie in the ranges, which must not overlap each other."""
    return sum(max(0, min(end, right) - max(start, left)) for left, right in ranges)


def length(ranges: Mapping[str, Ranges]) -> int:
    """How many characters the ranges hold."""
    return sum(end - start for of_document in ranges.values() for start, end in of_document)


def covered_units(stretches: Iterable[Stretch], units: Units) -> frozenset[Unit]:
    """The sentences of which at least half the characters are covered."""
    found = set()
    for document_id, ranges in merged(stretches).items():
        for number, unit in enumerate(units(document_id)):
            if unit.end > unit.start and 2 * shared(ranges, unit.start, unit.end) >= unit.end - unit.start:
                found.add((document_id, number))
    return frozenset(found)


def units_holding(evidence: Iterable[Stretch], units: Units) -> frozenset[Unit]:
    """The sentences that evidence covers by half, and those that hold at least half of a piece of evidence.

    The second rule is for evidence shorter than a sentence, such as the span of a short answer.
    """
    evidence = set(evidence)
    found = set(covered_units(evidence, units))
    for piece in evidence:
        for number, unit in enumerate(units(piece.document_id)):
            if (
                piece.end > piece.start
                and 2 * shared([(unit.start, unit.end)], piece.start, piece.end) >= piece.end - piece.start
            ):
                found.add((piece.document_id, number))
    return frozenset(found)
