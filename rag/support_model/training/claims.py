"""Examples for the support head: a claim, the text it cites, and the verdict."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from .examples import Encoder, Group
from .minimal_pairs import known_names, sentence_claims
from .nearby import may_answer, nearest
from .network import SUPPORT_CLASSES
from .perturb import spoil_claim
from .rows import Claim, Row, is_dev

NOT_SUPPORTED = len(SUPPORT_CLASSES)
LABELS = {name: place for place, name in enumerate(SUPPORT_CLASSES)}
LABELS |= {"not_supported": NOT_SUPPORTED, "partially_supported": NOT_SUPPORTED}
SPOILED_SHARE, NEAR_SHARE, FAR_SHARE, PADDED_SHARE = 0.2, 0.35, 0.06, 0.15
MAX_CHARACTERS = (
    1100  # of claim and evidence together: about 256 tokens; what is longer would be cut, and lose its proof
)
PAIR_SOURCES = ("squad", "qed", "selqa", "hotpot", "bioasq")


def claim_groups(
    claims: Sequence[Claim], rows: Sequence[Row], dev: bool, made_from: int, encoder: Encoder, rng: random.Random
) -> list[Group]:
    """Single-example groups: the labelled claims that fit a window, and made ones, those of `made_from` rows included."""
    chosen = [claim for claim in claims if is_dev(claim.evidence[:200]) is dev and _fits(claim)]
    made = _near_misses(chosen, rng) + _far(chosen, rng) + _spoiled(chosen, rng) + _padded(chosen, rng)
    usable = [row for row in rows if row.source.startswith(PAIR_SOURCES)]
    known = known_names(usable, rng)
    for row in rng.sample(usable, min(made_from, len(usable))):
        made += [claim for claim in sentence_claims(row, known, rng) if _fits(claim)]
    everything = [*chosen, *made]
    rng.shuffle(everything)
    return [_group(claim, encoder) for claim in everything]


def _fits(claim: Claim) -> bool:
    return len(claim.claim) + len(claim.evidence) < MAX_CHARACTERS


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


def _far(claims: Sequence[Claim], rng: random.Random) -> list[Claim]:
    """Claims beside evidence about something else altogether."""
    asked = [claim for claim in claims if claim.source != "contractnli" and rng.random() < FAR_SHARE]
    others = [claim.evidence for claim in claims]
    return [Claim(f"{claim.source}_far", claim.claim, rng.choice(others), "nei") for claim in asked]


def _padded(claims: Sequence[Claim], rng: random.Random) -> list[Claim]:
    """The evidence somewhere among that of up to four other claims: long texts, the same verdict."""
    texts = [claim.evidence for claim in claims if claim.source in ("fever_dev", "fm2")]
    made = []
    for claim in claims:
        if claim.source in ("fever_dev", "fm2", "feversym") and rng.random() < PADDED_SHARE:
            parts = [claim.evidence, *rng.sample(texts, rng.randint(1, 4))]
            rng.shuffle(parts)
            padded = replace(claim, source=f"{claim.source}_padded", evidence=" ".join(parts))
            made += [padded] if _fits(padded) else []
    return made
