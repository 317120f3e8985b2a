"""Lessons made from sentences of articles: repeated, shortened or changed in one place, and beside a neighbour."""

from __future__ import annotations

import random
from collections.abc import Sequence

from rag.evidence_model.training.rows import Row

from .changes import changed
from .claims import LABEL_OF, Claim
from .lessons import Lesson
from .minimal_pairs import known_names, sentence_claims

SOURCES = ("squad", "qed", "selqa", "hotpot")
CHANGED_IN_PLACE = ("made_spoiled", "made_surer", "made_speaker_swapped")
"""Made by changing words of a true claim, so that the changed ones are to blame."""
CONTEXT_SHARE, NEIGHBOUR_SHARE = 0.5, 0.4
SHORTEST, LONGEST = 40, 250  # characters of a sentence that makes a claim beside its neighbour


def made_lessons(rows: Sequence[Row], count: int, rng: random.Random) -> list[Lesson]:
    """From `count` rows, drawn by chance, of the sources that hold articles."""
    usable = [row for row in rows if row.source.startswith(SOURCES)]
    rng.shuffle(usable)
    known = known_names(usable, rng)
    return [lesson for row in usable[:count] for lesson in (*_claims(row, known, rng), *_neighbours(row, rng))]


def _claims(row: Row, known: Sequence[str], rng: random.Random) -> list[Lesson]:
    claims = [claim for claim in sentence_claims(row, known, rng) if claim.fits]
    return [_lesson(claim, claims, row, row.title if rng.random() < CONTEXT_SHARE else "") for claim in claims]


def _lesson(claim: Claim, beside: Sequence[Claim], row: Row, context: str) -> Lesson:
    source = f"made/{claim.source.removeprefix('made_')}"
    label = LABEL_OF.get(claim.label, claim.label)
    doubted = _doubted(claim, beside)
    return Lesson(source, claim.claim, claim.evidence, context, label, doubted, group=_group(row))


def _doubted(claim: Claim, beside: Sequence[Claim]) -> tuple[tuple[int, int], ...] | None:
    if claim.label == "supported":
        return ()
    if claim.source not in CHANGED_IN_PLACE:
        return None
    return changed(
        claim.claim, [c.claim for c in beside if c.label == "supported" and c.evidence == claim.evidence][:1]
    )


def _neighbours(row: Row, rng: random.Random) -> list[Lesson]:
    """A sentence beside the one after it: its own words in the context alone bear nothing out, those of the text do."""
    if len(row.sentences) < 3 or rng.random() >= NEIGHBOUR_SHARE:
        return []
    place = rng.randrange(1, len(row.sentences))
    before, text = row.sentences[place - 1], row.sentences[place]
    if not all(SHORTEST < len(sentence) < LONGEST for sentence in (before, text)):
        return []
    context = f"{row.title}. {before}" if row.title else before
    return [
        Lesson("made/neighbour", before, text, context, "neither", group=_group(row)),
        Lesson("made/own", text, text, context, "supported", (), group=_group(row)),
    ]


def _group(row: Row) -> str:
    return row.group or row.title or row.text
