"""Examples for the support head: a claim, the text it cites, and the verdict."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from .examples import Encoder, Group
from .nearby import may_answer, nearest
from .network import SUPPORT_CLASSES
from .perturb import spoil_claim
from .rows import Claim, is_dev

NOT_SUPPORTED = len(SUPPORT_CLASSES)
LABELS = {name: place for place, name in enumerate(SUPPORT_CLASSES)}
LABELS |= {"not_supported": NOT_SUPPORTED, "partially_supported": NOT_SUPPORTED}
SPOILED_SHARE, NEAR_SHARE = 0.2, 0.35


def claim_groups(
    claims: Sequence[Claim], dev: bool, passes: int, encoder: Encoder, rng: random.Random
) -> list[list[Group]]:
    """One list of single-example groups a pass: the labelled claims in equal parts, plus made ones."""
    chosen = [claim for claim in claims if is_dev(claim.evidence[:200]) is dev]
    made = [] if dev else _near_misses(chosen, rng) + _spoiled(chosen, rng)
    everything = [*chosen, *made]
    rng.shuffle(everything)
    groups = [_group(claim, encoder) for claim in everything]
    return [groups[part::passes] for part in range(passes)]


def _group(claim: Claim, encoder: Encoder) -> Group:
    example = encoder.example(claim.claim, "", [claim.evidence], None)
    return Group(f"claim_{claim.source}", (replace(example, support=LABELS[claim.label]),))


def _spoiled(claims: Sequence[Claim], rng: random.Random) -> list[Claim]:
    made = []
    for claim in claims:
        if claim.label == "supported" and rng.random() < SPOILED_SHARE:
            spoiled = spoil_claim(claim.claim, claim.evidence, rng)
            if spoiled:
                made.append(Claim(f"{claim.source}_spoiled", spoiled[0], claim.evidence, spoiled[1]))
    return made


def _near_misses(claims: Sequence[Claim], rng: random.Random) -> list[Claim]:
    """Claims beside the nearest evidence of another claim: not enough information."""
    asked = [c for c in claims if c.source in ("fever_dev", "fm2", "entailmentbank") and rng.random() < NEAR_SHARE]
    texts = sorted({claim.evidence for claim in asked})
    best = nearest([claim.claim for claim in asked], texts, 10)
    made = []
    for claim, places in zip(asked, best, strict=True):
        near = [texts[place] for place in places if not may_answer(texts[place], claim.evidence, ())]
        if near:
            made.append(Claim(f"{claim.source}_near", claim.claim, rng.choice(near[:3]), "nei"))
    return made
