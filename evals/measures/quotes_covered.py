"""Quotes covered: of the words that people quoted as the answer, the share of pieces that the citations hold.

Pooled over pieces, for sets that mark a few words and not whole sentences. A piece is covered when at least half of its
characters are cited, the rule that decides for sentences, too (`spans.py`).
Source: this project; it is character recall where a piece is too short to count its characters.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.spans import Stretch, merged, shared


def quotes_covered(cited: Iterable[Stretch], gold: Iterable[Stretch]) -> Ratio:
    """Pieces covered over pieces, of one question."""
    ranges = merged(cited)
    pieces = [piece for piece in set(gold) if piece.end > piece.start]
    held = [
        piece
        for piece in pieces
        if 2 * shared(ranges.get(piece.document_id, []), piece.start, piece.end) >= piece.end - piece.start
    ]
    return Ratio(len(held), len(pieces))
