"""The public claims: labelled by people, and beside evidence that only looks like theirs."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.evidence_model.training.nearby import may_answer, nearest
from rag.evidence_model.training.rows import is_dev

from .lessons import Lesson

LABEL_OF = {"nei": "neither", "partially_supported": "not_supported"}
"""What the labels of the claims are called here; the others are called the same."""
MOST_CHARACTERS = 900  # of claim and evidence together: what is longer would hardly fit a window
MOST_OF = {"contractnli": 600}  # it has 17 different claims
NEAR_SOURCES, NEAR_SHARE, NEAR, NEAREST = ("fever_dev", "fm2", "entailmentbank"), 0.6, 10, 3


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim, the text cited for it, and what a reader concluded."""

    source: str
    claim: str
    evidence: str
    label: str

    @property
    def group(self) -> str:
        """Claims about the same evidence stay together."""
        return self.evidence[:200]

    @property
    def fits(self) -> bool:
        """Whether claim and evidence are short enough to be read in one go."""
        return len(self.claim) + len(self.evidence) <= MOST_CHARACTERS


def read_claims(folder: Path) -> list[Claim]:
    """The rows of `claims.jsonl.gz`."""
    with gzip.open(folder / "claims.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [Claim(**json.loads(line)) for line in lines]


def public_lessons(claims: Sequence[Claim], rng: random.Random) -> list[Lesson]:
    """The claims that fit, and near misses, made apart for training and for development.

    Labels were given loosely enough that no word of a supported claim can be called borne out for sure.
    """
    chosen = _capped([claim for claim in claims if claim.fits], rng)
    sides = [[claim for claim in chosen if is_dev(claim.group) is side] for side in (False, True)]
    return [_lesson(claim) for claim in chosen] + [miss for side in sides for miss in near_misses(side, rng)]


def near_misses(claims: Sequence[Claim], rng: random.Random) -> list[Lesson]:
    """Supported claims beside the nearest evidence of other ones, which does not settle them."""
    asked = [c for c in claims if c.source in NEAR_SOURCES and c.label == "supported" and rng.random() < NEAR_SHARE]
    texts = sorted({claim.evidence for claim in asked})
    if len(texts) < 2:
        return []
    best = nearest([claim.claim for claim in asked], texts, min(NEAR, len(texts) - 1))
    made = []
    for claim, places in zip(asked, best, strict=True):
        near = [texts[place] for place in places if not may_answer(texts[place], claim.evidence, ())]
        if near:
            text = rng.choice(near[:NEAREST])
            made.append(Lesson("public/near", claim.claim, text, "", "neither", group=claim.group))
    return made


def _capped(claims: Sequence[Claim], rng: random.Random) -> list[Claim]:
    """With sources that say much the same over and over cut to a sample."""
    kept = [claim for claim in claims if claim.source not in MOST_OF]
    for source, most in MOST_OF.items():
        own = [claim for claim in claims if claim.source == source]
        kept += rng.sample(own, min(most, len(own)))
    return kept


def _lesson(claim: Claim) -> Lesson:
    label = LABEL_OF.get(claim.label, claim.label)
    return Lesson(f"public/{claim.source}", claim.claim, claim.evidence, "", label, group=claim.group)
